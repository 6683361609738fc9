// A profile must leave room for the volume that it is to spread.
import { type PlanFault, planFault } from '../planFault.ts';
import type { Profile } from '../schema/demand.ts';
import { amount } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import { minutesOf } from './weekSpans.ts';

const areAllZero = (factors: readonly number[]): boolean => factors.every((factor) => factor === 0);

/** Profiles by which some volume above zero is spread. */
function* usedProfiles(
  plan: Pick<Plan, 'demand' | 'profiles'>,
): Generator<readonly [number, Profile], void, undefined> {
  const used = new Set(
    plan.demand
      .filter((demand) => demand.volume !== undefined && amount(demand.volume.contacts) > 0)
      .map((demand) => demand.profile),
  );
  for (const [i, profile] of plan.profiles.entries()) if (used.has(profile.id)) yield [i, profile];
}

export function profileFactors(plan: Pick<Plan, 'demand' | 'profiles'>): PlanFault[] {
  const faults: PlanFault[] = [];
  for (const [i, profile] of usedProfiles(plan)) {
    const { weekdayFactors, monthFactors } = profile;
    const params = { profile: profile.id };
    if (weekdayFactors !== undefined && areAllZero(Object.values(weekdayFactors))) {
      faults.push(planFault('profileAllZero', ['profiles', i, 'weekdayFactors'], params));
    }
    if (monthFactors !== undefined && areAllZero(monthFactors)) {
      faults.push(planFault('profileAllZero', ['profiles', i, 'monthFactors'], params));
    }
    for (const [j, entry] of profile.timeOfDay.entries()) {
      const counts =
        weekdayFactors === undefined || entry.weekdays.some((day) => (weekdayFactors[day] ?? 0) > 0);
      if (!counts || !areAllZero(entry.weights)) continue;
      faults.push(planFault('weightsAllZero', ['profiles', i, 'timeOfDay', j, 'weights'], params));
    }
  }
  return faults;
}

export const dayLengths = (plan: Pick<Plan, 'profiles'>): PlanFault[] =>
  plan.profiles.flatMap((profile, i) =>
    profile.timeOfDay.flatMap((entry, j) => {
      const room = Math.floor((1440 - minutesOf(entry.from)) / entry.intervalMinutes);
      if (entry.weights.length <= room) return [];
      const params = { found: entry.weights.length, maximum: room };
      return [planFault('weightsPastMidnight', ['profiles', i, 'timeOfDay', j, 'weights'], params)];
    }),
  );

/** A weekday has one shape: a second entry for it would be ignored. */
export const weekdaysOnce = (plan: Pick<Plan, 'profiles'>): PlanFault[] =>
  plan.profiles.flatMap((profile, i) => {
    const seen = new Set<string>();
    return profile.timeOfDay.flatMap((entry, j) =>
      entry.weekdays.flatMap((weekday, k) => {
        if (!seen.has(weekday)) {
          seen.add(weekday);
          return [];
        }
        return [planFault('weekdayTwice', ['profiles', i, 'timeOfDay', j, 'weekdays', k], { weekday })];
      }),
    );
  });
