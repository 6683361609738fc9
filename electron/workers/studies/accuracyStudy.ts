import { makeCard } from '../../../core/accuracy/index.ts';
import { evaluate } from '../../../core/evaluate/index.ts';
import type { Study } from '../studyTable.ts';

/** Where formula and simulation part, and why. */
export const accuracyStudy: Study<'accuracy'> = async (plan, { seed, replications }, tools) => ({
  study: 'accuracy',
  value: await makeCard(plan, {
    compiled: tools.compiled,
    onRun: tools.onStep,
    ask: async (changed) => {
      const model = tools.compiled(changed);
      const simulation = await tools.simulate(model, seed, replications);
      return { formula: evaluate(model), simulation };
    },
  }),
});
