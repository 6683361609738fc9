import { describe, expect, it } from 'vitest';
import type { Advice, Candidate } from '../../core/measures/advice.ts';
import { adviceChangeBetween } from '../../core/report/adviceChange.ts';

const candidate = (id: Candidate['id'], people: number, cost: number, kept = 1): Candidate =>
  ({
    id,
    people,
    costPerMonth: { value: cost, low: cost, high: cost },
    promisesKept: kept,
    promises: [{}, {}],
  }) as unknown as Candidate;
const advice = (...candidates: readonly Candidate[]): Advice => ({
  candidates,
  decisions: [],
  assumptions: [],
  toMeasure: [],
  unkept: [],
});

describe('adviceChangeBetween', () => {
  it('names what came and what went', () => {
    const change = adviceChangeBetween(
      advice(candidate('pool', 5, 100), candidate('byIssue', 6, 120)),
      advice(candidate('pool', 5, 100), candidate('tiers', 7, 140)),
    );
    expect(change).toEqual({ came: ['tiers'], went: ['byIssue'], moved: [] });
  });

  it('says by how much the others moved, newer less older', () => {
    const { moved } = adviceChangeBetween(
      advice(candidate('pool', 5, 100, 2), candidate('tiers', 7, 140)),
      advice(candidate('pool', 6, 90, 1), candidate('tiers', 7, 140.2)),
    );
    expect(moved).toEqual([{ id: 'pool', people: 1, costPerMonth: -10, promisesKept: -1, promises: 0 }]);
  });
});
