import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { windowsFrom } from '../../../core/simulation/engine/openTime.ts';
import { decisionSeconds } from '../../../core/simulation/model/decisionSeconds.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { planOf, recordedDemand, steadyDemand, teamOf } from '../../support/plans.ts';
import { hour } from './zones.ts';

const day = 24 * hour;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const office = (from: string, to: string, id = 'office') => ({
  id,
  name: id,
  weekly: [{ weekdays: [...weekdays], spans: [{ from, to }] }],
});
const promise = (more: Partial<NonNullable<PlanInput['promises']>[number]> = {}) => ({
  id: 'soon',
  name: 'Soon',
  clock: 'resolution' as const,
  targetSeconds: 8 * hour,
  shareToAttain: 0.9,
  ...more,
});

describe('promises of a compiled plan', () => {
  it('take business hours from the calendar that they name, else from the home team', () => {
    const plan = planOf({
      calendars: [office('09:00', '17:00'), office('00:00', '12:00', 'mornings')],
      demand: [recordedDemand('calls', [1])],
      teams: [teamOf('team', 1, { hours: 'office' })],
      promises: [
        promise({ measuredIn: 'businessHours' }),
        promise({ id: 'named', measuredIn: 'businessHours', calendar: 'mornings' }),
        promise({ id: 'plain' }),
      ],
    });
    const model = compiledPlan(plan);
    const firstWindow = model.promises.map(({ calendarOfClass }) => {
      const calendar = calendarOfClass[0] as number;
      return calendar < 0 ? null : [...(model.windows[calendar]?.bounds.slice(0, 2) ?? [])];
    });
    expect(firstWindow).toEqual([[9 * hour, 17 * hour], [0, 12 * hour], null]);
  });

  it('are about the classes and the teams that their filter names', () => {
    const plan = planOf({
      tiers: [
        { id: 'one', name: 'One' },
        { id: 'two', name: 'Two' },
      ],
      demand: [steadyDemand('normal', 0.01), steadyDemand('urgent', 0.01, { priority: 1 })],
      teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
      promises: [promise({ applies: { priorities: [1] } }), promise({ id: 'inTwo', applies: { tiers: ['two'] } })],
    });
    expect(compiledPlan(plan).promises.map(({ ofClass, ofTeam }) => [[...ofClass], [...ofTeam]])).toEqual([
      [
        [0, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 1],
      ],
    ]);
  });
});

describe('decisionSeconds', () => {
  const promiseModel = (calendar: number, targetSeconds: number) =>
    ({ calendarOfClass: Int32Array.of(calendar), targetSeconds }) as unknown as Parameters<
      typeof decisionSeconds
    >[0][number];

  it('is the longest target on the wall clock', () => {
    expect(decisionSeconds([promiseModel(-1, 100), promiseModel(-1, 4000)], [], 9 * day)).toBe(4000);
  });

  it('waits for business hours: two hours after Friday evening are Monday morning', () => {
    const windows = windowsFrom(Float64Array.of(9 * hour, 17 * hour, 3 * day + 9 * hour, 3 * day + 17 * hour));
    expect(decisionSeconds([promiseModel(0, 2 * hour)], [windows], 17 * hour)).toBe(3 * day + 11 * hour - 17 * hour);
  });

  it('does not wait longer than the days that are compiled', () => {
    expect(decisionSeconds([promiseModel(-1, 400 * day)], [], day)).toBe(45 * day);
    expect(decisionSeconds([promiseModel(0, hour)], [windowsFrom(new Float64Array(0))], day)).toBe(45 * day);
  });

  it('is nothing without promises', () => {
    expect(decisionSeconds([], [], day)).toBe(0);
  });
});
