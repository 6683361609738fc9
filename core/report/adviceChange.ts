// What an answer did to the proposals: which came, which went, and how the others moved.
import type { Advice, Candidate, CandidateKind } from '../measures/advice.ts';

/** A proposal that was there before and is still there; newer less older. */
export interface CandidateChange {
  readonly id: CandidateKind;
  readonly people: number;
  readonly costPerMonth: number;
  readonly promisesKept: number;
  /** Promises that there are now, less those that there were. */
  readonly promises: number;
}

export interface AdviceChange {
  readonly came: readonly CandidateKind[];
  readonly went: readonly CandidateKind[];
  /** Only those that moved. */
  readonly moved: readonly CandidateChange[];
}

/** Costs closer than this are the same. */
const leastMoney = 0.5;

/** Example: from a pool of 5 people to a pool of 6 gives `moved: [{ id: 'pool', people: 1, ... }]`. */
export function adviceChangeBetween(older: Advice, newer: Advice): AdviceChange {
  const before = new Map(older.candidates.map((candidate) => [candidate.id, candidate]));
  const after = new Set(newer.candidates.map(({ id }) => id));
  return {
    came: newer.candidates.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    went: older.candidates.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    moved: newer.candidates.flatMap((candidate) => {
      const old = before.get(candidate.id);
      const change = old === undefined ? null : movedBetween(old, candidate);
      return change ?? [];
    }),
  };
}

function movedBetween(older: Candidate, newer: Candidate): CandidateChange | null {
  const change = {
    id: newer.id,
    people: newer.people - older.people,
    costPerMonth: newer.costPerMonth.value - older.costPerMonth.value,
    promisesKept: newer.promisesKept - older.promisesKept,
    promises: newer.promises.length - older.promises.length,
  };
  const isSame =
    change.people === 0 &&
    Math.abs(change.costPerMonth) < leastMoney &&
    change.promisesKept === 0 &&
    change.promises === 0;
  return isSame ? null : change;
}
