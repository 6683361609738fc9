// The door of the inputs: list those of a plan, set them, draw them.
export { drawInputs, type InputDraw } from './drawInputs.ts';
export { inputUniform } from './inputUniform.ts';
export { attritionOf, emptyDays, withExpectedLeavers, withLeavers } from './leavers.ts';
export { planInputs } from './planInputs.ts';
export { quantileOfBelief } from './quantileOfBelief.ts';
export { factOf, type StatedInput } from './statedInput.ts';
export { withInputs } from './withInputs.ts';
