import { useElementSize } from '@mantine/hooks';
import type { CandidateKind } from '../../../core/measures/advice.ts';
import { valueTicks } from '../../charts/valueTicks.ts';
import { useText } from '../../text/TextProvider.tsx';
import { costText } from './candidateNumbers.ts';
import classes from './candidates.module.css';

export interface PlottedCandidate {
  readonly id: CandidateKind;
  readonly number: number;
  readonly name: string;
  readonly cost: number;
  /** Of the worst promise: attained less asked. */
  readonly margin: number;
  readonly isOnFrontier: boolean;
}

interface FrontierPlotProps {
  readonly points: readonly PlottedCandidate[];
  readonly chosen: CandidateKind | null;
  readonly onChoose: (id: CandidateKind) => void;
}

const height = 208;
const top = 14;
const bottom = 44;
/** Room for the words of the line of promises just kept, in the longest of the languages. */
const side = 100;
const end = 20;
const radius = 11;

/** Cost against the worst promise: what lies above the line keeps every promise, and further along it costs more. */
export function FrontierPlot({ points, chosen, onChoose }: FrontierPlotProps) {
  const { t, format, direction } = useText();
  const { ref, width } = useElementSize();
  const isRtl = direction === 'rtl';
  const costs = points.map(({ cost }) => cost);
  const margins = points.map(({ margin }) => margin);
  const reach = Math.max(...costs) - Math.min(...costs) || Math.max(...costs, 1) * 0.1;
  const [from, to] = [Math.max(0, Math.min(...costs) - reach * 0.25), Math.max(...costs) + reach * 0.25];
  const most = Math.max(0.02, ...margins.map(Math.abs));
  const up =
    margins.some((margin) => margin > 0) || margins.every((margin) => margin === 0) ? most : most * 0.25;
  const down = margins.some((margin) => margin < 0) ? most : most * 0.25;
  const along = (cost: number): number => {
    const share = (cost - from) / (to - from);
    const plot = width - side - end;
    return isRtl ? width - side - share * plot : side + share * plot;
  };
  const over = (margin: number): number =>
    top + ((up * 1.15 - margin) / ((up + down) * 1.15)) * (height - top - bottom);
  const placed = dodged(points.map(({ cost, margin }) => ({ x: along(cost), y: over(margin) })));
  const marks = valueTicks(most, 2, false).slice(1);
  const levels = [0, ...marks, ...marks.map((mark) => -mark)].filter(
    (level) => level <= up * 1.15 && level >= -down * 1.15,
  );
  const labelSide = isRtl ? width - side + 8 : side - 8;
  const ends = [Math.min(...costs), Math.max(...costs)];
  const costMarks = ends[0] === ends[1] ? [ends[0] ?? 0] : ends;
  return (
    <div ref={ref} className={classes.plot} dir="ltr" aria-hidden="true">
      {width > 0 && points.length > 0 && (
        <svg width={width} height={height} role="presentation" direction={direction}>
          {levels.map((level) => (
            <g key={level}>
              <line
                x1={isRtl ? end : side}
                x2={isRtl ? width - side : width - end}
                y1={over(level)}
                y2={over(level)}
                stroke={level === 0 ? 'var(--chart-axis)' : 'var(--chart-grid)'}
              />
              <text x={labelSide} y={over(level) + 4} textAnchor="end" className={classes.mark}>
                {level === 0 ? t('needs.plot.justKept') : format.percent(level, 0, 'always')}
              </text>
            </g>
          ))}
          {costMarks.map((cost) => (
            <text
              key={cost}
              x={along(cost)}
              y={height - bottom + 18}
              textAnchor="middle"
              className={classes.mark}
            >
              {costText(format, cost)}
            </text>
          ))}
          <text x={isRtl ? end : width - end} y={height - 6} textAnchor="end" className={classes.mark}>
            {t('needs.plot.cost')}
          </text>
          {/* Below the marks: a line from one to its place must not cross the number of another. */}
          {points.map(({ id, cost, margin }, place) => {
            const at = { x: along(cost), y: over(margin) };
            const { x, y } = placed[place] ?? at;
            if (y === at.y) return null;
            return <line key={id} x1={at.x} x2={x} y1={at.y} y2={y} stroke="var(--chart-axis)" />;
          })}
          {points.map((point, place) => {
            const at = { x: along(point.cost), y: over(point.margin) };
            const { x, y } = placed[place] ?? at;
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it does the same for every way of input.
              <g
                key={point.id}
                data-dot={point.id}
                data-chosen={point.id === chosen || undefined}
                data-frontier={point.isOnFrontier || undefined}
                className={classes.dot}
                onClick={() => onChoose(point.id)}
              >
                <title>{point.name}</title>
                <circle cx={x} cy={y} r={radius} />
                <text x={x} y={y + 4} textAnchor="middle">
                  {format.integer(point.number)}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Marks that would lie on one another stand one above the other. */
function dodged(spots: readonly Spot[]): readonly Spot[] {
  const placed: Spot[] = [];
  for (const { x, y } of spots) {
    let free = y;
    while (placed.some((one) => Math.abs(one.x - x) < 2 * radius && Math.abs(one.y - free) < 2 * radius))
      free += 2 * radius + 2;
    placed.push({ x, y: free });
  }
  return placed;
}
