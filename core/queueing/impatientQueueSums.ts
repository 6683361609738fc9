// Sums over the number waiting that every measure of Erlang A is made of. All terms are positive, so nothing
// cancels, and they are taken relative to the largest, so nothing overflows.
import { log } from '../numerics/log.ts';

/** Sums over q = 0, 1, 2 ... of t(q) = y^q / ((x + 1) ... (x + q)), each divided by the largest t. */
export interface ImpatientQueueSums {
  /** The q of the largest t. */
  readonly mode: number;
  /** t(0) divided by the largest t; 0 if it does not count. */
  readonly first: number;
  /** Sum of t(q). */
  readonly total: number;
  /** Sum of q t(q). */
  readonly queue: number;
  /** Sum of t(q) E[wait; served | q waiting before], in units of the mean patience. */
  readonly waitOfServed: number;
  /** Sum of t(q) E[wait; abandoned | q waiting before], in units of the mean patience. */
  readonly waitOfAbandoned: number;
}

const NEGLIGIBLE = 1e-18;

/**
 * The sums, for x = service rate of the whole team times mean patience, y = arrival rate times mean patience.
 *
 * Who finds q waiting before him is served with probability x / (x + q + 1), and then waits
 * H(q) = sum over i = 1 ... q + 1 of 1 / (x + i) on average; who leaves adds (q + 1 - x H(q)) / (x + q + 1) in all.
 * These follow from the wait being a sum of exponential times with rates x + i. Source of t: Palm, Research on
 * telephone traffic carried by full availability groups, Tele 1 (1957); Mandelbaum and Zeltyn (2007).
 * Range: x > 0, y >= 0. The number of terms grows as the square root of the larger of x and y.
 */
export function impatientQueueSums(x: number, y: number): ImpatientQueueSums {
  const mode = Math.max(0, Math.floor(y - x));
  const start = partialSums(x, mode + 1);
  let first = mode === 0 ? 1 : 0;
  let total = 0;
  let queue = 0;
  let waitOfServed = 0;
  let waitOfAbandoned = 0;

  let term = 1;
  let h = start.harmonic;
  let k = start.complement;
  for (let q = mode; ; q += 1) {
    const inverse = 1 / (x + q + 1);
    total += term;
    queue += q * term;
    waitOfServed += term * x * inverse * h;
    waitOfAbandoned += term * inverse * k;
    const ratio = y * inverse;
    term *= ratio;
    if (!(term * (q + 1) > NEGLIGIBLE * (1 - ratio) * (1 - ratio) * (queue + total))) break;
    const next = 1 / (x + q + 2);
    h += next;
    k += (q + 2) * next;
  }

  term = 1;
  h = start.harmonic;
  k = start.complement;
  for (let q = mode; q > 0; q -= 1) {
    const inverse = 1 / (x + q + 1);
    h -= inverse;
    k -= (q + 1) * inverse;
    term *= (x + q) / y;
    total += term;
    queue += (q - 1) * term;
    waitOfServed += (term * x * h) / (x + q);
    waitOfAbandoned += (term * k) / (x + q);
    if (q === 1) first = term;
    if (term < 1e-40) break;
  }
  return { mode, first, total, queue, waitOfServed, waitOfAbandoned };
}

/** Sums over i = 1 ... count of 1 / (x + i) and of i / (x + i). */
function partialSums(x: number, count: number): { harmonic: number; complement: number } {
  const direct = Math.min(count, 20_000);
  let harmonic = 0;
  let complement = 0;
  for (let i = 1; i <= direct; i += 1) {
    harmonic += 1 / (x + i);
    complement += i / (x + i);
  }
  if (direct < count) {
    const from = x + direct;
    const rest = log((x + count) / from) + eulerTail(x + count) - eulerTail(from);
    harmonic += rest;
    complement += count - direct - x * rest;
  }
  return { harmonic, complement };
}

/** The harmonic number H(z) less ln z and Euler's constant, for z >= 100. Abramowitz and Stegun (1964), 6.3.18. */
function eulerTail(z: number): number {
  return (0.5 - (1 / 12 - 1 / (120 * z * z)) / z) / z;
}
