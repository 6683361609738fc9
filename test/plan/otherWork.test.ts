import { describe, expect, it } from 'vitest';
import { groupsHolding } from '../../core/plan/dutyHolders.ts';
import { contactsAbout, hoursOfDuty } from '../../core/plan/dutyHours.ts';
import { otherWorkOf } from '../../core/plan/otherWork.ts';
import type { Duty } from '../../core/plan/schema/duties.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { deterministic, parsedPlan, planOf, recordedDemand } from '../support/plans.ts';

const group = (id: string, role: string, agents: number) => ({
  ...{ id, role, staffing: { kind: 'hours', agents } },
});
const planWith = (parts: Partial<PlanInput>): Plan =>
  parsedPlan(
    planOf({
      demand: [
        { id: 'calls', issueType: 'question', channel: 'phone', volume: { contacts: 400, per: 'week' } },
        { ...recordedDemand('recorded', [0, 1, 2]), issueType: 'question' },
      ],
      roles: [
        { id: 'agent', name: 'Agent', kind: 'agent' },
        { id: 'lead', name: 'Lead', kind: 'lead' },
      ],
      teams: [
        { id: 'one', name: 'One', groups: [group('a', 'agent', 3), group('l', 'lead', 1)] },
        { id: 'two', name: 'Two', groups: [group('b', 'agent', 1)] },
      ] as PlanInput['teams'],
      handling: [{ time: deterministic(60) }],
      ...parts,
    }),
  );
const duty = (parts: Partial<Duty>): Duty => ({ id: 'content', kind: 'content', who: [], ...parts });

describe('hoursOfDuty', () => {
  const plan = planWith({ horizon: { start: '2026-01-05', days: 7 } });
  it('takes hours, pieces and contacts a week alike', () => {
    const time = (value: Duty['time']) => hoursOfDuty(plan, duty({ time: value }));
    expect(time({ kind: 'hours', hoursPerWeek: { value: 6, low: 5 }, done: 'between' })).toBe(6);
    expect(time({ kind: 'pieces', perWeek: 20, secondsEach: 300, done: 'between' })).toBeCloseTo(5 / 3, 12);
    expect(time({ kind: 'contacts', secondsEach: 90, done: 'between' })).toBeCloseTo((403 * 90) / 3600, 12);
    expect(time({ kind: 'contacts', secondsEach: 90, issueTypes: ['none'], done: 'between' })).toBe(0);
    expect(time({ kind: 'handling' })).toBeNull();
    expect(time(undefined)).toBeNull();
  });

  it('counts recorded contacts over the days of the horizon', () => {
    expect(contactsAbout(plan, { channels: ['phone'] })).toBe(403);
  });

  it('takes the hours of internal work from there', () => {
    const internalWork = [{ id: 'articles', name: 'Articles', team: 'one', hoursPerWeek: 5 }];
    expect(
      hoursOfDuty(planWith({ internalWork }), duty({ time: { kind: 'work', work: ['articles'] } })),
    ).toBe(5);
  });
});

describe('otherWorkOf', () => {
  it('shares a duty out among the teams that do it, by the hours that their people are planned for', () => {
    const plan = planWith({
      duties: [
        {
          ...{ id: 'content', kind: 'content', who: [{ role: 'agent', parts: ['does'] }] },
          time: { kind: 'hours', hoursPerWeek: 10 },
        },
      ],
    });
    expect(
      otherWorkOf(plan).map(({ team, groups, hoursPerWeek }) => ({ team, groups, hoursPerWeek })),
    ).toEqual([
      { team: 'one', groups: [0], hoursPerWeek: 7.5 },
      { team: 'two', groups: null, hoursPerWeek: 2.5 },
    ]);
  });

  it('knows each group once, however often it is named', () => {
    const plan = planWith({});
    const held = groupsHolding(
      plan,
      duty({
        who: [
          { role: 'agent', parts: ['does'] },
          { team: 'one', parts: ['isTold', 'does'] },
        ],
      }),
      'does',
    );
    expect(held).toEqual([
      { teamIndex: 0, groupIndex: 0 },
      { teamIndex: 0, groupIndex: 1 },
      { teamIndex: 1, groupIndex: 0 },
    ]);
  });
});
