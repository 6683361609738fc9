// Two tiers with escalation, return and impatient contacts: no product form, so a chain of both numbers present.
import { type Fault, fault } from '../units/fault.ts';
import {
  type Contacts,
  contacts,
  type Fraction,
  fraction,
  type PerSecond,
  perSecond,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { bandedStationary } from './bandedChain.ts';
import { ARRIVALS, MEAN_SECONDS, rangeFaults } from './inputFaults.ts';

/** One tier. */
export interface ImpatientTier {
  readonly agents: number;
  readonly handling: Seconds;
  /** Mean of the exponential patience, anew in each tier. */
  readonly patience: Seconds;
}

/** Both tiers and the ways between them. */
export interface TwoTiers {
  readonly arrivals: PerSecond;
  readonly first: ImpatientTier;
  readonly second: ImpatientTier;
  /** Share of what the first tier handles that goes on to the second. */
  readonly escalated: Fraction;
  /** Share of what the second tier handles that returns to the first. */
  readonly returned: Fraction;
}

/** What is known of one tier, per visit to it. */
export interface TierOutcome {
  readonly arrivals: PerSecond;
  readonly occupancy: Fraction;
  /** Share of time in which all agents are busy. */
  readonly allBusy: Fraction;
  readonly abandonment: Fraction;
  readonly meanWait: Seconds;
  readonly meanQueue: Contacts;
}

const NEGLIGIBLE = 1e-14;
const MOST_WORK = 6e9;

/**
 * Long-run measures of two tiers; exact up to numbers present whose share is below 1e-14.
 *
 * Source: the chain is that of Jackson (1957) with departures from the queues; solved by elimination.
 * Range: 1 to 200 agents a tier, where the chain stays small; else `tooLarge`. Patience makes every case stable.
 * Example: 3 contacts a second, 3 agents of 1 s with patience 2 s, a quarter to 2 agents of 2 s with patience 4 s: 18.727 %
 * leave the first tier, 10.027 % of its visits the second.
 */
export function twoTiers(
  network: TwoTiers,
): Result<readonly [first: TierOutcome, second: TierOutcome], readonly Fault[]> {
  const faults = [
    ...rangeFaults(['arrivals'], network.arrivals, ARRIVALS),
    ...rangeFaults(['escalated'], network.escalated, { least: 0, most: 1 }),
    ...rangeFaults(['returned'], network.returned, { least: 0, most: 1 }),
    ...(['first', 'second'] as const).flatMap((tier) => [
      ...rangeFaults([tier, 'agents'], network[tier].agents, { least: 1, most: 200, whole: true }),
      ...rangeFaults([tier, 'handling'], network[tier].handling, MEAN_SECONDS),
      ...rangeFaults([tier, 'patience'], network[tier].patience, MEAN_SECONDS),
    ]),
  ];
  if (faults.length > 0) return failed(faults);
  let limits: readonly [number, number] = [network.first.agents + 24, network.second.agents + 24];
  for (;;) {
    const [mostFirst, mostSecond] = limits;
    if ((mostFirst + 1) * (mostSecond + 1) * (mostSecond + 2) ** 2 > MOST_WORK) {
      return failed([fault('tooLarge', [])]);
    }
    const shares = sharesOf(network, mostFirst, mostSecond);
    const { first, second } = marginals(shares, mostFirst, mostSecond);
    const isEnough = [first, second].map((each) => (each[each.length - 1] as number) < NEGLIGIBLE);
    if (isEnough.every((enough) => enough)) return ok(outcomesOf(network, first, second));
    limits = [
      isEnough[0] ? mostFirst : Math.ceil(mostFirst * 1.5),
      isEnough[1] ? mostSecond : Math.ceil(mostSecond * 1.5),
    ];
  }
}

function sharesOf(network: TwoTiers, mostFirst: number, mostSecond: number): Float64Array {
  const { arrivals, first, second, escalated, returned } = network;
  const row = mostSecond + 1;
  return bandedStationary((mostFirst + 1) * row, row, (state, add) => {
    const one = Math.floor(state / row);
    const two = state - one * row;
    if (one < mostFirst) add(state + row, arrivals);
    if (one > 0) {
      const handled = Math.min(one, first.agents) / first.handling;
      add(state - row + (two < mostSecond ? 1 : 0), handled * escalated);
      add(state - row, handled * (1 - escalated) + Math.max(0, one - first.agents) / first.patience);
    }
    if (two > 0) {
      const handled = Math.min(two, second.agents) / second.handling;
      add(state - 1 + (one < mostFirst ? row : 0), handled * returned);
      add(state - 1, handled * (1 - returned) + Math.max(0, two - second.agents) / second.patience);
    }
  });
}

function marginals(shares: Float64Array, mostFirst: number, mostSecond: number) {
  const first = new Float64Array(mostFirst + 1);
  const second = new Float64Array(mostSecond + 1);
  for (const [state, share] of shares.entries()) {
    const one = Math.floor(state / (mostSecond + 1));
    const two = state - one * (mostSecond + 1);
    first[one] = (first[one] as number) + share;
    second[two] = (second[two] as number) + share;
  }
  return { first, second };
}

function outcomesOf(
  network: TwoTiers,
  first: Float64Array,
  second: Float64Array,
): readonly [TierOutcome, TierOutcome] {
  const busyIn = (shares: Float64Array, agents: number): number =>
    shares.reduce((sum, share, present) => sum + share * Math.min(present, agents), 0);
  const done = (shares: Float64Array, tier: ImpatientTier): number =>
    busyIn(shares, tier.agents) / tier.handling;
  const tier = (shares: Float64Array, { agents, patience }: ImpatientTier, rate: number): TierOutcome => {
    const queue = shares.reduce((sum, share, present) => sum + share * Math.max(0, present - agents), 0);
    return {
      arrivals: perSecond(rate),
      occupancy: fraction(busyIn(shares, agents) / agents),
      allBusy: fraction(shares.reduce((sum, share, present) => (present >= agents ? sum + share : sum), 0)),
      abandonment: fraction(queue / patience / rate),
      meanWait: seconds(queue / rate),
      meanQueue: contacts(queue),
    };
  };
  return [
    tier(first, network.first, network.arrivals + done(second, network.second) * network.returned),
    tier(second, network.second, done(first, network.first) * network.escalated),
  ];
}
