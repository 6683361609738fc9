// The door of the search: the least costly numbers on duty that keep the promises.
export { uncoveredHours } from './coverage.ts';
export { leastCostResult } from './leastCostResult.ts';
export { onDuty, type Posts, postsOf, totalOf } from './posts.ts';
export type { Agents, Values } from './question.ts';
export { type FoundInRounds, leastCostInRounds, type Rounds } from './rounds.ts';
