import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { Area, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import type { Requirement } from '../../core/measures/requirement.ts';
import { NO_VALUE } from '../../locales/format/number.ts';
import { useText } from '../text/TextProvider.tsx';
import { type CoveragePoint, coverageAxis, coveragePoints } from './coveragePoints.ts';
import { PlotGround } from './PlotGround.tsx';
import classes from './SeriesChart.module.css';
import { TimeTickMark } from './TimeTickMark.tsx';
import { plotMargin, plotWidth, readingCursor, valueAxis } from './timePlot.ts';
import { daySpans, timeTicks } from './timeTicks.ts';
import { valueTicks } from './valueTicks.ts';

const sideWidth = 48;
const colours = { agents: 'var(--chart-3)', required: 'var(--chart-2)' } as const;

/** People on duty as an area, and above it as a line how many are required, over the days of a week. */
export function CoverageChart({ requirement }: { requirement: Requirement }) {
  const { ref, width } = useElementSize();
  const { t, format, direction } = useText();
  const isRtl = direction === 'rtl';
  const axis = useMemo(
    () => coverageAxis(requirement, format.settings.timeZone),
    [requirement, format.settings.timeZone],
  );
  const points = useMemo(() => coveragePoints(requirement), [requirement]);
  const spans = useMemo(() => daySpans(axis, format), [axis, format]);
  const ticks = useMemo(() => timeTicks(axis, format, plotWidth(width, sideWidth)), [axis, format, width]);
  const highest = points.reduce(
    (most, { agents, required }) => Math.max(most, agents ?? 0, required ?? 0),
    1,
  );
  const marks = valueTicks(highest, 5, true);
  const end = axis.intervals * axis.intervalSeconds;
  return (
    <div ref={ref} className={classes.frame}>
      {width > 0 && (
        <figure className={classes.plot}>
          <figcaption className={classes.caption} style={{ paddingInlineStart: sideWidth }}>
            {(['agents', 'required'] as const).map((series) => (
              <span
                key={series}
                className={classes.bandNote}
                style={series === 'agents' ? { marginInlineStart: 0 } : {}}
              >
                <span className={classes.swatch} style={{ background: colours[series] }} />
                {t(`people.coverage.${series}`)}
              </span>
            ))}
          </figcaption>
          <div dir="ltr" aria-hidden="true">
            <ComposedChart
              width={width}
              height={300}
              data={points as CoveragePoint[]}
              margin={plotMargin(isRtl)}
              accessibilityLayer={false}
            >
              <PlotGround spans={spans} end={end} marks={marks} isRtl={isRtl} />
              <XAxis
                dataKey="seconds"
                type="number"
                domain={[0, end]}
                reversed={isRtl}
                allowDataOverflow
                ticks={[...new Set(ticks.map(({ seconds }) => seconds))]}
                interval={0}
                niceTicks="none"
                height={48}
                tickLine={false}
                axisLine={{ stroke: 'var(--chart-axis)' }}
                tick={<TimeTickMark ticks={ticks} />}
              />
              <YAxis {...valueAxis(marks, isRtl, sideWidth, (value: number) => format.number(value))} />
              <Area
                dataKey="agents"
                type="stepAfter"
                stroke={colours.agents}
                fill={colours.agents}
                fillOpacity={0.28}
                isAnimationActive={false}
                activeDot={false}
              />
              <Line
                dataKey="required"
                type="stepAfter"
                stroke={colours.required}
                strokeWidth={2}
                dot={false}
                isAnimationActive={false}
              />
              <Tooltip
                isAnimationActive={false}
                cursor={readingCursor}
                wrapperStyle={{ zIndex: 10 }}
                content={<CoverageReading />}
              />
            </ComposedChart>
          </div>
        </figure>
      )}
    </div>
  );
}

interface CoverageReadingProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: CoveragePoint }[];
}

/** What the chart says at the place of the pointer. */
function CoverageReading({ active, payload }: CoverageReadingProps) {
  const { t, format, direction } = useText();
  const point = payload?.[0]?.payload;
  if (active !== true || point === undefined) return null;
  const figures = { agents: point.agents, required: point.required };
  const people = (value: number | null): string =>
    value === null ? NO_VALUE : format.number(value, { decimals: 1, trim: true });
  return (
    <div dir={direction} className={classes.reading}>
      <strong>
        {t('people.coverage.moment', {
          day: format.weekdayDate(point.date),
          time: format.clockTime(point.startMinute * 60),
        })}
      </strong>
      <dl>
        {(['agents', 'required'] as const).map((series) => (
          <div key={series}>
            <dt>
              <span className={classes.swatch} style={{ background: colours[series] }} />
              {t(`people.coverage.${series}`)}
            </dt>
            <dd>{people(figures[series])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
