import type { TimeTick } from './timeTicks.ts';

interface TickProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value: number };
  readonly ticks: readonly TimeTick[];
}

/** Hours in the upper row, the day below them. */
export function TimeTickMark({ x = 0, y = 0, payload, ticks }: TickProps) {
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
