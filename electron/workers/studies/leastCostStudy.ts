import { createEvaluator } from '../../../core/evaluate/index.ts';
import type { VerdictOfPromise } from '../../../core/measures/verdict.ts';
import { handlingGroups } from '../../../core/plan/handlingGroups.ts';
import { planHash as hashOf } from '../../../core/plan/planHash.ts';
import { baseOf } from '../../../core/plan/scenarios/resolveScenario.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import {
  type Agents,
  leastCostInRounds,
  leastCostResult,
  onDuty,
  postsOf,
  totalOf,
  uncoveredHours,
  type Values,
} from '../../../core/search/index.ts';
import { engineVersion } from '../../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../host/timeZoneOffsets.ts';
import { type Study, StudyEnded } from '../studyTable.ts';
import { promiseVerdicts } from './promiseVerdicts.ts';
import { planInvalid, withinFormulas } from './withinFormulas.ts';

/** Answers by formula in one search: what a minute or two of a large plan allows. */
const mostAnswers = 1500;
/** The least costly numbers on duty that keep the promises, by formula and simulation in turn. */
export const leastCostStudy: Study<'leastCost'> = async (whole, asked, tools) => {
  const { seed, check, replications } = asked;
  const plan = baseOf(whole);
  const planHash = hashOf(plan);
  withinFormulas(plan, planHash);
  const free = new Set(asked.groups ?? handlingGroups(plan));
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
  let simulated = 0;
  const simulate = async (agents: Agents, block: number): Promise<readonly VerdictOfPromise[]> => {
    const run = { seed, firstReplication: block * replications, replications };
    simulated += 1;
    const verdicts = await promiseVerdicts(onDuty(plan, posts, agents), run, tools);
    step();
    return verdicts;
  };
  const found = await leastCostInRounds({
    ...{ posts: posts.posts, start: posts.agents, teams: plan.teams.length, most: mostAnswers, ask },
    shares: plan.promises.map(({ shareToAttain }) => amount(shareToAttain)),
    total: (agents) => totalOf(plan, posts, agents),
    simulate: check ? simulate : null,
  });
  const { before, best, asked: answers, isSettled } = found;
  const parts = leastCostResult({
    ...{ ...found, posts },
    before: { ...answered(before.agents), tried: before },
    after: { ...answered(best.agents), tried: best },
  });
  const about = { engineVersion, planId: plan.id, planHash, seed, replications: check ? replications : 0 };
  return { study: 'leastCost', value: { ...about, ...parts, asked: answers, simulated, isSettled } };
};
