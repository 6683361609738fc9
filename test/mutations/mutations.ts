// Every planted mutation.
import { demandMutations } from './demandMutations.ts';
import type { Mutation } from './mutation.ts';
import { peopleMutations } from './peopleMutations.ts';
import { queueMutations } from './queueMutations.ts';
import { routingMutations } from './routingMutations.ts';
import { workMutations } from './workMutations.ts';

export const mutations: readonly Mutation[] = [
  ...demandMutations,
  ...queueMutations,
  ...routingMutations,
  ...workMutations,
  ...peopleMutations,
];

/** How often a mutation's text stands in a source. */
export const occurrences = (source: string, { find }: Mutation): number => source.split(find).length - 1;
