// Numbers on duty that were looked at as a whole plan, and which of them to give: the cheapest that surely keeps what can be kept.
import type { Reach } from '../measures/leastCost.ts';
import type { VerdictOfPromise } from '../measures/verdict.ts';
import { type Agents, nothing, type Values } from './question.ts';

export interface Tried {
  readonly agents: Agents;
  /** As a whole, as the question puts it. */
  readonly cost: number;
  /** By formula, the promises first. */
  readonly values: Values;
  /** By simulation, in the order of the promises; none where nothing was simulated. */
  readonly verdicts: readonly VerdictOfPromise[];
}

export type Reaches = readonly Reach[];

/** Whether each promise can be kept by people at all, with the places of those that the search gave up. */
export const reachesOf = (promises: number, { values }: Tried, givenUp: ReadonlySet<number>): Reach[] =>
  values
    .slice(0, promises)
    .map((value, place) => (value === null ? 'noFormula' : givenUp.has(place) ? 'outOfReach' : 'held'));

/** What cannot be kept may at least not fall by more than this. */
export const mayFall = 0.01;

/**
 * By how much each promise is short of being surely kept: of the lower end of its interval, or of the level by formula where nothing was
 * simulated. What is out of reach, or not kept as planned and without a formula, is short where it falls by more than a hundredth.
 */
export function shortOf(shares: readonly number[], reaches: Reaches, before: Tried, tried: Tried): number[] {
  return shares.map((share, place) => {
    const lacking = lackingOf(share, tried, place);
    const isGivenUp =
      reaches[place] === 'outOfReach' ||
      (reaches[place] === 'noFormula' && lackingOf(share, before, place) > 0);
    if (!isGivenUp) return lacking;
    const was = levelOf(before, place) ?? 0;
    return Math.min(lacking, Math.max(0, was - mayFall - (levelOf(tried, place) ?? was)));
  });
}

const levelOf = ({ values, verdicts }: Tried, place: number): number | null =>
  verdicts.length === 0 ? (values[place] ?? null) : (verdicts[place]?.attained.value ?? null);

/** Nobody is counted: nobody is late. */
function lackingOf(share: number, tried: Tried, place: number): number {
  const level = levelOf(tried, place);
  const halfWidth = tried.verdicts[place]?.attained.halfWidth ?? 0;
  return level === null ? 0 : Math.max(0, share - level + halfWidth - nothing);
}

/** The cheapest that is short of nothing; where there is none, the one that is short of least. */
export function bestTried(
  shares: readonly number[],
  reaches: Reaches,
  before: Tried,
  all: readonly [Tried, ...Tried[]],
): Tried {
  const shortBy = (tried: Tried): number =>
    shortOf(shares, reaches, before, tried).reduce((sum, short) => sum + short, 0);
  return all.reduce((best, tried) => {
    const nearer = shortBy(tried) - shortBy(best);
    if (Math.abs(nearer) > nothing) return nearer < 0 ? tried : best;
    return tried.cost < best.cost - nothing ? tried : best;
  });
}
