// One line of contacts in one step of time, looked at closely: what all its steps need to know.
import type { Answer } from '../../evaluate/evaluate.ts';
import type { Line } from '../../evaluate/network.ts';
import type { Basis, FormulaModel } from '../../measures/evaluation.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import type { Chain } from '../chain.ts';
import type { Parts } from '../parts.ts';
import type { Places } from '../places.ts';
import type { SeenDay } from './lineWitness.ts';

export interface CloseUp {
  readonly chain: Chain;
  readonly plan: Plan;
  readonly model: CompiledModel;
  readonly parts: Parts;
  readonly places: Places;
  readonly answer: Answer;
  readonly day: SeenDay;
  readonly step: number;
  readonly l: number;
  readonly line: Line;
  /** How the numbers of the line come about. */
  readonly basis: Basis;
}

/** The basis of a step that a model answers: as exact as the number itself, by that model. */
export const basisBy = ({ basis }: CloseUp, model: FormulaModel): Basis =>
  basis.kind === 'exact' || basis.kind === 'approximation' ? { ...basis, model } : basis;

export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Path of a group in the plan. */
export function groupPath(
  { plan, model }: Pick<CloseUp, 'plan' | 'model'>,
  g: number,
): readonly (string | number)[] {
  const t = model.groups[g]?.team ?? 0;
  const at = plan.teams[t]?.groups.findIndex(({ id }) => id === model.groups[g]?.id) ?? 0;
  return ['teams', t, 'groups', at];
}
