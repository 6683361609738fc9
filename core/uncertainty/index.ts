// The door of the probability study: draws of what is not known, and what they say of each promise.

export { type FormulaOutcome, formulaDraw, probabilityByFormula } from './byFormula.ts';
export {
  type Design,
  type DrawContext,
  designOf,
  drawnModel,
  probabilityBySimulation,
  simulateDraw,
} from './bySimulation.ts';
export type { DrawOutcome } from './probabilityOf.ts';
export { unknownsOf } from './unknowns.ts';
