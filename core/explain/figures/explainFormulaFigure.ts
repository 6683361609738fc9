// How a number came about that is no measure, from the answer by formula.
import type { Evaluation } from '../../measures/evaluation.ts';
import type { Explanation, ExplanationQuestion, FigureQuestion } from '../../measures/explanation.ts';
import { promiseSubject } from '../../measures/subjects.ts';
import { sure } from '../chain.ts';
import type { FormulaGrounds } from '../explainFormula.ts';
import { explainFigure } from './explainFigure.ts';

export function explainFormulaFigure(
  grounds: FormulaGrounds,
  evaluation: Evaluation,
  explain: (question: ExplanationQuestion) => Explanation,
): (question: FigureQuestion) => Explanation {
  const levelOf = (promise: string) => evaluation.promises[promise]?.serviceLevelFraction;
  const own = {
    ...grounds,
    by: 'formula',
    run: null,
    attainedOf: (promise: string) => ({ value: levelOf(promise)?.value ?? null, halfWidth: null }),
    basisOf: (promise: string) => levelOf(promise)?.basis ?? sure,
    attainedChain: (promise: string) =>
      explain({ measure: 'serviceLevelFraction', subject: promiseSubject(promise), interval: null }),
  } as const;
  return (question) => explainFigure(own, question);
}
