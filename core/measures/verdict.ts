// Whether a promise or a goal is kept, as far as the simulation can tell. The rule looks at the whole 95 % interval, so
// that it is called kept or missed only where more replications would hardly change the word.
import type { Estimate } from './result.ts';

export const verdicts = ['kept', 'atRisk', 'missed', 'undecided'] as const;
export type Verdict = (typeof verdicts)[number];
export type Side = 'atLeast' | 'atMost';

/** What a simulation says of a promise. */
export interface VerdictOfPromise {
  readonly promise: string;
  readonly attained: Estimate;
  readonly verdict: Verdict;
}

/**
 * `kept` when the whole interval lies on the right side of the threshold (or on it), `missed` when it lies wholly on the
 * wrong one, `atRisk` when the threshold is inside, or when there is no interval (one replication). `undecided` when
 * there is no value. Examples with at least 0.8 asked: 0.83 ± 0.02 is kept, 0.81 ± 0.02 and 0.79 ± 0.02 are at risk,
 * 0.77 ± 0.02 is missed.
 */
export function verdictAgainst({ value, halfWidth }: Estimate, threshold: number, side: Side): Verdict {
  if (value === null) return 'undecided';
  if (halfWidth === null) return 'atRisk';
  const margin = side === 'atLeast' ? value - threshold : threshold - value;
  if (margin - halfWidth >= 0) return 'kept';
  return margin + halfWidth < 0 ? 'missed' : 'atRisk';
}
