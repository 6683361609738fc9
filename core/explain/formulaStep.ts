// One step of a calculation: its output is what its formula gives of its inputs, under the name of the quantity.
import type { ExplainedUnit, ExplainedValue } from '../measures/explanation.ts';
import type { QuantityName, StepCode } from '../measures/explanationNames.ts';
import { type Formula, valueOf } from '../measures/formula.ts';
import type { InputFact } from '../measures/inputKinds.ts';
import { studentTQuantile } from '../numerics/studentT.ts';
import { type Chain, counted, given, output, sure } from './chain.ts';

interface FormulaStep {
  readonly code: StepCode;
  /** The input of the plan that it is about. */
  readonly input?: InputFact | null;
  readonly inputs: readonly ExplainedValue[];
  readonly formula: Formula;
  readonly name: QuantityName;
  readonly unit?: ExplainedUnit;
  /** Where the number is known from elsewhere; absent: what the formula gives. */
  readonly value?: number | null;
}

/** Adds the step; its number. */
export function formulaStep(
  chain: Chain,
  { code, input = null, inputs, formula, name, unit = 'number', value }: FormulaStep,
): number {
  const values = new Map(inputs.map((input) => [input.key, input.value ?? Number.POSITIVE_INFINITY]));
  const calculated = valueOf(formula, (key) => values.get(key) ?? Number.NaN);
  return chain.add({
    code,
    input,
    inputs,
    operation: { kind: 'formula', formula },
    outputs: [output(name, value === undefined ? calculated : value, unit)],
    basis: sure,
  });
}

/** A number of the replications. */
export const ofReplications = (
  name: QuantityName,
  value: number,
  unit: ExplainedUnit = 'number',
): ExplainedValue => given(name, value, unit, counted);

/** How many standard errors a 95 % interval reaches to either side, by degrees of freedom that a step gave. */
export function quantileStep(chain: Chain, degrees: number): number {
  const input = chain.from(degrees);
  return chain.add({
    code: 'studentQuantile',
    inputs: [input],
    operation: { kind: 'studentQuantile' },
    outputs: [output('quantile', studentTQuantile(input.value ?? 1, 0.975), 'number')],
    basis: sure,
  });
}

/** Degrees of freedom of so many independent replications, less those that controls take. */
export const degreesStep = (chain: Chain, replications: number, controls = 0): number =>
  formulaStep(chain, {
    code: 'degrees',
    inputs: [
      ofReplications('replications', replications),
      ...(controls > 0 ? [ofReplications('controls', controls)] : []),
    ],
    formula: controls > 0 ? ['-', 'replications', 1, 'controls'] : ['-', 'replications', 1],
    name: 'degrees',
  });
