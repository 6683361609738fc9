import classes from './WaterfallChart.module.css';
import type { Waterfall } from './waterfallBars.ts';

interface WaterfallChartProps {
  readonly of: Waterfall;
  readonly nameOf: (key: string) => string;
  readonly textOf: (key: string, value: number) => string;
  /** Whether a step in this direction is good, bad or neither. */
  readonly toneOf: (key: string, value: number) => 'good' | 'bad' | 'plain';
  /** A level across all bars, such as what was asked. */
  readonly mark?: { readonly value: number; readonly text: string } | undefined;
}

/** Bars from a first figure to a last one; time and steps run with the text. */
export function WaterfallChart({
  of: { bars, low, high },
  nameOf,
  textOf,
  toneOf,
  mark,
}: WaterfallChartProps) {
  const share = (value: number): string => `${(100 * (value - low)) / (high - low)}%`;
  return (
    <div className={classes.frame} aria-hidden="true">
      <div className={classes.plot} style={{ gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` }}>
        {mark !== undefined && (
          <div className={classes.mark} style={{ insetBlockEnd: share(mark.value) }}>
            <span>{mark.text}</span>
          </div>
        )}
        {bars.map(({ key, kind, from, to, value }) => (
          <div key={key} className={classes.column}>
            <div
              className={classes.bar}
              data-kind={kind}
              data-tone={kind === 'total' ? 'total' : toneOf(key, value)}
              style={{
                insetBlockEnd: share(from),
                blockSize: `max(2px, ${(100 * (to - from)) / (high - low)}%)`,
              }}
            />
            <span className={classes.value} style={{ insetBlockEnd: share(to) }}>
              {textOf(key, value)}
            </span>
          </div>
        ))}
      </div>
      <div
        className={classes.names}
        style={{ gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` }}
      >
        {bars.map(({ key }) => (
          <span key={key}>{nameOf(key)}</span>
        ))}
      </div>
    </div>
  );
}
