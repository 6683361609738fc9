// What of all that varies is chance in the queues, and what is not known: the law of total variance over draws with replications
// inside (core/uncertainty/varianceSplit.ts).
import type { ExplanationStep } from '../../measures/explanation.ts';
import type { VarianceSplit } from '../../measures/probability.ts';
import { Chain } from '../chain.ts';
import { formulaStep, ofReplications } from '../formulaStep.ts';

/** Empty where nothing was split. */
export function splitSteps({ grounds, queueNoise, unknown }: VarianceSplit): readonly ExplanationStep[] {
  if (grounds === null || queueNoise.value === null || unknown.value === null) return [];
  const chain = new Chain();
  const { perDraw } = grounds;
  const draws = ofReplications('draws', grounds.draws);
  const each = perDraw === null ? [] : [ofReplications('perDraw', perDraw)];
  const within = formulaStep(chain, {
    code: 'varianceWithin',
    inputs: [
      ofReplications(perDraw === null ? 'variancesInside' : 'squaresInside', grounds.inside),
      draws,
      ...each,
    ],
    formula:
      perDraw === null
        ? ['/', 'variancesInside', 'draws']
        : ['/', 'squaresInside', ['*', 'draws', ['-', 'perDraw', 1]]],
    name: 'varianceWithin',
  });
  const between = formulaStep(chain, {
    code: 'varianceBetween',
    inputs: [
      ofReplications('squaresOfMeans', grounds.ofMeans),
      draws,
      ...(perDraw === null ? [] : [chain.from(within), ...each]),
    ],
    formula: [
      'max',
      0,
      perDraw === null
        ? ['/', 'squaresOfMeans', ['-', 'draws', 1]]
        : ['-', ['/', 'squaresOfMeans', ['-', 'draws', 1]], ['/', 'varianceWithin', 'perDraw']],
    ],
    name: 'varianceBetween',
  });
  const unknownStep = formulaStep(chain, {
    code: 'unknownShare',
    inputs: [chain.from(between), chain.from(within)],
    formula: ['/', 'varianceBetween', ['+', 'varianceBetween', 'varianceWithin']],
    ...{ name: 'unknownShare', unit: 'fraction', value: unknown.value },
  });
  formulaStep(chain, {
    code: 'noiseShare',
    inputs: [chain.from(unknownStep)],
    formula: ['-', 1, 'unknownShare'],
    ...{ name: 'noiseShare', unit: 'fraction', value: queueNoise.value },
  });
  return chain.steps;
}
