// How many people an organisation has, or at least needs for its duty.
import { amount } from './amount.ts';
import { dutySpans, mostAtOnce, openSpans, type WeekSpan } from './checks/weekSpans.ts';
import type { Plan } from './schema/plan.ts';
import type { Group, Team } from './schema/team.ts';

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

const statedPeople = (group: Group): number | undefined => group.headcount ?? group.people?.length;

/** The people of one group, stated or as few as its duty needs. */
export const peopleOfGroup = (plan: Plan, team: Team, group: Group): number =>
  statedPeople(group) ?? fewestFor(plan, team, group);

function fewestFor(plan: Plan, team: Team, group: Group): number {
  const spans = dutyOfGroup(plan, team, group);
  const atOnce = Math.ceil(mostAtOnce(spans) - 1e-9);
  const contract = plan.contracts.find(({ id }) => id === group.contract);
  if (contract === undefined) return atOnce;
  const minutes = spans.reduce((sum, { from, to, agents }) => sum + (to - from) * agents, 0);
  return Math.max(atOnce, Math.ceil(minutes / 60 / contract.hoursPerWeek - 1e-9));
}

/** Who of a group is planned to be on duty in a week without holidays, breaks not taken out. */
export function dutyOfGroup(plan: Plan, team: Team, group: Group): readonly WeekSpan[] {
  if (group.staffing.kind !== 'hours') return dutySpans(plan, group) ?? [];
  const agents = amount(group.staffing.agents);
  const open = openSpans(plan.calendars.find(({ id }) => id === team.hours));
  return (open ?? [{ from: 0, to: minutesPerWeek, agents: 1 }]).map((span) => ({ ...span, agents }));
}
