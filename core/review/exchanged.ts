// The plan with some of its factors exchanged for what was measured, the others as planned.

import type { ReviewFactor } from '../measures/review.ts';
import { lawTimes } from '../plan/lawMean.ts';
import { amount, type ContactFilter } from '../plan/schema/elements.ts';
import type { HandlingRule } from '../plan/schema/flow.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Staffing } from '../plan/schema/team.ts';
import type { MeasuredLevels } from './measuredLevels.ts';

export function exchanged(plan: Plan, levels: MeasuredLevels, factors: ReadonlySet<ReviewFactor>): Plan {
  const { volume, mix } = levels;
  const ofVolume = factors.has('volume') ? volume : 1;
  return {
    ...plan,
    demand: plan.demand.map((demand, d) => {
      const factor = ofVolume * (factors.has('mix') ? (mix[d] as number) : 1);
      return factor === 1 || demand.volume === undefined
        ? demand
        : { ...demand, volume: { ...demand.volume, contacts: amount(demand.volume.contacts) * factor } };
    }),
    handling: factors.has('handling') ? handlingTimes(plan, levels.handling) : plan.handling,
    teams: plan.teams.map((team, t) => {
      const people = factors.has('staffing') ? (levels.staffing[t] as number) : 1;
      const presence = factors.has('shrinkage') ? (levels.presence[t] as number) : 1;
      if (people === 1 && presence === 1) return team;
      return {
        ...team,
        groups: team.groups.map((group) => ({
          ...group,
          staffing: scaledStaffing(group.staffing, people),
          ...scaledPresence(group, presence),
        })),
      };
    }),
  };
}

/**
 * The rules with other times for the issue types and channels whose factor is not 1: before each rule stand those for the
 * contacts that take longer or shorter, so that whatever followed from a rule still does.
 */
export function handlingTimes(plan: Plan, factors: readonly number[]): HandlingRule[] {
  const kinds = new Map<number, ContactFilter[]>();
  plan.demand.forEach(({ issueType, channel }, d) => {
    const factor = factors[d] as number;
    const filters = kinds.get(factor) ?? [];
    kinds.set(factor, [...filters, { issueTypes: [issueType], channels: [channel] }]);
  });
  const [only] = kinds.keys();
  if (kinds.size === 1 && only !== undefined)
    return plan.handling.map((rule) => (only === 1 ? rule : withTime(rule, only)));
  return plan.handling.flatMap((rule) => [
    ...[...kinds].flatMap(([factor, filters]) => {
      if (factor === 1) return [];
      return filters.flatMap((filter) => {
        const when = both(rule.when, filter);
        return when === null ? [] : [{ ...withTime(rule, factor), when }];
      });
    }),
    rule,
  ]);
}

/** The range was that of the mean before. */
function withTime(rule: HandlingRule, factor: number): HandlingRule {
  const time = lawTimes(rule.time, factor);
  if (time.law === 'never') return { ...rule, time };
  const { meanLowSeconds: _, meanHighSeconds: __, rangeHolds: ___, distribution: ____, ...rest } = time;
  return { ...rule, time: rest as HandlingRule['time'] };
}

/** What both filters let through; null: nothing. */
function both(one: ContactFilter, other: ContactFilter): ContactFilter | null {
  const shared = (left: readonly string[] | undefined, right: readonly string[] | undefined) =>
    left === undefined ? right : right === undefined ? left : left.filter((id) => right.includes(id));
  const issueTypes = shared(one.issueTypes, other.issueTypes);
  const channels = shared(one.channels, other.channels);
  if (issueTypes?.length === 0 || channels?.length === 0) return null;
  return {
    ...one,
    ...(issueTypes !== undefined && { issueTypes: [...issueTypes] }),
    ...(channels !== undefined && { channels: [...channels] }),
  };
}

/** Example: shifts of 3 and 5 people, a quarter more: 10 in all, 4 and 6. Elsewhere people may be parts of one. */
export function scaledStaffing(staffing: Staffing, factor: number): Staffing {
  if (factor === 1) return staffing;
  switch (staffing.kind) {
    case 'hours':
      return { ...staffing, agents: amount(staffing.agents) * factor };
    case 'counts':
      return {
        ...staffing,
        counts: staffing.counts.map((count) => ({ ...count, agents: amount(count.agents) * factor })),
      };
    case 'shifts': {
      const whole = wholeParts(staffing.assignments.map(({ agents }) => agents * factor));
      return {
        ...staffing,
        assignments: staffing.assignments.map((one, place) => ({ ...one, agents: whole[place] as number })),
      };
    }
  }
}

/** Whole numbers whose sum is the rounded sum, by largest remainders. */
function wholeParts(parts: readonly number[]): number[] {
  const whole = parts.map((part) => Math.floor(part + 1e-9));
  const sum = Math.round(parts.reduce((total, part) => total + part, 0));
  const missing = sum - whole.reduce((total, part) => total + part, 0);
  const byRemainder = parts
    .map((part, place) => ({ place, rest: part - (whole[place] as number) }))
    .sort((one, other) => other.rest - one.rest || one.place - other.place);
  for (const { place } of byRemainder.slice(0, Math.max(0, missing)))
    whole[place] = (whole[place] as number) + 1;
  return whole;
}

/** Planned shrinkage takes up the difference, absence only what is left of it. */
export function scaledPresence(
  group: Group,
  factor: number,
): Pick<Group, 'plannedShrinkage' | 'unplannedAbsence'> {
  const { plannedShrinkage, unplannedAbsence } = group;
  if (factor === 1) return { plannedShrinkage, unplannedAbsence };
  const left = (1 - amount(plannedShrinkage)) * (1 - amount(unplannedAbsence)) * factor;
  const present = 1 - amount(unplannedAbsence);
  if (left <= present) return { plannedShrinkage: present === 0 ? 0 : 1 - left / present, unplannedAbsence };
  return { plannedShrinkage: 0, unplannedAbsence: Math.max(0, 1 - left) };
}
