// Search by formula and look by simulation, in turn: each look tells the next search what the formulas are off.
import type { VerdictOfPromise } from '../measures/verdict.ts';
import { correctedGoal, coverageGoals, loadGoals, type Seen } from './goals.ts';
import { type LeastCost, leastCost } from './leastCost.ts';
import { type Agents, Answers, type Question, type Values } from './question.ts';
import { bestTried, type Reaches, reachesOf, shortOf, type Tried } from './tried.ts';

export interface Rounds extends Pick<Question, 'posts' | 'total' | 'most'> {
  /** As planned. */
  readonly start: Agents;
  /** What is promised, of each promise. */
  readonly shares: readonly number[];
  readonly teams: number;
  /** By formula: of each promise its level; of each team what is left of its time, then the hours without anybody, below 0. */
  readonly ask: (agents: Agents) => Values;
  /** What becomes of the promises with the customers of a block, every block with others; null: nothing is simulated. */
  readonly simulate: ((agents: Agents, block: number) => Promise<readonly VerdictOfPromise[]>) | null;
}

export interface FoundInRounds {
  readonly before: Tried;
  readonly best: Tried;
  readonly reaches: Reaches;
  /** Posts that no promise feels. */
  readonly unfelt: ReadonlySet<number>;
  /** Answers by formula. */
  readonly asked: number;
  /** Nothing cheaper is found from the best. */
  readonly isSettled: boolean;
}

/** So many searches, and twice as many while none has come to a plan that keeps what can be kept. */
const mostSearches = 6;
/** Plans that are looked at with other customers, in the end. */
const mostFresh = 4;

/**
 * The cheapest numbers found of which the simulation is sure, with customers that the search has not seen: all looks of the search are at
 * the same customers (block 0), so that they tell two plans apart; whoever is found is then looked at with others, the cheapest first.
 */
export async function leastCostInRounds(rounds: Rounds): Promise<FoundInRounds> {
  const { posts, start, shares, teams, ask, total, most, simulate } = rounds;
  const answers = new Answers(ask);
  const look = async (agents: Agents, block: number): Promise<Tried> => ({
    ...{ agents, cost: total(agents), values: answers.values(agents) },
    verdicts: simulate === null ? [] : await simulate(agents, block),
  });
  const before = await look(start, 0);
  const all = [before];
  let best = before;
  let found: LeastCost | null = null;
  let reaches: Reaches = [];
  let room = 1;
  let caution = 1;
  const better = (one: Tried, other: Tried): Tried => bestTried(shares, reaches, before, [one, other]);
  const shortfalls = (one: Tried): number[] => shortOf(shares, reaches, before, one);
  const spares = before.values.slice(shares.length, shares.length + teams);
  const isShort = (one: Tried): boolean => shortfalls(one).some((short) => short > 0);
  const mayGoOn = (searches: number): boolean =>
    searches === 0 || (simulate !== null && searches < (isShort(best) ? 2 * mostSearches : mostSearches));
  for (let search = 0; mayGoOn(search); search += 1) {
    const goals = [
      ...shares.map((share, place) => correctedGoal(share, seenOf(all, place), caution)),
      ...loadGoals(spares, room),
      ...coverageGoals(teams),
    ];
    found = leastCost({ posts, goals, ask, total, most }, best.agents, answers);
    reaches = reachesOf(shares.length, before, found.givenUp);
    const { agents } = found;
    if (all.some((one) => isSame(one.agents, agents))) {
      if (isSame(agents, best.agents) && !isShort(best)) break;
      // It goes round among plans that do not quite do.
      caution += 1;
      continue;
    }
    const latest = await look(agents, 0);
    all.push(latest);
    best = better(best, latest);
    // What no goal by formula holds is held by leaving more of everybody's time.
    const short = shortfalls(latest);
    if (reaches.some((reach, place) => reach !== 'held' && (short[place] ?? 0) > 0)) room /= 2;
  }
  if (simulate !== null) {
    const promising = all.filter((one) => !isShort(one));
    const inOrder = promising.length === 0 ? [best] : promising.sort((one, other) => one.cost - other.cost);
    for (const [place, one] of inOrder.slice(0, mostFresh).entries()) {
      const fresh = await look(one.agents, place + 1);
      best = place === 0 ? fresh : better(best, fresh);
      if (!isShort(fresh)) break;
    }
  }
  const isSettled = found !== null && !found.isStoppedEarly && isSame(found.agents, best.agents);
  return { before, best, reaches, unfelt: found?.unfelt ?? new Set(), asked: answers.asked, isSettled };
}

const isSame = (one: Agents, other: Agents): boolean => one.every((agents, post) => agents === other[post]);

/** What was seen of a promise; null where no formula answers. */
function seenOf(all: readonly Tried[], place: number): readonly Seen[] | null {
  if ((all[0]?.values[place] ?? null) === null) return null;
  return all.flatMap(({ values, verdicts }) => {
    const formula = values[place] ?? null;
    const found = verdicts[place]?.attained;
    if (found === undefined || found.value === null || formula === null) return [];
    return [{ formula, simulated: found.value, halfWidth: found.halfWidth ?? 0 }];
  });
}
