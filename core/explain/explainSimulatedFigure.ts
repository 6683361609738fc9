// How a number came about that is no measure, from the result of a run.
import type { Explanation, FigureQuestion } from '../measures/explanation.ts';
import { promiseSubject } from '../measures/subjects.ts';
import { explainSimulated, type SimulatedGrounds } from './explainSimulated.ts';
import { explainFigure } from './figures/explainFigure.ts';

export function explainSimulatedFigure(grounds: SimulatedGrounds, question: FigureQuestion): Explanation {
  const { plan, written, model, result } = grounds;
  const { engineVersion, seed, replications, stop, precisionFraction, simulatedContacts } = result;
  return explainFigure(
    {
      ...{ plan, written, model, by: 'simulation' },
      run: { engineVersion, seed, replications, stop, precisionFraction, simulatedContacts, controls: 0 },
      attainedOf: (promise) =>
        result.promises[promise]?.serviceLevelFraction ?? { value: null, halfWidth: null },
      // The half-width is that of the share, not of the word.
      basisOf: () => ({ kind: 'simulated', halfWidth: null }),
      attainedChain: (promise) =>
        explainSimulated(grounds, {
          measure: 'serviceLevelFraction',
          subject: promiseSubject(promise),
          interval: null,
        }),
    },
    question,
  );
}
