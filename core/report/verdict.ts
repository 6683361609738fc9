// Whether a promise is kept, as far as the simulation can tell. The rule looks at the whole 95 % interval, so that a
// promise is called kept or missed only where more replications would hardly change the word.
import type { Estimate } from '../measures/result.ts';

export const verdicts = ['kept', 'atRisk', 'missed', 'undecided'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * `kept` when the whole interval lies at or above the asked share, `missed` when it lies wholly below, `atRisk` when the
 * asked share is inside, or when there is no interval (one replication). `undecided` when no contact was counted.
 * Examples with 80 % asked: 0.83 ± 0.02 is kept, 0.81 ± 0.02 and 0.79 ± 0.02 are at risk, 0.77 ± 0.02 is missed.
 */
export function verdictOf(attained: Estimate, shareToAttain: number): Verdict {
  const { value, halfWidth } = attained;
  if (value === null) return 'undecided';
  if (halfWidth === null) return 'atRisk';
  if (value - halfWidth >= shareToAttain) return 'kept';
  return value + halfWidth < shareToAttain ? 'missed' : 'atRisk';
}
