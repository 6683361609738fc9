import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

const hour = 3600;
type Span = readonly [string, string, number];

/** Counts on Monday; every contact takes as long as its class says. */
const plan = (spans: readonly Span[], arrivals: readonly number[], seconds: number): PlanInput =>
  planOf({
    demand: [recordedDemand('calls', arrivals)],
    teams: [
      teamOf('team', 1, {}, {
        staffing: {
          kind: 'counts',
          counts: spans.map(([from, to, agents]) => ({ weekdays: ['monday'], from, to, agents })),
        },
      }),
    ],
    handling: [{ time: deterministic(seconds) }],
  });

describe('a count that drops', () => {
  it('lets idle agents go first; busy ones go on as before', () => {
    const input = plan([['00:00', '01:00', 2], ['01:00', '03:00', 1]], [hour - 10, hour + 20, hour + 30], 60);
    expect(storyOf(input, ['answer'])).toEqual([
      `calls 0: answer team ${hour - 10}`,
      `calls 1: answer team ${hour + 50}`,
      `calls 2: answer team ${hour + 110}`,
    ]);
    expect(countsOf(input).ofTeam('team', 'overRunSeconds')).toBe(0);
  });

  it('marks those who began last; they finish and leave, and their over-run is measured', () => {
    // Three busy from hour - 30, - 20, - 10 until + 70, + 80, + 90; two of them are marked at the full hour.
    const input = plan([['00:00', '01:00', 3], ['01:00', '03:00', 1]], [hour - 30, hour - 20, hour - 10, hour, hour + 1], 100);
    expect(storyOf(input, ['answer'])).toEqual([
      `calls 0: answer team ${hour - 30}`,
      `calls 1: answer team ${hour - 20}`,
      `calls 2: answer team ${hour - 10}`,
      `calls 3: answer team ${hour + 70}`,
      `calls 4: answer team ${hour + 170}`,
    ]);
    expect(countsOf(input).ofTeam('team', 'overRunSeconds')).toBe(80 + 90);
    expect(countsOf(input).ofTeam('team', 'dutySeconds')).toBe(3 * hour + 2 * hour);
  });

  it('keeps its marks where it rises again: others come', () => {
    const spans: Span[] = [['00:00', '01:00', 1], ['01:01', '03:00', 1]];
    const input = plan(spans, [hour - 10, hour + 30], 200);
    // The marked agent is busy until hour + 190; the one who comes at hour + 60 takes the second contact.
    expect(storyOf(input, ['answer'])).toEqual([`calls 0: answer team ${hour - 10}`, `calls 1: answer team ${hour + 60}`]);
    expect(countsOf(input).ofTeam('team', 'overRunSeconds')).toBe(190);
  });
});

describe('a named shift', () => {
  const shifted = (arrivals: readonly number[], seconds: number): PlanInput => ({
    ...plan([], arrivals, seconds),
    shifts: [
      { id: 'early', name: 'Early', start: '08:00', end: '16:00', breaks: [{ start: '12:00', minutes: 30 }] },
    ],
    teams: [
      teamOf('team', 1, {}, {
        staffing: { kind: 'shifts', assignments: [{ shift: 'early', weekdays: ['monday'], agents: 1 }] },
      }),
    ],
  });

  it('lets its agent finish before the break, which ends when it should', () => {
    const input = shifted([12 * hour - 100, 12 * hour - 50], 300);
    expect(storyOf(input, ['answer'])).toEqual([
      `calls 0: answer team ${12 * hour - 100}`,
      `calls 1: answer team ${12.5 * hour}`,
    ]);
    expect(countsOf(input).ofTeam('team', 'overRunSeconds')).toBe(200);
  });

  it('goes on without a pause where the work outlasts the break', () => {
    const input = shifted([12 * hour - 100, 12 * hour - 50], 2400);
    expect(storyOf(input, ['answer'])).toEqual([
      `calls 0: answer team ${12 * hour - 100}`,
      `calls 1: answer team ${12 * hour - 100 + 2400}`,
    ]);
    expect(countsOf(input).ofTeam('team', 'overRunSeconds')).toBe(1800);
  });

  it('leaves contacts to the next day of the shift', () => {
    const input = { ...shifted([16 * hour], 60), horizon: { start: '2026-01-05', days: 1 } };
    expect(storyOf(input, ['answer', 'wait'])).toEqual([`calls 0: wait team ${16 * hour}`]);
  });
});
