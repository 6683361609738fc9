// A step done once more from its own inputs: what its output must be.

import { quantileOfBelief } from '../inputs/index.ts';
import type { ExplanationStep } from '../measures/explanation.ts';
import { valueOf } from '../measures/formula.ts';
import { netPromoterScore } from '../measures/netPromoterScore.ts';
import { studentTQuantile } from '../numerics/studentT.ts';
import { stationAgain } from './formula/stationSteps.ts';

/** The first output of a step by its stated operation; null where an input has no value. */
export function recomputed(step: ExplanationStep): number | null {
  const { inputs, operation } = step;
  const values = new Map(inputs.map(({ key, value }) => [key, value ?? Number.POSITIVE_INFINITY]));
  const valueFor = (key: string): number => {
    const value = values.get(key);
    if (value === undefined) throw new Error(`no input ${key}`);
    return value;
  };
  switch (operation.kind) {
    case 'formula':
      return valueOf(operation.formula, valueFor);
    case 'promoters':
      return netPromoterScore(valueFor('meanScore'), valueFor('spread'));
    case 'belief': {
      const { inputKind, distribution, isWhole } = operation;
      const [low, high, holds] = [valueFor('beliefLow'), valueFor('beliefHigh'), valueFor('holds')];
      const belief = { low, high, holds, distribution, basis: 'stated' } as const;
      const drawn = quantileOfBelief(inputKind, valueFor('stated'), belief, valueFor('uniform'));
      return isWhole ? Math.round(drawn) : drawn;
    }
    case 'studentQuantile':
      return studentTQuantile(valueFor('degrees'), 0.975);
    case 'station':
      return stationAgain(step)[0] ?? null;
  }
}
