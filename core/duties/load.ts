// The time of groups: what is planned, what is kept free of contacts, and what duties and contacts take of it.
import type { Evaluation } from '../measures/evaluation.ts';
import { amount } from '../plan/amount.ts';
import { groupsHolding } from '../plan/dutyHolders.ts';
import { hoursOfDuty } from '../plan/dutyHours.ts';
import { dutyHoursPerWeek } from '../plan/groupCost.ts';
import { otherWorkOf } from '../plan/otherWork.ts';
import { peopleOfGroup } from '../plan/people.ts';
import type { Duty } from '../plan/schema/duties.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Team } from '../plan/schema/team.ts';

/** One group of the plan with its hours in a week without holidays. */
export interface GroupLoad {
  readonly team: Team;
  readonly group: Group;
  readonly people: number;
  readonly presence: number;
  /** Share of presence that contacts may take. */
  readonly contactShare: number;
  readonly dutiesReserved: number;
  readonly dutiesBetween: number;
  /** Busy with contacts alone, by formula; null where no formula answers. */
  readonly contacts: number | null;
}

const keyOf = (teamIndex: number, groupIndex: number): string => `${teamIndex}/${groupIndex}`;

/** Time of a duty that lies in what roles keep free of contacts. */
const isReserved = ({ time }: Duty): boolean =>
  time !== undefined && time.kind !== 'handling' && time.kind !== 'work' && time.done === 'reserved';

/**
 * Every group of the plan. Hours of a duty are shared out by planned presence, as its load is. Time with contacts is the team's
 * (busy time less the work that is no contact), shared out by the time that each group has for contacts.
 */
export function groupLoads(plan: Plan, evaluation: Evaluation | null): readonly GroupLoad[] {
  const presence = new Map<string, number>();
  plan.teams.forEach((team, t) => {
    for (const [g, group] of team.groups.entries())
      presence.set(keyOf(t, g), dutyHoursPerWeek(plan, team, group));
  });
  const reserved = new Map<string, number>();
  const between = new Map<string, number>();
  const share = (into: Map<string, number>, keys: readonly string[], hours: number): void => {
    const whole = keys.reduce((sum, key) => sum + (presence.get(key) ?? 0), 0);
    for (const key of keys) {
      const part = whole > 0 ? (presence.get(key) ?? 0) / whole : 1 / keys.length;
      into.set(key, (into.get(key) ?? 0) + hours * part);
    }
  };
  for (const duty of plan.duties ?? [])
    if (isReserved(duty)) {
      const keys = groupsHolding(plan, duty, 'does').map(({ teamIndex, groupIndex }) =>
        keyOf(teamIndex, groupIndex),
      );
      share(reserved, keys, hoursOfDuty(plan, duty) ?? 0);
    }
  const allOtherWork = otherWorkOf(plan);
  for (const work of allOtherWork) {
    const t = plan.teams.findIndex(({ id }) => id === work.team);
    const places = work.groups ?? plan.teams[t]?.groups.map((_, g) => g) ?? [];
    share(
      between,
      places.map((g) => keyOf(t, g)),
      work.hoursPerWeek,
    );
  }
  return plan.teams.flatMap((team, t) => {
    const shares = team.groups.map((group) => contactShareOf(plan, group));
    const present = team.groups.map((_, g) => presence.get(keyOf(t, g)) ?? 0);
    const forContacts = present.reduce((sum, hours, g) => sum + hours * (shares[g] as number), 0);
    const utilisation = evaluation?.teams[team.id]?.utilisationFraction?.value ?? null;
    const other = allOtherWork
      .filter((work) => work.team === team.id)
      .reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0);
    const busy =
      utilisation === null
        ? null
        : Math.max(0, utilisation * present.reduce((sum, hours) => sum + hours, 0) - other);
    return team.groups.map((group, g): GroupLoad => {
      const hours = present[g] as number;
      const part = forContacts > 0 ? (hours * (shares[g] as number)) / forContacts : 0;
      return {
        ...{ team, group, people: peopleOfGroup(plan, team, group), presence: hours },
        contactShare: shares[g] as number,
        dutiesReserved: reserved.get(keyOf(t, g)) ?? 0,
        dutiesBetween: between.get(keyOf(t, g)) ?? 0,
        contacts: busy === null ? null : busy * part,
      };
    });
  });
}

const contactShareOf = (plan: Plan, group: Group): number => {
  const role = plan.roles.find(({ id }) => id === group.role);
  return role === undefined ? 1 : amount(role.contactTimeShare);
};

export const sumOf = <Part>(parts: readonly Part[], hours: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + hours(part), 0);
