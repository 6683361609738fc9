// One queue before its team, followed plainly: its numbers present by a dense chain, and the wait of who joins in many small steps.
import { meanOf, solveChain } from './denseChain.ts';

/** The shares of the numbers present of a queue with limited lines. */
export const presentOf = (
  agents: number,
  lines: number,
  arrivals: number,
  handling: number,
  leaving: number,
) =>
  solveChain(0, (n: number) => [
    ...(n < lines ? [[n + 1, arrivals] as const] : []),
    ...(n > 0 ? [[n - 1, Math.min(n, agents) / handling + Math.max(0, n - agents) * leaving] as const] : []),
  ]);

/** P(served within the target) of who finds 0 ... `most` waiting, patience and takings followed by Runge and Kutta's steps. */
export function servedInTime(most: number, taking: number, leaving: number, target: number): Float64Array {
  const size = most + 1;
  const steps = 400;
  const step = target / steps;
  const chances = new Float64Array(size);
  const slopes = [0, 1, 2, 3].map(() => new Float64Array(size));
  const at = new Float64Array(size);
  const slope = (into: Float64Array, from: Float64Array): void => {
    for (let j = 0; j < size; j += 1) {
      const before = j === 0 ? 1 : (from[j - 1] as number);
      const now = from[j] as number;
      into[j] = (taking + j * leaving) * (before - now) - leaving * now;
    }
  };
  const [a, b, c, d] = slopes as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let k = 0; k < steps; k += 1) {
    slope(a, chances);
    for (const [into, from, length] of [
      [b, a, step / 2],
      [c, b, step / 2],
      [d, c, step],
    ] as const) {
      for (let j = 0; j < size; j += 1) at[j] = (chances[j] as number) + length * (from[j] as number);
      slope(into, at);
    }
    for (let j = 0; j < size; j += 1)
      chances[j] =
        (chances[j] as number) +
        (step / 6) * ((a[j] as number) + 2 * (b[j] as number) + 2 * (c[j] as number) + (d[j] as number));
  }
  return chances;
}

export interface PlainQueue {
  readonly agents: number;
  readonly arrivals: number;
  readonly handling: number;
  /** 1 / mean patience; 0: nobody leaves. */
  readonly leaving: number;
  readonly target: number;
}

/** What a promise may be about, of a queue whose line is cut where nothing counts any more. */
export function plainMeasures({ agents, arrivals, handling, leaving, target }: PlainQueue, most: number) {
  const chain = presentOf(agents, agents + most, arrivals, handling, leaving);
  const inTime = servedInTime(most, agents / handling, leaving, target);
  const queue = meanOf(chain, (n) => Math.max(0, n - agents));
  return {
    serviceLevel: meanOf(chain, (n) => (n < agents ? 1 : (inTime[n - agents] ?? 0))),
    waiting: meanOf(chain, (n) => (n >= agents ? 1 : 0)),
    abandonment: (queue * leaving) / arrivals,
    meanWait: queue / arrivals,
    occupancy: meanOf(chain, (n) => Math.min(n, agents)) / agents,
  };
}
