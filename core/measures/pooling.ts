// The price of splitting a pool of agents into teams, as plain data, and the live work of a plan at its busiest.
import type { Erlangs, Fraction, Seconds } from '../units/quantities.ts';

/** A team with its number of agents, and what its kinds meet. */
export interface TeamOutcome {
  /** Places in the list of kinds. */
  readonly kinds: readonly number[];
  readonly agents: number;
  readonly load: Erlangs;
  readonly occupancy: Fraction;
  readonly waitProbability: Fraction;
  /** Mean time in the queue of all; Infinity where the agents are fewer than the load and nobody leaves. */
  readonly meanWait: Seconds;
  readonly abandonment: Fraction;
  /** Of each kind, in the order of `kinds`, each by its own target. */
  readonly serviceLevels: readonly Fraction[];
  /** Whether all kinds of the team are alike in handling and patience: else their means stand for them. */
  readonly isExact: boolean;
}

export interface PoolingPrice {
  /** One team for all kinds, with the fewest agents that keep all promises. */
  readonly pooled: TeamOutcome;
  /** The teams, each with its fewest agents. */
  readonly teams: readonly TeamOutcome[];
  readonly splitAgents: number;
  /** Agents that the split needs more than the pool; below 0 where one strict promise would bind all others in the pool. */
  readonly price: number;
  /** By team: agents that it costs to set this team apart and leave the others together. */
  readonly priceOfEach: readonly number[];
  /** The agents of the pool divided among the teams as well as it goes: what customers meet where nobody is added. */
  readonly sameAgents: readonly TeamOutcome[] | null;
  /** Whether every number rests on an exact model: handling and patience of all kinds alike. */
  readonly isExact: boolean;
}

export interface CrossTrainingStep {
  readonly agents: number;
  /** Of them, those who take every kind. */
  readonly able: number;
  /** Specialists of each team. */
  readonly specialists: readonly number[];
  /** Part of the price of splitting that this wins back: 0 split, 1 pooled. */
  readonly wonBack: number;
}

export interface CrossTraining {
  /**
   * From the split with nobody able down towards the pool, fewer agents and more of them able; at most ten. It ends before the pool
   * where more would have to be able than can be calculated at once.
   */
  readonly steps: readonly CrossTrainingStep[];
  /** The first step that wins three quarters of the price back; null where none does. */
  readonly most: CrossTrainingStep | null;
}

/** The price of a split with the cross-training that wins it back. */
export interface PooledSplit {
  readonly price: PoolingPrice;
  readonly training: CrossTraining;
}

/** Live contacts of a team or an issue type in the busiest interval of the counted time. */
export interface BusyKind {
  /** Id of the team or issue type. */
  readonly part: string;
  readonly contactsPerHour: number;
  readonly handlingSeconds: number;
  /** Mean; null where nobody leaves. */
  readonly patienceSeconds: number | null;
  /** Of the strictest live promise on it; null where none is about it. */
  readonly targetSeconds: number | null;
  readonly shareToAttain: number | null;
}

export interface BusiestWork {
  readonly by: 'team' | 'issueType';
  /** Local day of the horizon, from 0 on, its Gregorian date, and minutes since it began. */
  readonly day: number;
  readonly date: string;
  readonly startMinute: number;
  readonly intervalSeconds: number;
  /** In the order of the plan; only those to whom live contacts come then. */
  readonly kinds: readonly BusyKind[];
}
