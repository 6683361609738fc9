// The door of break-even: where promises break, by formula and by simulation, and where an assistant pays.
export {
  type AssistantCase,
  assistantCases,
  contactsPerMonthOf,
  containmentPoint,
  withContainment,
} from './assistantPays.ts';
export { breakingPoints, type LevelsAt } from './breakingPoints.ts';
export { scaledPlan } from './scaledPlan.ts';
export { type SimulatedLevel, simulatedBreak } from './simulatedBreak.ts';
