import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DutyChange, DutyList } from '../../../core/simulation/compile/dutyList.ts';

const small = (max: number) => fc.integer({ min: 0, max });
const change: fc.Arbitrary<DutyChange> = fc.record({
  timeSeconds: small(50).map((n) => n / 2),
  group: small(2),
  agent: small(3),
  value: small(1),
  ordinal: small(9),
  day: small(3),
});
const byChance: fc.Arbitrary<DutyChange> = fc
  .tuple(change, fc.constantFrom(0.25, 0.5), small(4))
  .map(([base, chance, assignment]) => ({ ...base, chance, assignment }));

const listOf = (changes: readonly DutyChange[]): DutyList => {
  const list = new DutyList();
  for (const entry of changes) list.add(entry);
  return list;
};

describe('DutyList', () => {
  it('gives the changes by time, rank of the group, agent, and those who come first', () => {
    const ranks = [1, 2, 0];
    const many = fc.array(fc.oneof(change, byChance), { maxLength: 3000, size: 'max' });
    fc.assert(
      fc.property(many, (changes) => {
        const { timeSeconds, group, agent, value, ordinal, day, chance, assignment } =
          listOf(changes).inOrder(ranks);
        const sorted = changes.toSorted(
          (a, b) =>
            a.timeSeconds - b.timeSeconds ||
            (ranks[a.group] ?? 0) - (ranks[b.group] ?? 0) ||
            a.agent - b.agent ||
            b.value - a.value,
        );
        const got = Array.from(timeSeconds, (time, i) => ({
          timeSeconds: time,
          group: group[i],
          agent: agent[i],
          value: value[i],
          ordinal: ordinal[i],
          day: day[i],
          chance: chance?.[i] ?? 1,
          assignment: assignment?.[i] ?? -1,
        }));
        expect(got).toEqual(sorted.map((entry) => ({ chance: 1, assignment: -1, ...entry })));
        expect(chance === null).toBe(changes.every((entry) => entry.chance === undefined));
        expect(assignment === null).toBe(chance === null);
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it('is empty where nobody comes or goes', () => {
    expect(listOf([]).inOrder([]).timeSeconds).toEqual(new Float64Array(0));
  });
});
