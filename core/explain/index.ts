// The door of the explanations: how a number of a result came about.
export { explainSimulated, type SimulatedGrounds } from './explainSimulated.ts';
export { findMeasure, findSubject, isTold, type QuestionFailure, subjectWord } from './question.ts';
export { recomputed } from './recomputed.ts';
