import { usePlotArea } from 'recharts';
import type { DaySpan } from './timeTicks.ts';

interface PlotGroundProps {
  readonly spans: readonly DaySpan[];
  /** Where the axis of time ends; it begins at 0. */
  readonly end: number;
  /** Of the axis of values, from 0 on. */
  readonly marks: readonly number[];
  readonly isRtl: boolean;
}

/**
 * What stands behind a plot over days: weekends in a darker tone, a line at each midnight and at each mark of the axis of values. Drawn
 * as three paths: areas and lines of recharts tell each other of themselves one by one, which with the days of a week took as long as
 * all else of a chart, and measure words that are not shown.
 */
export function PlotGround({ spans, end, marks, isRtl }: PlotGroundProps) {
  const area = usePlotArea();
  if (area === undefined) return null;
  const across = (at: number): number => area.x + area.width * (isRtl ? 1 - at / end : at / end);
  const bottom = area.y + area.height;
  const highest = marks.at(-1) ?? 1;
  const weekends = spans
    .filter(({ isWeekend }) => isWeekend)
    .map(({ from, to }) => `M${across(from)} ${area.y}H${across(to)}V${bottom}H${across(from)}Z`);
  const midnights = spans.slice(1).map(({ from }) => `M${across(from)} ${area.y}V${bottom}`);
  const levels = marks.map((mark) => {
    const y = bottom - (area.height * mark) / highest;
    return `M${area.x} ${y}H${area.x + area.width}`;
  });
  return (
    <g stroke="none" fill="none">
      <path d={weekends.join('')} fill="var(--chart-grid)" fillOpacity={0.4} />
      <path d={levels.join('')} stroke="var(--chart-grid)" />
      <path d={midnights.join('')} stroke="var(--chart-grid)" />
    </g>
  );
}
