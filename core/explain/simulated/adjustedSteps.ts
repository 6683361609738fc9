// A ratio that controls have moved: the plain one, and by how much.

import { type MeasureId, measures } from '../../measures/catalogue.ts';
import type { Basis } from '../../measures/evaluation.ts';
import type { Formula } from '../../measures/formula.ts';
import { controlledMeasures } from '../../simulation/collect/waitEstimates.ts';
import type { RatioSpread } from '../../simulation/stats/ratioSpread.ts';
import { type Chain, output } from '../chain.ts';
import { adjustmentSteps } from './halfWidth/ratioHalfWidth.ts';
import { type RatioParts, ratioSteps, ratioValue } from './ratioSteps.ts';

/** Adds the steps and gives true, or gives false where the value is the plain ratio. */
export function adjustedSteps(
  chain: Chain,
  parts: RatioParts,
  measure: MeasureId,
  value: number | null,
  basis: Basis,
  spread: RatioSpread | null,
): boolean {
  const plainValue = ratioValue(parts);
  const isPlain = value === null || Math.abs(plainValue - value) <= 1e-12 * Math.abs(plainValue);
  const isControlled = (controlledMeasures as readonly MeasureId[]).includes(measure);
  if (isPlain || !isControlled || spread === null || spread.controls.length === 0) return false;
  const { unit } = measures[measure];
  const { inputs, formula } = ratioSteps(chain, parts);
  const plain = chain.add({
    code: 'plainRatio',
    inputs,
    operation: { kind: 'formula', formula },
    outputs: [output('plainRatio', plainValue, unit)],
    basis: { kind: 'simulated', halfWidth: null },
  });
  const adjustment = adjustmentSteps(chain, spread, 'waits', unit);
  const moved: Formula = ['max', 0, ['+', 'plainRatio', 'adjustment']];
  chain.add({
    code: 'adjustedRatio',
    inputs: [chain.from(plain, 'plainRatio'), chain.from(adjustment)],
    operation: { kind: 'formula', formula: unit === 'fraction' ? ['min', 1, moved] : moved },
    outputs: [output('result', value, unit)],
    basis,
  });
  return true;
}
