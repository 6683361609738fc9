// Asks a formula what was printed of it.
import type { CheckedCase, CheckedFigure } from './checkedCase.ts';
import { numberIn, outputsOf } from './exactAnswer.ts';
import type { FormulaCase } from './verificationCase.ts';

/** Ties at half of the last digit are rounding of the tolerance itself. */
const slack = 1 + 1e-9;

/** The answers of the formula beside the print; the figures are in the unit of the print. */
export function verifyFormula(given: FormulaCase): CheckedCase {
  const answered = outputsOf(given.formula, given.given);
  const outputs = given.answer === undefined ? answered : { ...answered, ...given.answer(answered) };
  const figures = given.figures.map(({ field, at, printed, tolerance, unitSeconds = 1 }): CheckedFigure => {
    const got = numberIn(outputs, field, at) / unitSeconds;
    return {
      name: field,
      place: null,
      at: at ?? null,
      isVariance: false,
      expected: printed,
      got,
      halfWidth: null,
      tolerance: { kind: 'rounding', atMost: tolerance },
      agrees: Math.abs(got - printed) <= tolerance * slack,
    };
  });
  return {
    id: given.id,
    kind: 'formula',
    topic: given.topic,
    source: given.source,
    formula: { name: given.formula, given: given.given },
    simulated: null,
    figures,
    agrees: figures.length > 0 && figures.every(({ agrees }) => agrees),
  };
}
