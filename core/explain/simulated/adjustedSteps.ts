// A ratio that controls have moved: the plain one, and by how much.

import { type MeasureId, measures } from '../../measures/catalogue.ts';
import type { Basis } from '../../measures/evaluation.ts';
import type { Formula } from '../../measures/formula.ts';
import { controlledMeasures } from '../../simulation/collect/waitEstimates.ts';
import { type Chain, counted, given, output } from '../chain.ts';
import { type RatioParts, ratioSteps, ratioValue } from './ratioSteps.ts';

/** Adds the steps and gives true, or gives false where the value is the plain ratio. */
export function adjustedSteps(
  chain: Chain,
  parts: RatioParts,
  measure: MeasureId,
  value: number | null,
  basis: Basis,
): boolean {
  const plainValue = ratioValue(parts);
  const isPlain = value === null || Math.abs(plainValue - value) <= 1e-12 * Math.abs(plainValue);
  if (isPlain || !(controlledMeasures as readonly MeasureId[]).includes(measure)) return false;
  const { unit } = measures[measure];
  const { inputs, formula } = ratioSteps(chain, parts);
  const plain = chain.add({
    code: 'plainRatio',
    inputs,
    operation: { kind: 'formula', formula },
    outputs: [output('plainRatio', plainValue, unit)],
    basis: { kind: 'simulated', halfWidth: null },
  });
  const moved: Formula = ['max', 0, ['+', 'plainRatio', 'adjustment']];
  chain.add({
    code: 'adjustedRatio',
    inputs: [chain.from(plain, 'plainRatio'), given('adjustment', value - plainValue, unit, counted)],
    operation: { kind: 'formula', formula: unit === 'fraction' ? ['min', 1, moved] : moved },
    outputs: [output('result', value, unit)],
    basis,
  });
  return true;
}
