// The one door to recharts. The plot itself is laid out from left to right and its axes are turned for right-to-left
// texts; legends and tooltips have the direction of the text.
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { measures, type Unit } from '../../core/measures/catalogue.ts';
import type { Series, SeriesAxis } from '../../core/measures/result.ts';
import { estimateText, valueText } from '../text/estimateText.ts';
import { intervalName } from '../text/intervalName.ts';
import { useText } from '../text/TextProvider.tsx';
import { UnitName } from '../text/UnitName.tsx';
import classes from './SeriesChart.module.css';
import { daySpans, timeTicks } from './timeTicks.ts';
import { valueTicks } from './valueTicks.ts';

interface SeriesChartProps {
  readonly axis: SeriesAxis;
  readonly main: Series;
  readonly others: readonly Series[];
  readonly label: string;
}

interface Point {
  readonly at: number;
  readonly seconds: number;
  readonly value: number | null;
  readonly band: readonly [number, number] | null;
}

const colours: Readonly<Record<Series['measure'], string>> = {
  queueLengthMeanContacts: 'var(--chart-1)',
  offeredContacts: 'var(--chart-2)',
  agentsOnDutyMean: 'var(--chart-3)',
  occupancyFraction: 'var(--chart-4)',
  serviceLevelFraction: 'var(--chart-1)',
};

/** One series with its interval, and below it, on the same axis of time, the others of the same place. */
export function SeriesChart({ axis, main, others, label }: SeriesChartProps) {
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
}

const sideWidth = 64;
const timeAxisHeight = 48;
const gap = 12;

function Plot({ axis, series, all, width, height, isMain = false, isLast }: PlotProps) {
  const { t, format, direction } = useText();
  const isRtl = direction === 'rtl';
  const { unit } = measures[series.measure];
  const colour = colours[series.measure];
  const points = useMemo(() => pointsOf(series, axis), [series, axis]);
  const spans = useMemo(() => daySpans(axis, format), [axis, format]);
  const ticks = useMemo(() => timeTicks(axis, format, width - sideWidth - gap), [axis, format, width]);
  const end = axis.intervals * axis.intervalSeconds;
  const marks = useMemo(
    () =>
      valueTicks(
        highestOf(points, unit),
        isMain ? 5 : 3,
        unit !== 'fraction' && highestOf(points, unit) >= 2,
      ),
    [points, unit, isMain],
  );
  const hasTimeAxis = isMain || isLast;
  const margin = { top: 8, bottom: 0, left: isRtl ? gap : 0, right: isRtl ? 0 : gap };

  return (
    <figure className={classes.plot}>
      <figcaption dir={direction} className={classes.caption} style={{ paddingInlineStart: sideWidth }}>
        <span className={classes.swatch} style={{ background: colour }} />
        <span>
          {t.dynamic('measures', `${series.measure}.name`)}
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
          margin={margin}
          syncId="load"
          accessibilityLayer={false}
          barCategoryGap={0}
        >
          {spans
            .filter((span) => span.isWeekend)
            .map((span) => (
              <ReferenceArea
                key={span.from}
                x1={span.from}
                x2={span.to}
                fill="var(--chart-grid)"
                fillOpacity={0.4}
                ifOverflow="hidden"
              />
            ))}
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          {spans.slice(1).map((span) => (
            <ReferenceLine key={span.from} x={span.from} stroke="var(--chart-grid)" />
          ))}
          <XAxis
            dataKey="seconds"
            type="number"
            domain={[0, end]}
            reversed={isRtl}
            allowDataOverflow
            ticks={ticks.map(({ seconds }) => seconds)}
            interval={0}
            height={hasTimeAxis ? timeAxisHeight : 1}
            tickLine={false}
            axisLine={{ stroke: 'var(--chart-axis)' }}
            tick={hasTimeAxis ? <TimeTickMark ticks={ticks} /> : false}
          />
          <YAxis
            orientation={isRtl ? 'right' : 'left'}
            width={sideWidth}
            domain={[0, marks.at(-1) ?? 1]}
            ticks={[...marks]}
            interval={0}
            tickLine={false}
            axisLine={false}
            tickMargin={8}
            tick={{ fill: 'var(--chart-axis)', fontSize: 12 }}
            tickFormatter={(value: number) => valueText(format, value, unit)}
          />
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
            <Bar dataKey="value" fill={colour} fillOpacity={0.75} isAnimationActive={false} />
          ) : (
            <Line
              dataKey="value"
              type={series.measure === 'agentsOnDutyMean' ? 'stepAfter' : 'linear'}
              stroke={colour}
              strokeWidth={isMain ? 2 : 1.5}
              dot={false}
              isAnimationActive={false}
            />
          )}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--chart-axis)', strokeDasharray: '3 3', fill: 'transparent' }}
            wrapperStyle={{ zIndex: 10 }}
            content={isMain ? <Reading axis={axis} all={all} /> : () => null}
          />
        </ComposedChart>
      </div>
    </figure>
  );
}

function pointsOf(series: Series, axis: SeriesAxis): readonly Point[] {
  return series.values.map((value, at) => {
    const half = series.halfWidths[at] ?? null;
    return {
      at,
      seconds: (at + 0.5) * axis.intervalSeconds,
      value,
      band: value === null || half === null ? null : [Math.max(0, value - half), value + half],
    };
  });
}

/** A share has no need of room above 100 %, unless something went beyond. */
function highestOf(points: readonly Point[], unit: Unit): number {
  const seen = points.reduce((most, { value, band }) => Math.max(most, value ?? 0, band?.[1] ?? 0), 0);
  return unit === 'fraction'
    ? Math.max(
        1,
        points.reduce((most, { value }) => Math.max(most, value ?? 0), 0),
      )
    : seen;
}

interface TickProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value: number };
  readonly ticks: ReturnType<typeof timeTicks>;
}

/** Hours in the upper row, the day below them. */
function TimeTickMark({ x = 0, y = 0, payload, ticks }: TickProps) {
  const here = ticks.filter(({ seconds }) => seconds === payload?.value);
  return (
    <g transform={`translate(${x},${y})`}>
      {here.map(({ kind, text }) => (
        <text
          key={kind}
          dy={kind === 'hour' ? 14 : 34}
          textAnchor="middle"
          fontSize={kind === 'hour' ? 11 : 12}
          fontWeight={kind === 'hour' ? 400 : 600}
          fill="var(--chart-axis)"
        >
          {text}
        </text>
      ))}
    </g>
  );
}

interface ReadingProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: Point }[];
  readonly axis: SeriesAxis;
  readonly all: readonly Series[];
}

/** What the chart says at the place of the pointer, for all series at once. */
function Reading({ active, payload, axis, all }: ReadingProps) {
  const texts = useText();
  const { t, format, direction } = texts;
  const at = payload?.[0]?.payload?.at;
  if (active !== true || at === undefined) return null;
  return (
    <div dir={direction} className={classes.reading}>
      <strong>{intervalName(texts, axis, at)}</strong>
      <dl>
        {all.map(({ measure, values, halfWidths }) => (
          <div key={measure}>
            <dt>
              <span className={classes.swatch} style={{ background: colours[measure] }} />
              {t.dynamic('measures', `${measure}.short`)}
            </dt>
            <dd>
              {estimateText(
                format,
                { value: values[at] ?? null, halfWidth: halfWidths[at] ?? null },
                measures[measure].unit,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
