// One team that takes some kinds of contacts first come first served: the single queue behind it, the fewest agents that keep the
// promises of all its kinds, and what becomes of them with a given number.
import type { TeamOutcome } from '../measures/pooling.ts';
import { type ErlangAQueue, erlangA } from '../queueing/erlangA.ts';
import { erlangC } from '../queueing/erlangC.ts';
import { agentsFor } from '../queueing/erlangPromises.ts';
import type { Fault } from '../units/fault.ts';
import {
  erlangs,
  type Fraction,
  fraction,
  type PerSecond,
  perSecond,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';

/** Contacts of one kind, and what is promised to them. */
export interface PooledKind {
  readonly arrivals: PerSecond;
  /** Mean handling time. */
  readonly handling: Seconds;
  /** Mean of the exponential patience; absent: nobody leaves. */
  readonly patience?: Seconds | undefined;
  /** A wait up to this is in time. */
  readonly target: Seconds;
  /** Share of the offered that is to be served in time. */
  readonly leastServiceLevel: Fraction;
}

/** The queue of all these kinds together: their load is exact, one mean of handling and of patience stands for all. */
export function queueOf(kinds: readonly PooledKind[]): {
  readonly arrivals: PerSecond;
  readonly handling: Seconds;
  readonly patience: Seconds | undefined;
} {
  let arrivals = 0;
  let load = 0;
  let leaving = 0;
  for (const kind of kinds) {
    arrivals += kind.arrivals;
    load += kind.arrivals * kind.handling;
    leaving += kind.patience === undefined ? 0 : kind.arrivals / kind.patience;
  }
  const [first] = kinds;
  const areAlike = (of: (kind: PooledKind) => number | undefined): boolean =>
    first !== undefined && kinds.every((kind) => of(kind) === of(first));
  return {
    arrivals: perSecond(arrivals),
    // Alike means stay the very number, which a quotient of sums would not.
    handling: areAlike((kind) => kind.handling) && first ? first.handling : seconds(load / arrivals),
    patience: areAlike((kind) => kind.patience)
      ? first?.patience
      : leaving > 0
        ? seconds(arrivals / leaving)
        : undefined,
  };
}

const areAlike = (kinds: readonly PooledKind[]): boolean =>
  kinds.every(({ handling, patience }) => handling === kinds[0]?.handling && patience === kinds[0]?.patience);

/**
 * The fewest agents of one team that keep the promises of all its kinds, by Erlang C or, with patience, Erlang A.
 *
 * Exact where handling and patience are the same for all kinds. Faults as those of `agentsFor`.
 * Example: 200 contacts an hour of 180 s, 80 % within 20 s, nobody leaves: 14.
 */
export function fewestOf(kinds: readonly PooledKind[]): Result<number, readonly Fault[]> {
  const queue = queueOf(kinds);
  let most = 0;
  for (const { target, leastServiceLevel } of kinds) {
    const agents = agentsFor({ ...queue, target }, { leastServiceLevel });
    if (!agents.ok) return agents;
    most = Math.max(most, agents.value);
  }
  return ok(most);
}

/** What a team of so many agents does for its kinds. */
export function teamWith(
  kinds: readonly PooledKind[],
  places: readonly number[],
  agents: number,
): Result<TeamOutcome, readonly Fault[]> {
  const own = places.map((place) => kinds[place] as PooledKind);
  const queue = queueOf(own);
  const load = erlangs(queue.arrivals * queue.handling);
  const levels: Fraction[] = [];
  let waits = {
    waitProbability: fraction(0),
    meanWait: seconds(0),
    abandonment: fraction(0),
    occupancy: fraction(0),
  };
  for (const { target } of own) {
    const { patience, ...endless } = queue;
    if (patience === undefined) {
      const outcome = erlangC({ ...endless, agents, target });
      if (!outcome.ok) return failed(outcome.failure);
      const { waitProbability, meanWait, occupancy, serviceLevel } = outcome.value;
      waits = { waitProbability, meanWait, abandonment: fraction(0), occupancy };
      levels.push(serviceLevel);
    } else {
      const impatient: ErlangAQueue = { ...endless, patience, agents, target };
      const outcome = erlangA(impatient);
      if (!outcome.ok) return failed(outcome.failure);
      const { waitProbability, meanWait, occupancy, abandonment, serviceLevels } = outcome.value;
      waits = { waitProbability, meanWait, abandonment, occupancy };
      levels.push(serviceLevels.ofOffered);
    }
  }
  return ok({ kinds: places, agents, load, ...waits, serviceLevels: levels, isExact: areAlike(own) });
}
