// Hours a week that a duty takes, beside the handling of contacts.
import { amount } from './amount.ts';
import type { Duty } from './schema/duties.ts';
import type { Plan } from './schema/plan.ts';

type Demand = Plan['demand'][number];
/** Where and when its time is spent; `work`: as internal work of the plan, which says so itself. */
export type DutyTime = NonNullable<Duty['time']>;

const perWeek = { hour: 168, day: 7, week: 1, month: (12 / 365) * 7, year: 7 / 365 } as const;

/** Contacts a week as they are stated, without growth and season; recorded ones over the days of the horizon. */
export function contactsPerWeek(plan: Plan, demand: Demand): number {
  if (demand.volume !== undefined) return amount(demand.volume.contacts) * perWeek[demand.volume.per];
  const days = plan.horizon.days ?? 0;
  return days > 0 ? ((demand.arrivalsSeconds?.length ?? 0) / days) * 7 : 0;
}

/** Contacts a week whose issue type and channel are in the lists; absent lists mean all. */
export const contactsAbout = (
  plan: Plan,
  lists: {
    readonly issueTypes?: readonly string[] | undefined;
    readonly channels?: readonly string[] | undefined;
  },
): number =>
  plan.demand
    .filter(
      ({ issueType, channel }) =>
        lists.issueTypes?.includes(issueType) !== false && lists.channels?.includes(channel) !== false,
    )
    .reduce((sum, demand) => sum + contactsPerWeek(plan, demand), 0);

/**
 * Hours a week of a duty; null where its time is part of the handling of contacts, or not stated. Example: 90 seconds for
 * each of 400 contacts a week are 10 hours.
 */
export function hoursOfDuty(plan: Plan, { time }: Duty): number | null {
  switch (time?.kind) {
    case 'hours':
      return amount(time.hoursPerWeek);
    case 'pieces':
      return (amount(time.perWeek) * amount(time.secondsEach)) / 3600;
    case 'contacts':
      return (contactsAbout(plan, time) * amount(time.secondsEach)) / 3600;
    case 'work':
      return plan.internalWork
        .filter(({ id }) => time.work.includes(id))
        .reduce((sum, { hoursPerWeek }) => sum + amount(hoursPerWeek), 0);
    default:
      return null;
  }
}
