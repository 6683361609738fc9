// How many of those who arrive in an interval are begun within the promised time, though staff changes while they wait.
import type { StaffedInterval, TimeVaryingQueue } from './timeVaryingQueue.ts';
import { downRates } from './timeVaryingQueue.ts';
import { advanceShares, chancesBefore } from './uniformised.ts';

/** Gauss's rule of 8 points on 0 ... 1: places and weights. */
const PLACES = [
  0.01985507175123188, 0.10166676129318664, 0.2372337950418355, 0.40828267875217511, 0.5917173212478249,
  0.7627662049581645, 0.8983332387068134, 0.9801449282487681,
];
const WEIGHTS = [
  0.05061426814518813, 0.11119051722668724, 0.15685332293894363, 0.181341891689181, 0.181341891689181,
  0.15685332293894363, 0.11119051722668724, 0.05061426814518813,
];

/**
 * The integral over interval k of the probability that a contact arriving then is begun in time; times the arrival rate
 * it is their number. `begin` are the shares of the numbers present at its beginning.
 *
 * A contact that finds an idle agent is begun at once. One that waits follows the number before it: it falls as the team
 * takes contacts and others leave, jumps where staff changes, and the contact begins when it falls below 0. The chances
 * are calculated backwards from the deadline, for all numbers at once, at 8 moments of each stretch between two moments
 * where the deadline meets a change of staff.
 */
export function begunInTime(queue: TimeVaryingQueue, k: number, begin: Float64Array): number {
  const { length, arrivals, agents } = queue.intervals[k] as StaffedInterval;
  const most = begin.length - 1;
  const down = downRates(queue, agents, most);
  const shares = begin.slice();
  let at = 0;
  let sum = 0;
  const panels = panelsOf(queue, k);
  for (const [from, to, isSteady] of panels) {
    if (isSteady) {
      // The chances are the same all along: one look at them, and how long each number is held.
      const chances = chancesAt(queue, k, from, most);
      const time = new Float64Array(most + 1);
      advanceShares(shares, arrivals, down, to - from, time);
      at = to;
      sum += begun(time, chances, agents);
      continue;
    }
    for (const [node, place] of PLACES.entries()) {
      const moment = from + (to - from) * place;
      advanceShares(shares, arrivals, down, moment - at);
      at = moment;
      sum +=
        (WEIGHTS[node] as number) * (to - from) * begun(shares, chancesAt(queue, k, moment, most), agents);
    }
  }
  return Math.min(length, sum);
}

function begun(shares: Float64Array, chances: Float64Array, agents: number): number {
  let sum = 0;
  for (let n = 0; n < shares.length; n += 1) {
    const chance = n < agents ? 1 : (chances[n - agents] as number);
    sum += (shares[n] as number) * chance;
  }
  return sum;
}

/** One stretch of those that a contact may wait through. */
interface Stretch {
  readonly agents: number;
  readonly seconds: number;
}

/** What lies between a moment of interval k and the deadline of who arrives then. */
function stretchesFrom(queue: TimeVaryingQueue, k: number, moment: number): Stretch[] {
  const { intervals, start, target } = queue;
  let left = target?.within ?? 0;
  const stretches: Stretch[] = [];
  let idle = 0;
  for (let at = k; left > 0; at += 1) {
    const isOver = at >= intervals.length && start !== 'repeating';
    const { agents, length } = intervals[
      isOver ? intervals.length - 1 : at % intervals.length
    ] as StaffedInterval;
    const here = isOver ? left : length - (at === k ? moment : 0);
    const counts = target?.clock === 'wall' || agents > 0;
    const seconds = counts ? Math.min(left, here) : here;
    if (counts) left -= seconds;
    idle = counts ? 0 : idle + 1;
    if (idle > intervals.length) break;
    const last = stretches[stretches.length - 1];
    if (last?.agents === agents)
      stretches[stretches.length - 1] = { agents, seconds: last.seconds + seconds };
    else stretches.push({ agents, seconds });
  }
  return stretches;
}

/** Chances of being begun in time with j others before, for a contact that waits at a moment of interval k. */
function chancesAt(queue: TimeVaryingQueue, k: number, moment: number, most: number): Float64Array {
  const { handling, patience, shiftEnd } = queue;
  const stretches = stretchesFrom(queue, k, moment);
  const chances = new Float64Array(most + 1);
  for (let s = stretches.length - 1; s >= 0; s -= 1) {
    const { agents, seconds } = stretches[s] as Stretch;
    chancesBefore(chances, agents / handling, patience === undefined ? 0 : 1 / patience, seconds);
    const before = s > 0 ? (stretches[s - 1] as Stretch).agents : agents;
    const more = agents - before;
    if (more > 0 || (more < 0 && shiftEnd === 'handBack')) shift(chances, more);
  }
  return chances;
}

/** After `more` agents have come (or fewer, with contacts handed back), j before have become j - more. */
function shift(chances: Float64Array, more: number): void {
  const later = chances.slice();
  for (let j = 0; j < chances.length; j += 1) {
    chances[j] = j < more ? 1 : (later[j - more] ?? 0);
  }
}

/** The interval cut where a deadline meets a change of staff; a piece is steady if its deadlines stay within it. */
function panelsOf(
  queue: TimeVaryingQueue,
  k: number,
): (readonly [from: number, to: number, isSteady: boolean])[] {
  const { intervals, start, target } = queue;
  const { length, agents } = intervals[k] as StaffedInterval;
  const within = target?.within ?? 0;
  const steady = agents > 0 || target?.clock === 'wall' ? Math.max(0, length - within) : 0;
  const cuts = new Set([0, steady, length]);
  // An open clock stands still while it is closed, so its deadlines meet every change as open time runs.
  let ahead = 0;
  for (let at = k + 1; at < k + 4 * intervals.length; at += 1) {
    if (at >= intervals.length && start !== 'repeating') break;
    const next = intervals[at % intervals.length] as StaffedInterval;
    const cut = length + ahead - within;
    if (cut >= length) break;
    if (cut > 0) cuts.add(cut);
    if (target?.clock === 'wall' || next.agents > 0) ahead += next.length;
  }
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(1).map((to, at) => [sorted[at] as number, to, to <= steady] as const);
}
