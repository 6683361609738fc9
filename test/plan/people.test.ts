import { describe, expect, it } from 'vitest';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { peopleOf } from '../../core/plan/people.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { smallPlan } from '../support/smallPlan.ts';

type Group = NonNullable<PlanInput['teams'][number]['groups']>[number];

function peopleWith(group: Partial<Group>, rest: Partial<PlanInput> = {}) {
  const plan = smallPlan();
  const [team] = plan.teams;
  if (team?.groups[0] === undefined) throw new Error('the small plan has a group');
  const teams = [{ ...team, groups: [{ ...team.groups[0], ...group }] }];
  const { plan: whole, faults } = parsePlanValue({ ...plan, ...rest, teams });
  if (whole === null) throw new Error(JSON.stringify(faults));
  return peopleOf(whole);
}

const contracts = [{ id: 'full', name: 'Full time', hoursPerWeek: 42 }];

describe('peopleOf', () => {
  it('counts the people that the plan states', () => {
    expect(peopleWith({ headcount: 9 })).toEqual({ people: 9, derived: 0 });
    const people = ['a', 'b'].map((id) => ({ id, name: id }));
    expect(peopleWith({ people })).toEqual({ people: 2, derived: 0 });
  });

  it('takes as many as are on duty at once where nothing is stated', () => {
    expect(peopleWith({})).toEqual({ people: 6, derived: 6 });
    expect(peopleWith({ staffing: { kind: 'hours', agents: 3.4 } })).toEqual({ people: 4, derived: 4 });
  });

  it('takes as many as the hours of their contract need', () => {
    // Six around the clock: 1008 hours a week over 42.
    expect(peopleWith({ contract: 'full' }, { contracts })).toEqual({ people: 24, derived: 24 });
    expect(peopleWith({ contract: 'full', staffing: { kind: 'hours', agents: 2 } }, { contracts })).toEqual({
      people: 8,
      derived: 8,
    });
  });

  it('counts both shifts of a day', () => {
    const shifts = [
      { id: 'early', name: 'Early', start: '06:00', end: '14:00' },
      { id: 'late', name: 'Late', start: '14:00', end: '22:00' },
    ];
    const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
    const assignments = shifts.map(({ id }) => ({ shift: id, weekdays: [...weekdays], agents: 3 }));
    const staffing = { kind: 'shifts' as const, assignments };
    expect(peopleWith({ staffing }, { shifts }).people).toBe(3);
    expect(peopleWith({ staffing, contract: 'full' }, { shifts, contracts }).people).toBe(6);
  });
});
