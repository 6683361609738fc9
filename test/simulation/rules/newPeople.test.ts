import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import {
  hashKey,
  packPurpose,
  purpose,
  setStreamKey,
  uniformAt,
} from '../../../core/simulation/engine/streams.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

const hour = 3600;
const week = 7 * 24 * hour;

describe('a learning curve', () => {
  /** As many calls at 0 as there are agents; how long the talk of each agent's first call takes. */
  const talks = (agents: number, newShare: number, at = 0, weeks = 2): readonly number[] => {
    const input = planOf({
      horizon: { start: '2026-01-05', days: 22 },
      demand: [recordedDemand('calls', new Array<number>(agents).fill(at))],
      teams: [
        teamOf(
          'team',
          agents,
          { agentChoice: 'fixed' },
          { learningCurve: { startFactor: 0.5, weeks, newShare } },
        ),
      ],
      handling: [{ time: deterministic(100) }],
    });
    const ends = new Map(
      storyOf(input, ['talkEnd']).map((line) => {
        const [, ordinal, time] = /^calls (\d+): talkEnd (.+)$/.exec(line) ?? [];
        return [Number(ordinal), Number(time) - at] as const;
      }),
    );
    return Array.from({ length: agents }, (_, k) => ends.get(k) ?? Number.NaN);
  };

  it('spreads the new people over the numbers of the group, exactly as many as their share', () => {
    expect(talks(4, 0.5)).toEqual([100, 200, 100, 200]);
    expect(talks(5, 0.2)).toEqual([100, 100, 100, 100, 200]);
    expect(talks(3, 1)).toEqual([200, 200, 200]);
    expect(talks(3, 0)).toEqual([100, 100, 100]);
    // 0.1 + 0.2 is a little more than 0.3 in the machine's numbers, and 10 x 0.3 a little less or more than 3.
    expect(talks(10, 0.3).filter((seconds) => seconds === 200)).toHaveLength(3);
    expect(talks(10, 0.1 + 0.2)).toEqual(talks(10, 0.3));
  });

  it('grows with the time since the start of the horizon, until it is full', () => {
    expect(talks(1, 1, week)[0]).toBeCloseTo(100 / 0.75, 6);
    expect(talks(1, 1, 2 * week)).toEqual([100]);
    expect(talks(1, 1, 3 * week)).toEqual([100]);
  });

  it('multiplies the proficiency, and is asked anew when an interrupted talk is resumed', () => {
    const input = planOf({
      issueTypes: [
        { id: 'usual', name: 'Usual', priority: 5, preemptible: true },
        { id: 'urgent', name: 'Urgent', priority: 1 },
      ],
      demand: [
        recordedDemand('usual', [0], { issueType: 'usual' }),
        recordedDemand('urgent', [100], { issueType: 'urgent' }),
      ],
      teams: [
        teamOf(
          'team',
          1,
          {},
          {
            learningCurve: { startFactor: 0.5, weeks: 600 / week, newShare: 1 },
            proficiency: [{ when: {}, factor: 2 }],
          },
        ),
      ],
      handling: [{ time: deterministic(400) }],
    });
    // Begun at 0 with 2 x 0.5 = 1: 300 units are left at 100. The urgent call, at 2 x (0.5 + 0.5 / 6) = 7/6, takes
    // 400 / (7/6) = 342.86 s. At 442.86 the factor is 0.5 + 0.5 x 442.86 / 600 = 0.869: 300 / (2 x 0.869) = 172.6 s.
    const urgentEnd = 100 + 400 / (2 * (0.5 + 0.5 / 6));
    const usualEnd = urgentEnd + 300 / (2 * (0.5 + (0.5 * urgentEnd) / 600));
    const ends = storyOf(input, ['talkEnd']).map((line) => Number(line.split(' ').at(-1)));
    expect(ends[0]).toBeCloseTo(urgentEnd, 9);
    expect(ends[1]).toBeCloseTo(usualEnd, 9);
  });
});

