// Formulas as data: what a step of an explanation does, so that it can be shown in words, shown with its values, and done once
// more by whoever doubts it.
import { exp } from '../numerics/exp.ts';
import { pow } from '../numerics/pow.ts';

export const operators = ['+', '-', '*', '/', 'min', 'max', 'exp', 'power', 'root', 'up', 'atLeast'] as const;
export type Operator = (typeof operators)[number];

/** A name of an input, a number, or an operation on formulas. */
export type Formula = string | number | readonly [Operator, ...Formula[]];

/**
 * The value of a formula. Example: ['/', 'met', ['+', 'met', 'late']] with met 3 and late 1 is 0.75. A name without a value is a
 * bug of whoever made the step.
 */
export function valueOf(formula: Formula, valueFor: (name: string) => number): number {
  if (typeof formula === 'number') return formula;
  if (typeof formula === 'string') return valueFor(formula);
  const [operator, ...parts] = formula;
  const values = parts.map((part) => valueOf(part, valueFor));
  const [first = 0, ...rest] = values;
  switch (operator) {
    case '+':
      return values.reduce((sum, value) => sum + value, 0);
    case '-':
      return rest.length === 0 ? -first : rest.reduce((left, value) => left - value, first);
    case '*':
      return values.reduce((product, value) => product * value, 1);
    case '/':
      return rest.reduce((left, value) => left / value, first);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'exp':
      return exp(first);
    case 'power':
      return pow(first, rest[0] ?? 1);
    case 'root':
      return Math.sqrt(first);
    // What exceeds a whole number by rounding alone is that number.
    case 'up':
      return Math.ceil(first - 1e-9);
    case 'atLeast':
      return first >= (rest[0] ?? 0) ? 1 : 0;
  }
}

/** Strength by which parts hold together: a weaker one inside a stronger one stands in brackets. */
const strength: Readonly<Record<Operator, number>> = {
  ...{ atLeast: 0.5, '+': 1, '-': 1, '*': 2, '/': 2, power: 3, min: 9, max: 9, exp: 9, root: 9, up: 9 },
};

/** Operators that are written as words before their parts. */
export type CalledOperator = 'min' | 'max' | 'exp' | 'root' | 'up';
const isCalled = (operator: Operator): operator is CalledOperator =>
  ['min', 'max', 'exp', 'root', 'up'].includes(operator);

/** How the parts are written by whoever speaks the language. */
export interface FormulaWords {
  readonly name: (name: string) => string;
  readonly number: (value: number) => string;
  /** `smallest of a and b`. */
  readonly call: (operator: CalledOperator, parts: readonly string[]) => string;
}

const signs = {
  '+': '+',
  '-': '\u2212',
  '*': '\u00D7',
  '/': '\u00F7',
  power: '^',
  atLeast: '\u2265',
} as const;

/** A formula as it is written: `met ÷ (met + late)`. */
export function writtenFormula(formula: Formula, words: FormulaWords): string {
  const write = (part: Formula, outer: number, isLater: boolean): string => {
    if (typeof part === 'number') return words.number(part);
    if (typeof part === 'string') return words.name(part);
    const [operator, ...parts] = part;
    if (isCalled(operator))
      return words.call(
        operator,
        parts.map((one) => write(one, 0, false)),
      );
    const own = strength[operator];
    // What is taken off or divided by keeps its brackets where it is as weak itself.
    const isStrict = operator === '-' || operator === '/' || operator === 'power';
    const written =
      parts.length === 1
        ? `${signs[operator]}${write(parts[0] as Formula, own, true)}`
        : parts.map((one, at) => write(one, own, isStrict && at > 0)).join(` ${signs[operator]} `);
    return own < outer || (own === outer && isLater) ? `(${written})` : written;
  };
  return write(formula, 0, false);
}

/** Names in a formula, each once, in the order of their first use. */
export function namesIn(formula: Formula): string[] {
  if (typeof formula === 'number') return [];
  if (typeof formula === 'string') return [formula];
  const [, ...parts] = formula;
  return [...new Set(parts.flatMap((part) => namesIn(part)))];
}
