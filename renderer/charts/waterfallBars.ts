// The bars of a waterfall: where each begins and ends on the way from the first figure to the last.

export interface WaterfallStep {
  readonly key: string;
  readonly value: number;
}

export interface WaterfallBar {
  readonly key: string;
  /** `total` stands on the axis, `rise` and `fall` hang between two levels. */
  readonly kind: 'total' | 'rise' | 'fall';
  readonly value: number;
  /** In the unit of the axis, the lower end first. */
  readonly from: number;
  readonly to: number;
}

export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  /** Ends of the axis. */
  readonly low: number;
  readonly high: number;
}

/** Room above and below, as a share of what is shown. */
const room = 0.15;

/**
 * From `first` by the steps to what they add up to. `marks` are levels that must be seen, such as what was asked. The axis begins
 * at 0 unless all that moves lies in its upper half. Example: 0.9, then -0.1: bars 0..0.9 and 0.8..0.9, then 0..0.8.
 */
export function waterfall(
  first: WaterfallStep,
  steps: readonly WaterfallStep[],
  last: WaterfallStep,
  marks: readonly number[] = [],
): Waterfall {
  let level = first.value;
  const moves = steps.map(({ key, value }): WaterfallBar => {
    const before = level;
    level += value;
    return {
      ...{ key, value, kind: value < 0 ? 'fall' : 'rise' },
      from: Math.min(before, level),
      to: Math.max(before, level),
    };
  });
  const ends = [first.value, last.value, ...marks, ...moves.flatMap(({ from, to }) => [from, to])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const span = Math.max(most - least, 1e-9 * Math.max(1, Math.abs(most)));
  const low = least > most / 2 ? Math.max(0, least - room * span) : Math.min(0, least);
  const high = most + room * span;
  const total = ({ key, value }: WaterfallStep): WaterfallBar => ({
    ...{ key, value, kind: 'total' },
    from: Math.min(low, value),
    to: value,
  });
  return { bars: [total(first), ...moves, total(last)], low, high };
}
