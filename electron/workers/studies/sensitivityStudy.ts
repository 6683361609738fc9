import { availableParallelism } from 'node:os';
import { createEvaluator } from '../../../core/evaluate/index.ts';
import { factOf, planInputs } from '../../../core/inputs/index.ts';
import { planHash as hashOf } from '../../../core/plan/planHash.ts';
import {
  type CheckPoint,
  checkPoints,
  type InputLevels,
  levelsOf,
  levelsOfInput,
  partsOfCounts,
  planOfPoint,
  sensitivityOf,
  withChecks,
} from '../../../core/sensitivity/index.ts';
import { compilePlan, engineVersion } from '../../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../host/timeZoneOffsets.ts';
import { type Study, StudyEnded } from '../studyTable.ts';
import { severalAtOnce } from './severalAtOnce.ts';
import { withinFormulas } from './withinFormulas.ts';

/** What matters most: levels by formula beside each input, and at two values of the most important ones by simulation. */
export const sensitivityStudy: Study<'sensitivity'> = async (plan, asked, tools) => {
  const { seed, check, replications, promise } = asked;
  const planHash = hashOf(plan);
  withinFormulas(plan, planHash);
  const evaluator = createEvaluator({ offsets: timeZoneOffsets });
  const inputs = planInputs(plan);
  const base = levelsOf(evaluator, plan, planHash);
  const levels: InputLevels[] = [];
  for (const input of inputs) {
    levels.push(levelsOfInput(evaluator, plan, planHash, inputs, input));
    tools.onStep(levels.length, inputs.length);
  }
  const all = sensitivityOf(plan, inputs, base, levels);
  const chosen = promise === undefined ? all : all.filter((one) => one.promise === promise);
  const result = {
    ...{ engineVersion, planId: plan.id, planHash, seed, inputs: inputs.map(factOf) },
    replications: check ? replications : 0,
    promises: chosen,
  };
  if (!check) return { study: 'sensitivity', value: result };
  const points = checkPoints(inputs, chosen);
  let done = 0;
  const most = 2 + (asked.workers ?? availableParallelism());
  const answers = await severalAtOnce(points.length, most, async (number) => {
    const point = points[number] as CheckPoint;
    const changed = planOfPoint(plan, inputs, point);
    const compiled = compilePlan(changed, { planHash, offsets: timeZoneOffsets });
    if (!compiled.ok)
      throw new StudyEnded({
        code: 'planInvalid',
        params: { count: compiled.failure.length },
        faults: compiled.failure,
      });
    const counted = await tools.count(compiled.value, { seed, firstReplication: 0, replications });
    done += 1;
    tools.onStep(inputs.length + done, inputs.length + points.length);
    return partsOfCounts(counted);
  });
  const places = chosen.map((one) => all.indexOf(one));
  return {
    study: 'sensitivity',
    value: { ...result, promises: withChecks(inputs, chosen, points, answers, places) },
  };
};
