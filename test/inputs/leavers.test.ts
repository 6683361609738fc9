import { describe, expect, it } from 'vitest';
import {
  attritionOf,
  emptyDays,
  planInputs,
  withExpectedLeavers,
  withLeavers,
} from '../../core/inputs/index.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { simulatePlan } from '../support/simulatePlan.ts';

const staffed = (
  group: Partial<PlanInput['teams'][number]['groups'][number]>,
  more: Partial<PlanInput> = {},
) =>
  planOf({
    horizon: { start: '2026-01-05', days: 364 },
    demand: [steadyDemand('calls', 0.001)],
    teams: [teamOf('team', 20, {}, { headcount: 20, contract: 'full', ...group })],
    contracts: [{ id: 'full', name: 'Full time', hoursPerWeek: 40, attritionPerYear: 0.3, hiringWeeks: 6 }],
    ...more,
  });
const parsed = (input: PlanInput): Plan => {
  const { plan, faults } = parsePlanValue(input);
  if (plan === null) throw new Error(JSON.stringify(faults));
  return plan;
};
const attrition = (plan: Plan) => {
  const [team] = plan.teams;
  const [group] = team?.groups ?? [];
  const found = team === undefined || group === undefined ? null : attritionOf(plan, team, group);
  if (found === null) throw new Error('nobody leaves');
  return found;
};

/** [day, people on duty from then on] of the only group. */
function dutyOf(input: PlanInput): (readonly [day: number, agents: number])[] {
  const { duty } = compiledPlan(input);
  let onDuty = 0;
  return [...duty.timeSeconds].map((time, i) => {
    const value = duty.value[i] as number;
    const together = duty.agents[i] as number;
    onDuty = duty.agent[i] === -1 ? value : onDuty + (value === 1 ? together : -together);
    return [time / 86_400, onDuty];
  });
}

describe('people who join or leave on a date', () => {
  const staffChanges = [
    { date: '2026-01-07', people: -2 },
    { date: '2026-01-08', people: 6, delayDays: { value: 2, low: 0, high: 9 } },
  ];
  const week = { horizon: { start: '2026-01-05', days: 7 } };

  it('change what the staffing of the team’s hours says, from the day on and after its delay', () => {
    expect(dutyOf(staffed({ staffChanges }, week))).toEqual([
      [0, 20],
      [2, 18],
      [5, 24],
    ]);
  });

  it('change counts and shifts in proportion', () => {
    const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    const days = [...weekdays];
    const half = { ...week, shifts: [{ id: 'early', name: 'Early', start: '06:00', end: '12:00' }] };
    const mostByDay = (input: PlanInput): number[] => {
      const duty = dutyOf(input);
      return Array.from({ length: 7 }, (_, day) =>
        Math.max(...duty.filter(([at]) => at > day && at < day + 1).map(([, agents]) => agents)),
      );
    };
    const counts = [{ weekdays: days, from: '06:00', to: '12:00', agents: 10 }];
    expect(mostByDay(staffed({ staffing: { kind: 'counts', counts }, staffChanges }, week))).toEqual([
      10, 10, 9, 9, 9, 12, 12,
    ]);
    const assignments = [{ shift: 'early', weekdays: days, agents: 10 }];
    const shifts = staffed({ staffing: { kind: 'shifts', assignments }, staffChanges }, half);
    expect(mostByDay(shifts)).toEqual([10, 10, 9, 9, 9, 12, 12]);
  });

  it('can be simulated, whoever joins', () => {
    const plan = staffed({ staffChanges }, week);
    const { result } = simulatePlan(plan);
    expect(result.teams['team']?.agentsOnDutyMean?.value).toBeCloseTo((2 * 20 + 3 * 18 + 2 * 24) / 7, 6);
  });

  it('are inputs with their delay', () => {
    const keys = planInputs(parsed(staffed({ staffChanges }, week)))
      .filter(({ kind }) => kind === 'staffChanges' || kind === 'startDate')
      .map(({ key, value, belief }) => [key, value, belief?.high]);
    expect(keys).toEqual([
      ['teams/team/groups/team/staffChanges/0/people', -2, undefined],
      ['teams/team/groups/team/staffChanges/1/people', 6, undefined],
      ['teams/team/groups/team/staffChanges/1/delayDays', 2, 9],
    ]);
  });
});

describe('people who leave by themselves', () => {
  const plan = parsed(staffed({}));

  it('leave the stated share of places empty, on average and in spread', () => {
    const draws = 400;
    const { mean, variance } = emptyDays(attrition(plan));
    // 20 places, 30 % a year, six weeks: about 20 * 0.357 * 42 less what the end cuts off.
    expect(mean).toBeCloseTo(20 * 0.3567 * 0.9965 * (42 - (42 * 21) / 364), 0);
    const scores = Array.from(
      { length: draws },
      (_, draw) => withLeavers(plan, plan, 1, draw).scores[0] ?? 0,
    );
    const average = scores.reduce((sum, one) => sum + one, 0) / draws;
    const spread = scores.reduce((sum, one) => sum + (one - average) ** 2, 0) / (draws - 1);
    expect(variance).toBeGreaterThan(0);
    // A place whose holder has left can be left again only after it is filled: a tenth less of both.
    expect(Math.abs(average + 0.1 * (mean / Math.sqrt(variance)) * 0.4)).toBeLessThan(0.4);
    expect(spread).toBeGreaterThan(0.6);
    expect(spread).toBeLessThan(1.3);
  });

  it('are drawn by their own keys, and leave everybody else’s draws alone', () => {
    const once = withLeavers(plan, plan, 1, 5).plan.teams[0]?.groups[0]?.staffChanges;
    expect(withLeavers(plan, plan, 1, 5).plan.teams[0]?.groups[0]?.staffChanges).toEqual(once);
    expect(withLeavers(plan, plan, 1, 6).plan.teams[0]?.groups[0]?.staffChanges).not.toEqual(once);
    expect(parsePlanValue(withLeavers(plan, plan, 1, 5).plan).faults).toEqual([]);
  });

  it('are as many as expected where the plan is asked for its mean', () => {
    const changes = withExpectedLeavers(plan).teams[0]?.groups[0]?.staffChanges ?? [];
    const gone = -changes.reduce((sum, { people }) => sum + (people as number), 0);
    // In the long run: 20 places, each empty for 42 days after a departure.
    expect(gone).toBeCloseTo(20 * (1 - Math.exp(-(0.35667 / 365.25) * 42)), 3);
  });
});
