import { availableParallelism } from 'node:os';
import type { PeriodReview } from '../../../core/measures/review.ts';
import { planHash as hashOf } from '../../../core/plan/planHash.ts';
import { type Parts, type ReplicatedPlan, reviewPeriod } from '../../../core/review/index.ts';
import { type MeasureColumn, measureColumns } from '../../../core/simulation/collect/measureParts.ts';
import { type CompiledModel, engineVersion } from '../../../core/simulation/index.ts';
import type { Study } from '../studyTable.ts';
import { severalAtOnce } from './severalAtOnce.ts';

/** The periods of a plan held against it, and each miss taken apart. */
export const reviewStudy: Study<'review'> = async (plan, asked, tools) => {
  const { seed, replications } = asked;
  const most = 2 + (asked.workers ?? availableParallelism());
  const chosen = (plan.reviews?.periods ?? []).filter(({ id }) => asked.periods?.includes(id) ?? true);
  let done = 0;
  let expected = chosen.length;
  const step = (): void => {
    done += 1;
    tools.onStep(done, expected);
  };
  const replicated = async (model: CompiledModel): Promise<ReplicatedPlan> => {
    const measured = await tools.measure(model, { seed, firstReplication: 0, replications });
    step();
    const columns = measureColumns(model);
    const partsOf = ({ at }: MeasureColumn): Parts[] =>
      measured.map((parts): Parts => [parts[at] ?? 0, parts[at + 1] ?? 0]);
    const promises = new Map(
      columns.filter(({ scope }) => scope === 'promises').map((column) => [column.id, column]),
    );
    const cost = columns.find(({ measure, scope }) => measure === 'totalCostMoney' && scope === 'total');
    return {
      promises: plan.promises.map(({ id }) => {
        const column = promises.get(id);
        return column === undefined ? [] : partsOf(column);
      }),
      cost: cost === undefined ? null : partsOf(cost),
    };
  };
  const periods: PeriodReview[] = [];
  for (const period of chosen)
    periods.push(
      await reviewPeriod(plan, period, {
        compiled: tools.compiled,
        simulate: async (model) => {
          const result = await tools.simulate(model, seed, replications);
          step();
          return result;
        },
        replicate: (models) => {
          expected += models.length;
          return severalAtOnce(models.length, most, (place) => replicated(models[place] as CompiledModel));
        },
      }),
    );
  return {
    study: 'review',
    value: { engineVersion, planId: plan.id, planHash: hashOf(plan), seed, replications, periods },
  };
};
