// How likely all agents of a team are busy when deferred work is taken up beside the live one.
import { blockingOdds } from '../queueing/blockingOdds.ts';
import { impatientQueueSums } from '../queueing/impatientQueueSums.ts';
import type { StationInput } from './station.ts';

/**
 * How likely all agents are busy, with deferred work taken up while more than the reserve are free; and how likely no more are free.
 *
 * From the first level at which no deferred work is begun (agents - reserve) on only live contacts come: a chain of its
 * own, with mean number busy `upper`; below it both come: a truncated Poisson law with mean `lower`. The share of time
 * above follows from the whole load, which must be done. Exact without deferred work (then it is Erlang A or C), and
 * where deferred work never ends.
 */
export function busyAgents(
  { handling, patience, deferredLoad, reserve }: StationInput,
  agents: number,
  load: number,
  full: number,
): { waitProbability: number; mostBusy: number; blocked: number } {
  const leaves = patience !== Number.POSITIVE_INFINITY;
  const sums = leaves ? impatientQueueSums((agents * patience) / full, (load / handling) * patience) : null;
  const queueSum =
    sums === null ? 1 / Math.max(1e-9, 1 - load / agents) : sums.total / Math.max(1e-300, sums.first);
  const levels = Math.min(agents, reserve);
  const bottom = agents - levels;
  // Weights of the levels from `bottom` on, relative to that of all busy and nobody waiting.
  let weight = 1;
  let below = 0;
  let belowBusy = 0;
  for (let level = agents - 1; level >= bottom; level -= 1) {
    weight *= (level + 1) / load;
    below += weight;
    belowBusy += weight * level;
    if (weight > 1e200) break;
  }
  const upperAll = below + queueSum;
  const fullOfUpper = queueSum / upperAll;
  const upper = (belowBusy + agents * queueSum) / upperAll;
  if (deferredLoad === Number.POSITIVE_INFINITY)
    return { waitProbability: fullOfUpper, mostBusy: upper, blocked: 1 };
  const all = load + deferredLoad;
  const lower = bottom <= 0 ? 0 : bottom === 1 ? 0 : truncatedMean(bottom - 1, all);
  const waiting = sums === null ? 0 : sums.queue / sums.total;
  const lost = sums === null ? 0 : (waiting * handling * fullOfUpper) / patience;
  const share = Math.min(1, Math.max(0, (all - lower) / (upper - lower + lost)));
  return { waitProbability: share * fullOfUpper, mostBusy: upper, blocked: share };
}

/** Mean of a Poisson law held at or below `most`. */
function truncatedMean(most: number, load: number): number {
  return load * (1 - 1 / (1 + blockingOdds(most, load)));
}
