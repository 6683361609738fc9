// The door of the formulas: a compiled plan in, its measures out.
export { evaluate } from './evaluate.ts';
