// How much longer or shorter waits are because handling times vary more or less than exponential ones.
import { blockingOdds } from './blockingOdds.ts';
import { steadyHandlingWait } from './steadyHandling.ts';

/**
 * Mean wait of M/G/n divided by that of M/M/n, from the variation of the handling time (its standard deviation divided by
 * its mean).
 *
 * (1 + c) / (2 c + (1 - c) W(M) / W(D)), c the square of the variation, W(M) and W(D) the mean waits with exponential and
 * with constant handling times. Exact for one agent, for exponential and for constant times. At full load and above:
 * (1 + c) / 2. For c above 1 never more than that, nor less than 1: a team of idle agents makes all laws alike.
 * Source: Kimura, A two-moment approximation for the mean waiting time in the GI/G/s queue, Management Science 32 (1986).
 * Example: 10 agents, load 8, variation 2: 2.0734 (exactly, for one such law, 2.1133).
 */
export function waitStretch(agents: number, load: number, variation: number): number {
  const c = variation * variation;
  const heavy = (1 + c) / 2;
  if (load >= agents || c === 1) return heavy;
  const spare = agents - load;
  const odds = blockingOdds(agents, load);
  if (odds === Infinity) return c < 1 ? heavy : 1;
  const exponential = 1 / ((1 + (spare / agents) * odds) * spare);
  const constant = steadyHandlingWait(agents, load);
  const ratio = constant > 0 ? exponential / constant : 1;
  const bottom = 2 * c + (1 - c) * ratio;
  if (c < 1) return (1 + c) / bottom;
  return bottom > 0 ? Math.min(heavy, Math.max(1, (1 + c) / bottom)) : heavy;
}
