// Kinds of contacts by the hour, and the fewest agents for them by plain chains: what the price of pooling is held against.
import type { PooledKind } from '../../core/pooling/index.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { meanOf, solveChain } from '../queueing/denseChain.ts';

/** A kind of contacts by its volume an hour. */
export const kindOf = (
  perHour: number,
  handling: number,
  { patience, target = 20, least = 0.8 }: { patience?: number; target?: number; least?: number } = {},
): PooledKind => ({
  arrivals: perSecond(perHour / 3600),
  handling: seconds(handling),
  ...(patience !== undefined && { patience: seconds(patience) }),
  target: seconds(target),
  leastServiceLevel: fraction(least),
});

/** In time of who meets a queue without patience, by a plain chain of the number present and Poisson's sums for the wait. */
function slowLevel(load: number, agents: number, targetInHandlings: number): number {
  if (agents <= load) return 0;
  const chain = solveChain(0, (n: number): [number, number][] => [
    ...(n < agents + 260 ? [[n + 1, load] as [number, number]] : []),
    ...(n > 0 ? [[n - 1, Math.min(n, agents)] as [number, number]] : []),
  ]);
  const passed = agents * targetInHandlings;
  /** P(at least so many of the busy agents become free within the target). */
  const atLeast = (count: number): number => {
    let fewer = 0;
    let term = Math.exp(-passed);
    for (let k = 0; k < count; k += 1) {
      fewer += term;
      term *= passed / (k + 1);
    }
    return 1 - fewer;
  };
  return meanOf(chain, (n) => (n < agents ? 1 : atLeast(n - agents + 1)));
}

/** The fewest agents by going up one by one. */
export function slowFewest(load: number, targetInHandlings: number, least: number): number {
  let agents = Math.floor(load) + 1;
  while (slowLevel(load, agents, targetInHandlings) < least) agents += 1;
  return agents;
}
