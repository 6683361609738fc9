// What a split costs in agents, and how little cross-training wins most of it back: by the exact chains where the organisation is
// small enough for a quick answer, else by the rule of the square root.
import { crossTraining, type PooledKind, type PoolingQuestion, poolingPrice } from '../../pooling/index.ts';
import { fraction, perSecond, seconds } from '../../units/quantities.ts';
import type { Choices } from '../choices.ts';

export interface SplitPrice {
  /** Agents at the busiest time, in one team and in all of them. */
  readonly pooled: number;
  readonly split: number;
  readonly price: number;
  /** By part: what it costs to set this part apart. */
  readonly priceOfEach: readonly number[];
  /** The first step that wins back most of it: so many agents who can do a second kind of work. Null: not asked, or none does. */
  readonly crossTrained: { readonly agents: number; readonly wonBack: number } | null;
}

/** Contacts of one part of a split. */
export interface SplitPart {
  readonly livePerWeek: number;
  /** Mean seconds of one. */
  readonly seconds: number;
}

/** Exact chains are asked up to so much load; beyond, they would take longer than somebody waits for an advice. */
const mostErlangs = 40;
const mostErlangsCrossTrained = 8;
const mostTeamsCrossTrained = 3;
/** Reserve of a team for 80 % in a short time, in roots of its load (Halfin and Whitt 1981). */
const reserveInRoots = 0.8;
const slotSeconds = 1800;

/**
 * The price of splitting work into these parts, at the busiest half hour of the week. Where nothing is live a split costs nothing:
 * what is written can wait for the next hour. Example: four parts of 50 calls an hour of 180 s: 14 agents together, 20 apart.
 */
export function splitPriceOf(
  { company, promises }: Choices,
  parts: readonly SplitPart[],
  withCrossTraining: boolean,
): SplitPrice {
  const peak = company.live.shares.reduce((most, share) => Math.max(most, share), 0) / slotSeconds;
  const live = parts.map((part) => ({ ...part, arrivals: part.livePerWeek * peak }));
  const loads = live.map((part) => part.arrivals * part.seconds);
  const load = loads.reduce((sum, one) => sum + one, 0);
  const promise = promises.find(({ isLive, clock }) => isLive && clock === 'firstResponse');
  if (load <= 0 || promise === undefined)
    return { pooled: 0, split: 0, price: 0, priceOfEach: parts.map(() => 0), crossTrained: null };
  const share = Math.min(0.99, Math.max(0.5, promise.share));
  const kinds: PooledKind[] = live.map(({ arrivals, seconds: handling }) => ({
    arrivals: perSecond(Math.max(arrivals, 1e-9)),
    handling: seconds(Math.max(1, handling)),
    target: seconds(promise.seconds),
    leastServiceLevel: fraction(share),
  }));
  const byRoots = rootPrice(loads);
  if (load > mostErlangs || kinds.length > 12 || promise.seconds > 3600) return byRoots;
  const question: PoolingQuestion = { kinds };
  const found = poolingPrice(question);
  if (!found.ok) return byRoots;
  const { pooled, splitAgents, price, priceOfEach } = found.value;
  const isSmall = load <= mostErlangsCrossTrained && kinds.length <= mostTeamsCrossTrained && price > 0;
  const trained = withCrossTraining && isSmall ? crossTraining(question, found.value) : null;
  const most = trained?.most ?? null;
  return {
    ...{ pooled: pooled.agents, split: splitAgents, price, priceOfEach },
    crossTrained: most === null ? null : { agents: most.able, wonBack: most.wonBack },
  };
}

/** Each team keeps a reserve that grows with the root of its load. */
function rootPrice(loads: readonly number[]): SplitPrice {
  const need = (load: number): number => Math.ceil(load + reserveInRoots * Math.sqrt(load));
  const all = loads.reduce((sum, load) => sum + load, 0);
  const pooled = need(all);
  const split = loads.reduce((sum, load) => sum + need(load), 0);
  return {
    ...{ pooled, split, price: split - pooled, crossTrained: null },
    priceOfEach: loads.map((load) => need(load) + need(all - load) - pooled),
  };
}
