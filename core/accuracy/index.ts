// The door of the accuracy card: a plan in, where its two answers part and why out.
export type { Answers } from './compare.ts';
export { type CardTools, makeCard } from './makeCard.ts';
