// The waiting line behind a team that is wholly busy: it empties at one rate, and who waits may leave. Shared by every
// model in which contacts of one kind wait in order.
import { exp } from '../numerics/exp.ts';
import { expm1 } from '../numerics/expm1.ts';
import { regularisedGammaP } from '../numerics/regularisedGamma.ts';
import { regularisedIncompleteBeta } from '../numerics/regularisedIncompleteBeta.ts';

/** The line; rates per second. */
export interface WaitingLine {
  readonly arrivals: number;
  /** Rate at which the busy team takes contacts out of the line. */
  readonly taking: number;
  /** 1 / mean patience; 0: nobody leaves. */
  readonly leaving: number;
  /** Waiting places; may be Infinity. */
  readonly places: number;
  readonly target: number;
}

/** Sums over the number q waiting while all are busy, in units of `scale` times the share of q = 0. */
export interface WaitingSums {
  /** The share of q = 0 itself in these units. */
  readonly first: number;
  readonly total: number;
  /** Sum of q times the share. */
  readonly queue: number;
  /** The share of a full line; 0 if it cannot be full. */
  readonly full: number;
  /** Sum over the states in which a contact that arrives has to wait. */
  readonly admitting: number;
  /** The same, each times the probability that this contact is served within the target. */
  readonly servedInTime: number;
}

const NEGLIGIBLE = 1e-20;
const LONGEST = 50_000_000;

/**
 * The sums; undefined where the line would grow without end.
 *
 * The shares obey share(q + 1) (taking + (q + 1) leaving) = share(q) arrivals. Who finds q waiting is served after a sum
 * of exponential times with rates taking + i leaving, i = 0 ... q, if patience lasts: e^(-leaving * wait) has a beta
 * distribution, so that P(served within T) = x / (x + q + 1) I(1 - e^(-leaving T); q + 1, x + 1), x = taking / leaving.
 * Source: Palm (1957); Riordan, Stochastic Service Systems (1962), 5.3.
 * Example: arrivals 1, taking 2, nobody leaves, 2 places: shares 1, 1/2, 1/4; total 1.75, queue 1.
 */
export function waitingSums(line: WaitingLine): WaitingSums | undefined {
  const { arrivals, taking, leaving, places, target } = line;
  if (leaving === 0 && places === Infinity) return endlessPatience(line);
  const ratioTo = (q: number): number => arrivals / (taking + q * leaving);
  const peak =
    leaving > 0
      ? Math.min(places, Math.max(0, Math.floor((arrivals - taking) / leaving)))
      : arrivals > taking
        ? places
        : 0;
  if (peak > LONGEST) return undefined;

  const sums = { first: 0, total: 0, queue: 0, full: 0, admitting: 0, servedInTime: 0 };
  const add = (q: number, share: number): void => {
    sums.total += share;
    sums.queue += q * share;
    if (q === 0) sums.first = share;
    if (q === places) sums.full = share;
    else {
      sums.admitting += share;
      if (share > NEGLIGIBLE) sums.servedInTime += share * servedWithin(q, taking, leaving, target);
    }
  };
  let share = 1;
  for (let q = peak; q <= places; q += 1) {
    add(q, share);
    const ratio = ratioTo(q + 1);
    share *= ratio;
    if (ratio < 1 && share * (q + 2) < NEGLIGIBLE * (1 - ratio) * (1 - ratio)) break;
  }
  share = 1;
  for (let q = peak; q > 0; q -= 1) {
    share /= ratioTo(q);
    add(q - 1, share);
    if (share === 0) break;
  }
  return sums;
}

function endlessPatience({ arrivals, taking, target }: WaitingLine): WaitingSums | undefined {
  if (arrivals >= taking) return undefined;
  const spare = taking - arrivals;
  const total = taking / spare;
  return {
    first: 1,
    total,
    queue: (total * arrivals) / spare,
    full: 0,
    admitting: total,
    servedInTime: total * (spare * target < 1 ? -expm1(-spare * target) : 1 - exp(-spare * target)),
  };
}

/** P(served within the target) of who finds q others waiting. */
function servedWithin(q: number, taking: number, leaving: number, target: number): number {
  if (leaving === 0) return regularisedGammaP(q + 1, taking * target);
  const x = taking / leaving;
  const left = exp(-leaving * target);
  return (x / (x + q + 1)) * regularisedIncompleteBeta(q + 1, x + 1, -expm1(-leaving * target), left);
}
