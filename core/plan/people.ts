// How many people an organisation has, or at least needs for its duty.
import { amount } from './amount.ts';
import { dutySpans, mostAtOnce, openSpans, type WeekSpan } from './checks/weekSpans.ts';
import type { Plan } from './schema/plan.ts';
import type { Group } from './schema/team.ts';
import type { DutyPlan, DutyTeam } from './staffedPlan.ts';

export interface People {
  readonly people: number;
  /** How many of these the plan does not state, but its duty needs. */
  readonly derived: number;
}

const minutesPerWeek = 7 * 1440;

/**
 * The people of all groups: as many as the plan states (`headcount`, or the people by name). Where a group states neither, the
 * fewest who can do its duty: as many as are on duty at once, and where it has a contract, at least its hours of duty in a
 * week without holidays over the hours of the contract. Example: two agents around the clock on contracts of 42 hours are
 * 336 / 42 = 8 people.
 */
export function peopleOf(plan: Plan): People {
  let people = 0;
  let derived = 0;
  for (const team of plan.teams)
    for (const group of team.groups) {
      const count = peopleOfGroup(plan, team, group);
      people += count;
      if (statedPeople(group) === undefined) derived += count;
    }
  return { people, derived };
}

/** The people that the plan states of a group. */
export const statedPeople = (group: Group): number | undefined => group.headcount ?? group.people?.length;

/** The people of one group, stated or as few as its duty needs. */
export const peopleOfGroup = (plan: DutyPlan, team: DutyTeam, group: Group): number =>
  statedPeople(group) ?? dutyNeedOf(plan, team, group).people;

/** What the duty of a group needs, and the fewest people who can do it. */
export interface DutyNeed {
  /** Most on duty at the same time. */
  readonly atOnce: number;
  /** Hours of duty of all together in a week without holidays. */
  readonly hoursPerWeek: number;
  /** Place of the group's contract in the plan; -1: none. */
  readonly contract: number;
  readonly people: number;
}

export function dutyNeedOf(plan: DutyPlan, team: DutyTeam, group: Group): DutyNeed {
  const spans = dutyOfGroup(plan, team, group);
  const atOnce = mostAtOnce(spans);
  const hoursPerWeek = spans.reduce((sum, { from, to, agents }) => sum + (to - from) * agents, 0) / 60;
  const contract = plan.contracts.findIndex(({ id }) => id === group.contract);
  const ofOne = plan.contracts[contract]?.hoursPerWeek ?? Number.POSITIVE_INFINITY;
  const people = Math.max(wholeUp(atOnce), wholeUp(hoursPerWeek / ofOne));
  return { atOnce, hoursPerWeek, contract, people };
}

const wholeUp = (amount: number): number => Math.ceil(amount - 1e-9);

/** Who of a group is planned to be on duty in a week without holidays, breaks not taken out. */
export function dutyOfGroup(plan: DutyPlan, team: DutyTeam, group: Group): readonly WeekSpan[] {
  if (group.staffing.kind !== 'hours') return dutySpans(plan, group) ?? [];
  const agents = amount(group.staffing.agents);
  const open = openSpans(plan.calendars.find(({ id }) => id === team.hours));
  return (open ?? [{ from: 0, to: minutesPerWeek, agents: 1 }]).map((span) => ({ ...span, agents }));
}
