import type { Collecting } from './simulationRun.ts';

/** Collects what each replication gave by itself, in their order. */
export function createListing<Harvest extends { readonly replication: number }, Part>(
  partOf: (harvest: Harvest) => Part,
): Collecting<readonly Part[], Harvest> {
  const parts: Part[] = [];
  return {
    get replications() {
      return parts.length;
    },
    add: (harvest) => {
      parts.push(partOf(harvest));
    },
    precisionReached: () => false,
    result: () => parts,
  };
}
