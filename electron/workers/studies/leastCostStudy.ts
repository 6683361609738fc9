import { createEvaluator } from '../../../core/evaluate/index.ts';
import { planHash as hashOf } from '../../../core/plan/planHash.ts';
import { baseOf } from '../../../core/plan/scenarios/resolveScenario.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import {
  type Agents,
  bestTried,
  correctedGoals,
  coverageGoals,
  type LeastCost,
  leastCost,
  leastCostResult,
  loadGoals,
  onDuty,
  postsOf,
  type Reaches,
  reachesOf,
  shortOf,
  type Tried,
  uncoveredHours,
  usualGroups,
  type Values,
} from '../../../core/search/index.ts';
import { engineVersion } from '../../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../host/timeZoneOffsets.ts';
import { type Study, StudyEnded } from '../studyTable.ts';
import { promiseVerdicts } from './promiseVerdicts.ts';
import { planInvalid, withinFormulas } from './withinFormulas.ts';

/** Answers by formula in one search: what a minute or two of a large plan allows. */
const mostAnswers = 1500;
/** Searches, each with what the simulation says of the one before. */
const mostSearches = 5;

/**
 * The least costly numbers on duty that keep the promises: searched by formula, simulated with customers that the search has not seen,
 * and searched again with what the formulas were off, until the simulation is sure of a plan and no cheaper one is found.
 */
export const leastCostStudy: Study<'leastCost'> = async (whole, asked, tools) => {
  const { seed, check, replications } = asked;
  const plan = baseOf(whole);
  const planHash = hashOf(plan);
  withinFormulas(plan, planHash);
  const free = new Set(asked.groups ?? usualGroups(plan));
  const posts = postsOf(plan, free);
  if (posts.posts.length === 0) throw new StudyEnded({ code: 'nobodyToChange', params: {} });
  const evaluator = createEvaluator({ offsets: timeZoneOffsets });
  // About so many for a search: each post some four times, and twice for exchanges.
  const expected = (1 + posts.posts.length) * 6 * (check ? 2 : 1);
  let done = 0;
  const step = (): void => {
    done += 1;
    tools.onStep(done, Math.max(expected, done + posts.posts.length));
  };
  const answered = (agents: Agents) => {
    const changed = onDuty(plan, posts, agents);
    const model = evaluator.compile(changed, hashOf(changed));
    if (!model.ok) throw new StudyEnded(planInvalid(model.failure));
    return { plan: changed, evaluation: evaluator.evaluateShort(model.value) };
  };
  const ask = (agents: Agents): Values => {
    const { plan: changed, evaluation } = answered(agents);
    const { promises, teams } = evaluation;
    step();
    return [
      ...plan.promises.map(({ id }) => promises[id]?.serviceLevelFraction.value ?? null),
      ...plan.teams.map(({ id }) => {
        const load = teams[id]?.loadFraction?.value ?? null;
        return load === null ? null : 1 - load;
      }),
      ...uncoveredHours(plan, changed).map((hours) => -hours),
    ];
  };
  let simulations = 0;
  const tried = async (agents: Agents): Promise<Tried> => {
    const values = ask(agents);
    if (!check) return { agents, values, verdicts: [] };
    const run = { seed, firstReplication: simulations * replications, replications };
    simulations += 1;
    const verdicts = await promiseVerdicts(onDuty(plan, posts, agents), run, tools);
    step();
    return { agents, values, verdicts };
  };

  const shares = plan.promises.map(({ shareToAttain }) => amount(shareToAttain));
  const before = await tried(posts.agents);
  const all: [Tried, ...Tried[]] = [before];
  let latest = before;
  let found: LeastCost | null = null;
  let reaches: Reaches = [];
  let answers = 0;
  let room = 1;
  for (let search = 0; search < (check ? mostSearches : 1); search += 1) {
    const aims = shares.map((share, place) => ({
      share,
      formula: latest.values[place] ?? null,
      simulated: latest.verdicts[place]?.attained ?? null,
    }));
    const spares = before.values.slice(shares.length, shares.length + plan.teams.length);
    const goals = [...correctedGoals(aims), ...loadGoals(spares, room), ...coverageGoals(plan.teams.length)];
    found = leastCost({ posts: posts.posts, goals, ask, most: mostAnswers }, latest.agents);
    answers += found.asked;
    reaches = reachesOf(shares.length, before, found.givenUp);
    const { agents } = found;
    if (all.some((one) => one.agents.join() === agents.join())) break;
    latest = await tried(agents);
    all.push(latest);
    // What no goal by formula holds is held by leaving more of everybody's time.
    const short = shortOf(shares, reaches, before, latest);
    if (reaches.some((reach, place) => reach !== 'held' && (short[place] ?? 0) > 0)) room /= 2;
  }
  const best = bestTried(posts.posts, shares, reaches, all);
  const parts = leastCostResult({
    before: { ...answered(before.agents), tried: before },
    after: { ...answered(best.agents), tried: best },
    ...{ posts, reaches, unfelt: found?.unfelt ?? new Set() },
  });
  const about = { engineVersion, planId: plan.id, planHash, seed, replications: check ? replications : 0 };
  // What was not found last may be improved on.
  const isStoppedEarly = found === null || found.isStoppedEarly || found.agents.join() !== best.agents.join();
  return {
    study: 'leastCost',
    value: { ...about, ...parts, asked: answers, simulated: simulations, isStoppedEarly },
  };
};
