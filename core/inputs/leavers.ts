// People who leave by themselves and are replaced after a while: drawn one by one, or as many as are to be expected.
import { expm1 } from '../numerics/expm1.ts';
import { log } from '../numerics/log.ts';
import { peopleOfGroup } from '../plan/people.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Team } from '../plan/schema/team.ts';
import { dayNumberOf, isoDateOf } from '../simulation/compile/timeAxis.ts';
import { inputUniform } from './inputUniform.ts';

/** Weeks until a place is filled where the contract does not say. */
export const usualHiringWeeks = 8;
const daysPerYear = 365.25;
/** Nobody leaves faster than at this share a year. */
const mostPerYear = 0.999;

export interface Attrition {
  readonly people: number;
  /** Chance of a person to leave, by day. */
  readonly perDay: number;
  readonly hiringDays: number;
  readonly horizonDays: number;
}

/** Null where the contract of the group states no attrition, or the horizon is not in days. */
export function attritionOf(plan: Plan, team: Team, group: Group): Attrition | null {
  const contract = plan.contracts.find(({ id }) => id === group.contract);
  const perYear = amount(contract?.attritionPerYear ?? 0);
  const horizonDays = plan.horizon.days;
  const people = peopleOfGroup(plan, team, group);
  if (perYear <= 0 || people === 0 || horizonDays === undefined) return null;
  const perDay = -log(1 - Math.min(mostPerYear, perYear)) / daysPerYear;
  return { people, perDay, hiringDays: 7 * amount(contract?.hiringWeeks ?? usualHiringWeeks), horizonDays };
}

/** Place-days that stand empty in the horizon: mean and variance, each place empty once at most. */
export function emptyDays({ people, perDay, hiringDays, horizonDays }: Attrition): {
  mean: number;
  variance: number;
} {
  const w = Math.min(hiringDays, horizonDays);
  const rest = horizonDays - w;
  return {
    mean: people * perDay * (w * rest + w ** 2 / 2),
    variance: people * perDay * (w ** 2 * rest + w ** 3 / 3),
  };
}

type Changes = NonNullable<Group['staffChanges']>;

function withChanges(plan: Plan, changesOf: (team: Team, group: Group) => Changes): Plan {
  return {
    ...plan,
    teams: plan.teams.map((team) => ({
      ...team,
      groups: team.groups.map((group) => {
        const changes = changesOf(team, group);
        return changes.length === 0
          ? group
          : { ...group, staffChanges: [...(group.staffChanges ?? []), ...changes] };
      }),
    })),
  };
}

/** By group with attrition: how many place-days stand empty in this draw, as a score around what is expected. */
export interface DrawnLeavers {
  readonly plan: Plan;
  readonly scores: readonly number[];
}

/** `plan` is the drawn one, `stated` the one as it is written, which says in which groups people leave. Who leaves in draw number `draw`, by the keyed draws of each place, and when the place is filled again. */
export function withLeavers(plan: Plan, stated: Plan, seed: number, draw: number): DrawnLeavers {
  const scores: number[] = [];
  const start = dayNumberOf(plan.horizon.start);
  const changed = withChanges(plan, (team, group) => {
    if (attritionOf(stated, team, group) === null) return [];
    const attrition = attritionOf(plan, team, group);
    if (attrition === null) {
      scores.push(0);
      return [];
    }
    const { people, perDay, hiringDays, horizonDays } = attrition;
    const changes: Changes = [];
    let empty = 0;
    for (let place = 0; place < people; place += 1) {
      const key = `leaver ${group.streamKey ?? group.id} ${place}`;
      let day = 0;
      for (let leaving = 0; ; leaving += 1) {
        day += -log(inputUniform(seed, draw, key, leaving)) / perDay;
        if (day >= horizonDays) break;
        const left = Math.floor(day);
        const filled = Math.ceil(day + hiringDays);
        changes.push({ date: isoDateOf(start + left), people: -1 });
        if (filled < horizonDays) changes.push({ date: isoDateOf(start + filled), people: 1 });
        empty += Math.min(filled, horizonDays) - left;
        day += hiringDays;
      }
    }
    const { mean, variance } = emptyDays(attrition);
    scores.push((empty - mean) / Math.sqrt(Math.max(1e-9, variance)));
    return changes;
  });
  return { plan: changed, scores };
}

/** As many as are to be expected to be gone, week by week: fractions of people. */
export function withExpectedLeavers(plan: Plan): Plan {
  const start = dayNumberOf(plan.horizon.start);
  return withChanges(plan, (team, group) => {
    const attrition = attritionOf(plan, team, group);
    if (attrition === null) return [];
    const { people, perDay, hiringDays, horizonDays } = attrition;
    const changes: Changes = [];
    let gone = 0;
    for (let day = 0; day < horizonDays; day += 7) {
      const middle = Math.min(day + 3.5, horizonDays);
      // A place is empty where its holder has left within the last weeks of hiring.
      const expected = people * -expm1(-perDay * Math.min(middle, hiringDays));
      if (expected !== gone) changes.push({ date: isoDateOf(start + day), people: gone - expected });
      gone = expected;
    }
    return changes;
  });
}
