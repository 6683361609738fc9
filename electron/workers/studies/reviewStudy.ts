import { availableParallelism } from 'node:os';
import type { PeriodReview } from '../../../core/measures/review.ts';
import { planHash as hashOf } from '../../../core/plan/planHash.ts';
import { type ReplicatedPlan, reviewPeriod } from '../../../core/review/index.ts';
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
    const counted = await tools.count(model, { seed, firstReplication: 0, replications });
    step();
    return {
      promises: model.promises.map((_, p) =>
        counted.map((counts) => [counts[p]?.met ?? 0, counts[p]?.counted ?? 0] as const),
      ),
      cost: null,
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
