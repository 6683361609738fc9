import { availableParallelism } from 'node:os';
import type { Failure } from '../../../core/contract/failures.ts';
import { planInputs } from '../../../core/inputs/index.ts';
import { planHash as hashOf } from '../../../core/plan/planHash.ts';
import {
  designOf,
  drawnModel,
  type FormulaOutcome,
  formulaDraw,
  probabilityByFormula,
  probabilityBySimulation,
  unknownsOf,
} from '../../../core/uncertainty/index.ts';
import type { Fault } from '../../../core/units/fault.ts';
import type { Result } from '../../../core/units/result.ts';
import { timeZoneOffsets } from '../../host/timeZoneOffsets.ts';
import { type Study, StudyEnded } from '../studyTable.ts';
import { severalAtOnce } from './severalAtOnce.ts';
import { withinFormulas } from './withinFormulas.ts';

/** How likely each promise is kept, with what is not known drawn anew for each few replications. */
export const probabilityStudy: Study<'probability'> = async (plan, asked, tools) => {
  const inputs = planInputs(plan);
  const uncertain = unknownsOf(plan).length;
  const { seed, by, replications } = asked;
  const context = { planHash: hashOf(plan), offsets: timeZoneOffsets, seed };
  if (by === 'formula') {
    withinFormulas(plan, context.planHash);
    const outcomes: FormulaOutcome[] = [];
    const draws = uncertain === 0 ? 1 : replications;
    for (let draw = 0; draw < draws; draw += 1) {
      outcomes.push(orEnd(formulaDraw(plan, inputs, draw, context)));
      tools.onStep(draw + 1, draws);
    }
    return { study: 'probability', value: probabilityByFormula(plan, context, outcomes) };
  }
  const { draws, perDraw } = designOf(replications, uncertain);
  let done = 0;
  const step = (count: number): void => {
    done += count;
    tools.onStep(done, draws * perDraw);
  };
  const value = (outcomes: Parameters<typeof probabilityBySimulation>[2]) =>
    probabilityBySimulation(plan, { ...context, perDraw }, outcomes);
  if (uncertain === 0) {
    // One plan, so one run, of which each replication is a draw of nothing.
    const { model, scores } = orEnd(drawnModel(plan, inputs, 0, { ...context, perDraw }));
    const counted = await tools.count(model, { seed, firstReplication: 0, replications: draws });
    step(draws);
    return { study: 'probability', value: value(counted.map((one) => ({ scores, replications: [one] }))) };
  }
  const most = 2 + (asked.workers ?? availableParallelism());
  const outcomes = await severalAtOnce(draws, most, async (draw) => {
    const drawn = orEnd(drawnModel(plan, inputs, draw, { ...context, perDraw }));
    const { model, scores, firstReplication } = drawn;
    const counted = await tools.count(model, { seed, firstReplication, replications: perDraw });
    step(perDraw);
    return { scores, replications: counted };
  });
  return { study: 'probability', value: value(outcomes) };
};

function orEnd<Value>(result: Result<Value, readonly Fault[]>): Value {
  if (result.ok) return result.value;
  throw new StudyEnded(invalid(result.failure));
}

const invalid = (faults: readonly Fault[]): Failure => ({
  code: 'planInvalid',
  params: { count: faults.length },
  faults,
});
