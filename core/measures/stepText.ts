// A step of an explanation as it is written: its formula in words, and once more with the values.
import type { ExplainedValue, ExplanationStep } from './explanation.ts';
import { type FormulaWords, writtenFormula } from './formula.ts';

export interface StepWords extends Pick<FormulaWords, 'number' | 'call'> {
  /** What a quantity is called, with its part where several stand beside each other. */
  readonly name: (value: Omit<ExplainedValue, 'from'>) => string;
  readonly value: (value: Omit<ExplainedValue, 'from'>) => string;
}

export interface StepText {
  /** `in time ÷ counted`; null where a model answers, or parts are added up. */
  readonly formula: string | null;
  /** `796 contacts ÷ 1,000 contacts`; null where it says no more than the formula. */
  readonly values: string | null;
}

export function stepText({ code, operation, inputs }: ExplanationStep, words: StepWords): StepText {
  // That parts are added up needs no formula.
  if (operation.kind !== 'formula' || inputs.length === 0 || code === 'sumOfParts')
    return { formula: null, values: null };
  const { number, call } = words;
  const written = (write: StepWords['name']): string =>
    writtenFormula(operation.formula, {
      number,
      call,
      name: (key) => {
        const input = inputs.find((one) => one.key === key);
        return input === undefined ? key : write(input);
      },
    });
  const isBare = typeof operation.formula === 'string';
  return { formula: written(words.name), values: isBare ? null : written(words.value) };
}
