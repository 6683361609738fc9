// The one door to recharts. The plot itself is laid out from left to right and its axes are turned for right-to-left
// texts; legends and tooltips have the direction of the text.
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import { Area, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { measures } from '../../core/measures/catalogue.ts';
import type { Series, SeriesAxis } from '../../core/measures/result.ts';
import { valueText } from '../text/estimateText.ts';
import { useText } from '../text/TextProvider.tsx';
import { UnitName } from '../text/UnitName.tsx';
import { intervalSteps } from './intervalSteps.ts';
import { PlotGround } from './PlotGround.tsx';
import { highestOf, type Point, pointsOf } from './points.ts';
import { Reading } from './Reading.tsx';
import classes from './SeriesChart.module.css';
import { seriesColours } from './seriesColours.ts';
import { TimeTickMark } from './TimeTickMark.tsx';
import { plotMargin, plotWidth, readingCursor, valueAxis } from './timePlot.ts';
import { daySpans, timeTicks } from './timeTicks.ts';
import { durationTicks, valueTicks } from './valueTicks.ts';

interface SeriesChartProps {
  readonly axis: SeriesAxis;
  readonly main: Series;
  readonly others: readonly Series[];
  readonly label: string;
  /** How the name of a measure is shown above its plot. */
  readonly nameOf: (measure: Series['measure']) => ReactNode;
}

/** One series with its interval, and below it, on the same axis of time, the others of the same place. */
export function SeriesChart({ axis, main, others, label, nameOf }: SeriesChartProps) {
  const { ref, width } = useElementSize();
  return (
    <section ref={ref} className={classes.frame} aria-label={label}>
      {width > 0 && (
        <>
          <Plot
            axis={axis}
            series={main}
            all={[main, ...others]}
            width={width}
            height={264}
            isMain
            isLast={others.length === 0}
            nameOf={nameOf}
          />
          {others.map((series, place) => (
            <Plot
              key={series.measure}
              axis={axis}
              series={series}
              all={[main, ...others]}
              width={width}
              height={96}
              isLast={place === others.length - 1}
              nameOf={nameOf}
            />
          ))}
        </>
      )}
    </section>
  );
}

interface PlotProps {
  readonly axis: SeriesAxis;
  readonly series: Series;
  readonly all: readonly Series[];
  readonly width: number;
  readonly height: number;
  readonly isMain?: boolean;
  readonly isLast: boolean;
  readonly nameOf: SeriesChartProps['nameOf'];
}

const sideWidth = 64;
const timeAxisHeight = 48;

function Plot({ axis, series, all, width, height, isMain = false, isLast, nameOf }: PlotProps) {
  const { t, format, direction } = useText();
  const isRtl = direction === 'rtl';
  const { unit } = measures[series.measure];
  const colour = seriesColours[series.measure];
  const points = useMemo(() => pointsOf(series, axis), [series, axis]);
  const spans = useMemo(() => daySpans(axis, format), [axis, format]);
  const ticks = useMemo(() => timeTicks(axis, format, plotWidth(width, sideWidth)), [axis, format, width]);
  const end = axis.intervals * axis.intervalSeconds;
  const marks = useMemo(
    () =>
      unit === 'seconds'
        ? durationTicks(highestOf(points, unit), isMain ? 5 : 3)
        : valueTicks(
            highestOf(points, unit),
            isMain ? 5 : 3,
            unit !== 'fraction' && highestOf(points, unit) >= 2,
          ),
    [points, unit, isMain],
  );
  const hasTimeAxis = isMain || isLast;

  return (
    <figure className={classes.plot}>
      <figcaption dir={direction} className={classes.caption} style={{ paddingInlineStart: sideWidth }}>
        <span className={classes.swatch} style={{ background: colour }} />
        <span>
          {nameOf(series.measure)}
          <UnitName unit={unit} />
        </span>
        {isMain && points.some(({ band }) => band !== null) && (
          <span className={classes.bandNote}>
            <span className={classes.bandSwatch} style={{ background: colour }} />
            {t('app.load.band')}
          </span>
        )}
      </figcaption>
      <div dir="ltr" aria-hidden="true">
        <ComposedChart
          width={width}
          height={height + (hasTimeAxis ? timeAxisHeight : 0)}
          data={points as Point[]}
          margin={plotMargin(isRtl)}
          syncId="load"
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
            height={hasTimeAxis ? timeAxisHeight : 1}
            tickLine={false}
            axisLine={{ stroke: 'var(--chart-axis)' }}
            tick={hasTimeAxis ? <TimeTickMark ticks={ticks} /> : false}
          />
          <YAxis {...valueAxis(marks, isRtl, sideWidth, (value: number) => valueText(format, value, unit))} />
          {isMain && (
            <Area
              dataKey="band"
              stroke="none"
              fill={colour}
              fillOpacity={0.22}
              isAnimationActive={false}
              activeDot={false}
              type="linear"
            />
          )}
          {series.measure === 'offeredContacts' ? (
            <Area
              dataKey="value"
              type={intervalSteps}
              stroke="none"
              fill={colour}
              fillOpacity={0.75}
              isAnimationActive={false}
              activeDot={false}
            />
          ) : (
            <Line
              dataKey="value"
              type={series.measure === 'agentsOnDutyMean' ? intervalSteps : 'linear'}
              stroke={colour}
              strokeWidth={isMain ? 2 : 1.5}
              dot={false}
              isAnimationActive={false}
            />
          )}
          <Tooltip
            isAnimationActive={false}
            cursor={readingCursor}
            wrapperStyle={{ zIndex: 10 }}
            content={isMain ? <Reading axis={axis} all={all} /> : () => null}
          />
        </ComposedChart>
      </div>
    </figure>
  );
}
