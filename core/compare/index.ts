// The door of the comparison: plans side by side, by formula and by simulation with the same customers.
export { type CountedPlan, measuresByFormula, measuresBySimulation } from './comparedMeasures.ts';
export {
  type Contestant,
  comparedPlan,
  comparedPromises,
  contestantOf,
} from './comparedPlans.ts';
export { pairedDifference, type Sample, sampleOf } from './pairedTerms.ts';
export { type Stress, stressesOf } from './stresses.ts';
export { bySoonest, stressRow } from './stressRows.ts';
