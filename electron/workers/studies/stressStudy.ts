import { availableParallelism } from 'node:os';
import { bySoonest, type Stress, stressesOf, stressRow } from '../../../core/compare/index.ts';
import { createEvaluator } from '../../../core/evaluate/index.ts';
import { checkedStep, type StressedPromise, type StressRow } from '../../../core/measures/stress.ts';
import type { VerdictOfPromise } from '../../../core/measures/verdict.ts';
import { stressedPlan } from '../../../core/plan/edits/stressedPlan.ts';
import { planHash as hashOf } from '../../../core/plan/planHash.ts';
import { baseOf } from '../../../core/plan/scenarios/resolveScenario.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { levelsOf } from '../../../core/sensitivity/index.ts';
import { engineVersion } from '../../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../host/timeZoneOffsets.ts';
import type { Study } from '../studyTable.ts';
import { promiseVerdicts } from './promiseVerdicts.ts';
import { severalAtOnce } from './severalAtOnce.ts';
import { withinFormulas } from './withinFormulas.ts';

/** What breaks first: every stress in its sizes by formula, and the first size that breaks a promise by simulation. */
export const stressStudy: Study<'stress'> = async (whole, asked, tools) => {
  const { seed, check, replications } = asked;
  const plan = baseOf(whole);
  const planHash = hashOf(plan);
  withinFormulas(plan, planHash);
  const evaluator = createEvaluator({ offsets: timeZoneOffsets });
  const base = levelsOf(evaluator, plan, planHash);
  const stresses = stressesOf(plan);
  const asks = stresses.reduce((sum, { sizes }) => sum + sizes.length, 0);
  const expected = asks + (check ? 1 + stresses.length : 0);
  let done = 0;
  const step = (): void => {
    done += 1;
    tools.onStep(done, expected);
  };
  const verdictsOf = async (changed: Plan): Promise<VerdictOfPromise[]> => {
    const found = await promiseVerdicts(changed, { seed, firstReplication: 0, replications }, tools);
    step();
    return found;
  };
  const unstressed = check ? await verdictsOf(plan) : [];
  const promises = plan.promises.map(
    ({ id, name, shareToAttain }, place): StressedPromise => ({
      ...{ id, name, level: base[place] ?? null, shareToAttain: amount(shareToAttain) },
      simulated: unstressed.find((one) => one.promise === id) ?? null,
    }),
  );
  const rows = stresses.map((stress) => {
    const levels = stress.sizes.map((size) => {
      const changed = stressedPlan(plan, stress, size);
      const found = levelsOf(evaluator, changed, hashOf(changed));
      step();
      return promises.map(({ id }, place) => ({ promise: id, level: found[place] ?? null }));
    });
    return stressRow(stress, promises, levels);
  });
  const simulated = async (row: StressRow, stress: Stress): Promise<StressRow> => {
    const worst = checkedStep(row);
    if (worst === undefined) return row;
    return { ...row, simulated: await verdictsOf(stressedPlan(plan, stress, worst.size)) };
  };
  const most = 2 + (asked.workers ?? availableParallelism());
  const checked = check
    ? await severalAtOnce(rows.length, most, (number) =>
        simulated(rows[number] as StressRow, stresses[number] as Stress),
      )
    : rows;
  const about = { engineVersion, planId: plan.id, planHash, seed, replications: check ? replications : 0 };
  return { study: 'stress', value: { ...about, promises, rows: bySoonest(checked) } };
};
