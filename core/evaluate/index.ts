// The door of the formulas: a plan in, its measures out.
export { createEvaluator, type Evaluator } from './createEvaluator.ts';
export { evaluate } from './evaluate.ts';
