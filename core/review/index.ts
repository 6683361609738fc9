// The door of reviews: a period held against the plan.
export type { Parts } from './attribution.ts';
export { planOfPeriod } from './periodPlan.ts';
export { type ReplicatedPlan, type ReviewTools, reviewPeriod } from './reviewPeriod.ts';
