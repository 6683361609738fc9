// Answers of the formulas of core/queueing by name, for experiments whose truth they are.
import { answer, type Outputs } from '../queueing/model.ts';
import { modelNamed } from '../queueing/models.ts';

export type Given = Readonly<Record<string, unknown>>;

export interface ExactAnswer {
  readonly number: (field: string, at?: number) => number;
}

/** The answer of a formula to a line of input. Throws where there is none: the cases are ours and must have one. */
export function exactAnswer(formula: string, given: Given): ExactAnswer {
  const outputs = outputsOf(formula, given);
  return { number: (field, at) => numberIn(outputs, field, at) };
}

/** Everything that a formula answers. */
export function outputsOf(formula: string, given: Given): Outputs {
  const model = modelNamed(formula);
  if (model === undefined) throw new Error(`no formula ${formula}`);
  const answered = answer(model, given);
  if (!answered.ok) throw new Error(`${formula}: ${JSON.stringify(answered.failure)}`);
  return answered.value;
}

/** A number of an answer, or one of a list of numbers. */
export function numberIn(outputs: Outputs, field: string, at?: number): number {
  const value = outputs[field];
  const found = at === undefined ? value : Array.isArray(value) ? value[at] : undefined;
  if (typeof found !== 'number') throw new Error(`no number ${field}${at === undefined ? '' : `[${at}]`}`);
  return found;
}
