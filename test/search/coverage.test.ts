import { describe, expect, it } from 'vitest';
import { withAgents } from '../../core/plan/edits/agentsOnDuty.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { uncoveredHours } from '../../core/search/coverage.ts';
import { smallPlan } from '../support/smallPlan.ts';

const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/** One team: three by day, two of whom stay until eight, and one by remote in the evening. */
function plan(): Plan {
  const small = smallPlan();
  const [team] = small.teams ?? [];
  const span = (from: string, to: string, agents: number) => ({
    ...{ weekdays: [...workdays], from, to },
    agents,
  });
  return parsePlanValue({
    ...small,
    teams: [
      {
        ...team,
        groups: [
          {
            id: 'office',
            staffing: { kind: 'counts', counts: [span('08:00', '18:00', 3), span('18:00', '20:00', 2)] },
          },
          { id: 'remote', staffing: { kind: 'counts', counts: [span('18:00', '22:00', 1)] } },
        ],
      },
      { id: 'other', name: 'Other', groups: [{ id: 'others', staffing: { kind: 'hours', agents: 0.5 } }] },
    ],
  }).plan as Plan;
}

describe('uncoveredHours', () => {
  const planned = plan();
  const hours = (agents: Readonly<Record<string, readonly number[]>>): number[] =>
    uncoveredHours(planned, withAgents(planned, new Map(Object.entries(agents))));

  it('counts no fewer people as long as somebody is there', () => {
    expect(hours({})).toEqual([0, 0]);
    expect(hours({ office: [1, 0] })).toEqual([0, 0]);
    expect(hours({ office: [9, 9], remote: [5] })).toEqual([0, 0]);
  });

  it('counts the hours in which nobody is left', () => {
    // Eight to six on five days; from six to eight the remote one is there.
    expect(hours({ office: [0, 1] })).toEqual([50, 0]);
    expect(hours({ office: [0, 0] })).toEqual([50 + 60, 0]);
  });

  it('counts a group of which nobody is left, though others are there', () => {
    // Two hours without anybody, from eight to ten, and its own four, on five days.
    expect(hours({ remote: [0] })).toEqual([10 + 20, 0]);
  });

  it('asks for no more than was planned', () => {
    expect(hours({ others: [0.5] })).toEqual([0, 0]);
    expect(hours({ others: [0.25] })).toEqual([0, 168]);
  });
});
