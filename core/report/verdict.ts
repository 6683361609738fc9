// The verdict on a promise: at least the asked share.
import type { Estimate } from '../measures/result.ts';
import { type Verdict, verdictAgainst } from '../measures/verdict.ts';

export { type Verdict, verdicts } from '../measures/verdict.ts';

/** As verdictAgainst, for a share that is to be attained. */
export const verdictOf = (attained: Estimate, shareToAttain: number): Verdict =>
  verdictAgainst(attained, shareToAttain, 'atLeast');
