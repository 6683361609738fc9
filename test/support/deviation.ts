// How far a result lies from the exact answer, in its own standard errors.
import type { Estimate, SimulationResult } from '../../core/measures/result.ts';
import { studentTQuantile } from '../../core/numerics/studentT.ts';
import type { ExactFigure } from './steadyPlans.ts';

export interface Deviation {
  readonly figure: string;
  readonly measure: ExactFigure['measure'];
  readonly exact: number;
  readonly value: number;
  readonly halfWidth: number;
  /** (value - exact) / standard error; a correct engine stays within 4 of it on any given seed. */
  readonly z: number;
}

/** The deviation of each figure; throws where the result has no such figure or no interval for it. */
export function deviations(result: SimulationResult, figures: readonly ExactFigure[]): readonly Deviation[] {
  const quantile = studentTQuantile(result.replications - 1, (1 + result.confidenceLevel) / 2);
  return figures.map((figure) => {
    const name = [figure.scope, figure.id, figure.measure].filter((part) => part !== '').join(' ');
    const { value, halfWidth } = estimateOf(result, figure) ?? { value: null, halfWidth: null };
    if (value === null || halfWidth === null || !(halfWidth > 0)) throw new Error(`no interval for ${name}`);
    const z = (value - figure.exact) / (halfWidth / quantile);
    return { figure: name, measure: figure.measure, exact: figure.exact, value, halfWidth, z };
  });
}

function estimateOf(result: SimulationResult, { scope, id, measure }: ExactFigure): Estimate | undefined {
  if (scope === 'promises') return result.promises[id]?.serviceLevelFraction;
  return scope === 'total' ? result.total[measure] : result.tiers[id]?.[measure];
}