describe('planned shrinkage of shifts', () => {
  /** Shifts of some agents from 08:00 to 12:00, less a share. */
  const shifts = (assignments: readonly number[], plannedShrinkage: number, absence = 0): PlanInput =>
    planOf({
      demand: [recordedDemand('calls', [])],
      shifts: [{ id: 'early', name: 'Early', start: '08:00', end: '12:00' }],
      teams: [
        teamOf(
          'team',
          1,
          {},
          {
            plannedShrinkage,
            unplannedAbsence: absence,
            staffing: {
              kind: 'shifts',
              assignments: assignments.map((agents) => ({ shift: 'early', weekdays: ['monday'], agents })),
            },
          },
        ),
      ],
    });
  const dutyHours = (input: PlanInput): number => countsOf(input).ofTeam('team', 'dutySeconds') / hour;

  it('takes whole agents away where the share is whole', () => {
    expect(dutyHours(shifts([10], 0))).toBe(40);
    expect(dutyHours(shifts([10], 0.3))).toBe(28);
    expect(dutyHours(shifts([10], 1))).toBe(0);
  });

  it('draws for the fraction in each interval, by group, assignment and interval', () => {
    const [key0, key1] = hashKey('team');
    const key = { k0: 0, k1: 0 };
    const drawn = (assignment: number, chance: number): number =>
      Array.from({ length: 8 }, (_, i) => {
        setStreamKey(key, 1, 0, 0, 0, key0, key1, packPurpose(purpose.plannedCount, 0), assignment);
        return uniformAt(key.k0, key.k1, 16 + i) < chance ? 0.5 : 0;
      }).reduce((sum: number, hours) => sum + hours, 0);
    // Three agents less 30 %: two and a tenth; five less 30 %: three and a half.
    const both = drawn(0, 0.1) + drawn(1, 0.5);
    expect(drawn(1, 0.5)).toBeGreaterThan(0);
    expect(drawn(1, 0.5)).toBeLessThan(4);
    expect(dutyHours(shifts([3, 5], 0.3))).toBe(4 * 2 + 4 * 3 + both);
  });

  it('lets the first numbers work through; the one who is drawn in two intervals stays on', () => {
    // Half an agent: the draws of the intervals 16 ... 23 say when; a talk begun in one is not ended by the next.
    const input = shifts([1], 0.5);
    const calls: PlanInput = {
      ...input,
      demand: [recordedDemand('calls', [8 * hour])],
      handling: [{ time: deterministic(4 * hour) }],
    };
    const interrupting: PlanInput = {
      ...calls,
      teams: calls.teams.map((team) => ({
        ...team,
        groups: team.groups.map((group) => ({
          ...group,
          staffing: { ...group.staffing, leaving: 'interrupt' as const },
        })),
      })),
    };
    const [key0, key1] = hashKey('team');
    const key = { k0: 0, k1: 0 };
    setStreamKey(key, 1, 0, 0, 0, key0, key1, packPurpose(purpose.plannedCount, 0), 0);
    const isOn = Array.from({ length: 8 }, (_, i) => uniformAt(key.k0, key.k1, 16 + i) < 0.5);
    const expected = isOn.flatMap((on, i) => {
      const at = (8 + i / 2) * hour;
      if (on && (i === 0 || isOn[i - 1] === false)) return [`calls 0: answer team ${at}`];
      if (!on && i > 0 && isOn[i - 1] === true) return [`calls 0: interrupted team ${at}`];
      return [];
    });
    expect(expected.length).toBeGreaterThan(2);
    const last = isOn.at(-1) === true ? [`calls 0: interrupted team ${12 * hour}`] : [];
    expect(storyOf(interrupting, ['answer', 'interrupted'])).toEqual([...expected, ...last]);
  });

  it('comes before absence, which is drawn for each agent on top', () => {
    const [all, some] = [dutyHours(shifts([200], 0.5)), dutyHours(shifts([200], 0.5, 0.25))];
    expect(all).toBe(400);
    expect(some).toBeGreaterThan(240);
    expect(some).toBeLessThan(360);
  });
});
