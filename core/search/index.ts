// The door of the search: the least costly numbers on duty that keep the promises.
export { uncoveredHours } from './coverage.ts';
export { type AimedAt, correctedGoals, coverageGoals, loadGoals } from './goals.ts';
export { type LeastCost, leastCost } from './leastCost.ts';
export { leastCostResult } from './leastCostResult.ts';
export { onDuty, type Posts, postsOf, usualGroups } from './posts.ts';
export type { Agents, Goal, Post, Question, Values } from './question.ts';
export { bestTried, costOf, type Reaches, reachesOf, shortOf, type Tried } from './tried.ts';
