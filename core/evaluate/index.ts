// The door of the formulas: a plan in, its measures out.
export { busiestWork } from './busiestWork.ts';
export { createEvaluator, type Evaluator, intervalsOf, mostIntervals } from './createEvaluator.ts';
export { evaluate } from './evaluate.ts';
export { type RequirementAsked, requirementOf } from './requirement.ts';
