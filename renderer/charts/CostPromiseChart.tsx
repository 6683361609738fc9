import { useElementSize } from '@mantine/hooks';
import { CartesianGrid, ErrorBar, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { useText } from '../text/TextProvider.tsx';
import classes from './SeriesChart.module.css';
import { axisWords } from './timePlot.ts';

/** One plan: what it costs a month, and how well it keeps a promise. */
export interface CostPoint {
  readonly key: string;
  readonly name: string;
  readonly cost: number;
  readonly level: number;
  /** Half-width of the level; 0 where there is no interval. */
  readonly halfWidth: number;
}

const sideWidth = 56;
const colours = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'] as const;
const colourOf = (place: number): string => colours[place % colours.length] as string;
const markStyle = { fill: 'var(--chart-axis)', fontSize: 12 } as const;

/** Plans as points: cost along, service level up, with its interval; the line is what is asked. */
export function CostPromiseChart({ points, asked }: { points: readonly CostPoint[]; asked: number | null }) {
  const { ref, width } = useElementSize();
  const { t, format, direction } = useText();
  const isRtl = direction === 'rtl';
  const costs = points.map(({ cost }) => cost);
  const [low, high] = [Math.min(...costs), Math.max(...costs)];
  const room = Math.max((high - low) * 0.15, high * 0.01, 1);
  const levels = [
    ...points.flatMap(({ level, halfWidth }) => [level - halfWidth, level + halfWidth]),
    ...(asked === null ? [] : [asked]),
  ];
  const floor = Math.max(0, Math.floor(Math.min(...levels) * 20 - 0.5) / 20);
  const ceiling = Math.min(1, Math.ceil(Math.max(...levels) * 20 + 0.5) / 20);
  const step = ceiling - floor > 0.5 ? 0.2 : ceiling - floor > 0.2 ? 0.1 : 0.05;
  const first = Math.ceil(floor / step - 1e-9);
  const last = Math.floor(ceiling / step + 1e-9);
  const marks = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step);
  return (
    <div ref={ref} className={classes.frame}>
      {width > 0 && (
        <figure className={classes.plot}>
          <figcaption className={classes.caption}>
            {points.map(({ key, name }, place) => (
              <span key={key} className={classes.bandNote} style={{ marginInlineStart: 0 }}>
                <span className={classes.swatch} style={{ background: colourOf(place) }} />
                {format.integer(place + 1)}. <bdi>{name}</bdi>
              </span>
            ))}
          </figcaption>
          <div dir="ltr" aria-hidden="true">
            <ScatterChart
              width={width}
              height={300}
              margin={{ top: 16, bottom: 24, left: isRtl ? 24 : 0, right: isRtl ? 0 : 24 }}
              accessibilityLayer={false}
            >
              <CartesianGrid stroke="var(--chart-grid)" />
              <XAxis
                dataKey="cost"
                type="number"
                domain={[low - room, high + room]}
                reversed={isRtl}
                tickCount={4}
                tickLine={false}
                tickMargin={8}
                axisLine={{ stroke: 'var(--chart-axis)' }}
                tick={markStyle}
                tickFormatter={(value: number) => axisWords(format.money(value), isRtl)}
                label={{
                  value: t('scenarios.chart.cost'),
                  position: 'bottom',
                  fontSize: 12,
                  fill: 'var(--chart-axis)',
                }}
              />
              <YAxis
                dataKey="level"
                type="number"
                domain={[floor, ceiling]}
                ticks={[...marks]}
                interval={0}
                niceTicks="none"
                orientation={isRtl ? 'right' : 'left'}
                width={sideWidth}
                tickLine={false}
                axisLine={false}
                tickMargin={8}
                tick={markStyle}
                tickFormatter={(value: number) => axisWords(format.percent(value, 0), isRtl)}
              />
              {asked !== null && <ReferenceLine y={asked} stroke="var(--chart-axis)" strokeDasharray="4 4" />}
              {points.map((point, place) => (
                <Scatter
                  key={point.key}
                  data={[point]}
                  fill={colourOf(place)}
                  isAnimationActive={false}
                  shape={(props: { readonly cx?: number | undefined; readonly cy?: number | undefined }) => (
                    <Mark
                      cx={props.cx ?? 0}
                      cy={props.cy ?? 0}
                      place={place}
                      word={format.integer(place + 1)}
                    />
                  )}
                >
                  {point.halfWidth > 0 && (
                    <ErrorBar
                      dataKey="halfWidth"
                      direction="y"
                      width={6}
                      stroke={colourOf(place)}
                      strokeWidth={1.5}
                      isAnimationActive={false}
                    />
                  )}
                </Scatter>
              ))}
            </ScatterChart>
          </div>
        </figure>
      )}
    </div>
  );
}

interface MarkProps {
  readonly cx: number;
  readonly cy: number;
  readonly place: number;
  readonly word: string;
}

/** A point with its number, so that it is told apart in grey, too. */
function Mark({ cx, cy, place, word }: MarkProps) {
  return (
    <g>
      <circle cx={cx} cy={cy} r={6} fill={colourOf(place)} />
      <text x={cx + 10} y={cy - 8} fontSize={13} fontWeight={600} fill="var(--mantine-color-text)">
        {word}
      </text>
    </g>
  );
}
