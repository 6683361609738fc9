// What plots over days have in common: axes that turn with the text, and room for them; what stands behind them is in PlotGround.tsx.
import { composed, isolate } from '../../locales/format/bidi.ts';

const gap = 12;
const markStyle = { fill: 'var(--chart-axis)', fontSize: 12 } as const;

/** Room for the last mark of the axis of time. */
export const plotMargin = (isRtl: boolean) => ({
  top: 8,
  bottom: 0,
  left: isRtl ? gap : 0,
  right: isRtl ? 0 : gap,
});

/** Of the width of a chart, what its plot has beside an axis of `sideWidth`. */
export const plotWidth = (width: number, sideWidth: number): number => width - sideWidth - gap;

/** A mark in the direction of the text: the plot around it runs from left to right in every language. */
export const axisWords = (words: string, isRtl: boolean): string =>
  isRtl ? isolate(composed('rtl', words)) : words;

/** The axis of values, where reading starts; it begins at zero and ends at its last mark. */
export const valueAxis = (
  marks: readonly number[],
  isRtl: boolean,
  sideWidth: number,
  write: (value: number) => string,
) => ({
  orientation: isRtl ? ('right' as const) : ('left' as const),
  width: sideWidth,
  domain: [0, marks.at(-1) ?? 1],
  ticks: [...marks],
  interval: 0 as const,
  // None of recharts' own are worked out.
  niceTicks: 'none' as const,
  tickLine: false,
  axisLine: false,
  tickMargin: 8,
  tick: markStyle,
  tickFormatter: (value: number) => axisWords(write(value), isRtl),
});

/** The line under what is pointed at. */
export const readingCursor = {
  stroke: 'var(--chart-axis)',
  strokeDasharray: '3 3',
  fill: 'transparent',
} as const;
