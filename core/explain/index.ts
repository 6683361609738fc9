// The door of the explanations: how a number of a result came about.
export { type ChanceStudied, explainChance } from './chance/explainChance.ts';
export {
  createFormulaExplainer,
  explainFormula,
  type FormulaExplainer,
  type FormulaGrounds,
} from './explainFormula.ts';
export { explainSimulated, type SimulatedGrounds } from './explainSimulated.ts';
export { explainSimulatedFigure } from './explainSimulatedFigure.ts';
export { stationAgain } from './formula/stationSteps.ts';
export { findMeasure, findSubject, isTold, type QuestionFailure } from './question.ts';
export { recomputed } from './recomputed.ts';
