// The steps of an explanation while they are put together, from the fields of the plan to the number.
import type { Basis } from '../measures/evaluation.ts';
import type {
  ExplainedUnit,
  ExplainedValue,
  ExplanationStep,
  NamedPart,
  Origin,
} from '../measures/explanation.ts';
import type { QuantityName } from '../measures/explanationNames.ts';

export type Output = Omit<ExplainedValue, 'from'>;

export class Chain {
  readonly steps: ExplanationStep[] = [];

  /** Adds a step; its number. */
  add(step: Omit<ExplanationStep, 'about' | 'input'> & Partial<ExplanationStep>): number {
    return this.steps.push({ about: [], input: null, ...step }) - 1;
  }

  /** An output of an earlier step as an input of the next. */
  from(step: number, key?: string, output = 0): ExplainedValue {
    const found = this.steps[step]?.outputs[output];
    if (found === undefined) throw new Error(`step ${step} has no output ${output}`);
    const { name, of, value, unit, key: own } = found;
    return { key: key ?? own, name, of, value, unit, from: { kind: 'step', step } };
  }

  /** The value of a step's first output. */
  valueOf(step: number): number {
    return this.steps[step]?.outputs[0]?.value ?? Number.NaN;
  }
}

/** A value with what it is called; without an end where it is not finite. */
export function given(
  name: QuantityName,
  value: number,
  unit: ExplainedUnit,
  from: Origin,
  { key = name, of = null }: { readonly key?: string; readonly of?: NamedPart | null } = {},
): ExplainedValue {
  return { key, name, of, value: Number.isFinite(value) ? value : null, unit, from };
}

export function output(
  name: QuantityName,
  value: number | null,
  unit: ExplainedUnit,
  of: NamedPart | null = null,
): Output {
  return { key: name, name, of, value: value !== null && Number.isFinite(value) ? value : null, unit };
}

export const counted: Origin = { kind: 'counted' };
export const fixed: Origin = { kind: 'fixed' };
export const derived = (path: readonly (string | number)[] | null = null): Origin => ({
  kind: 'derived',
  path,
});

/** Counts add up exactly. */
export const sure: Basis = { kind: 'exact', model: 'flow-balance' };
export const planned: Basis = { kind: 'exact', model: 'planned-staff' };
