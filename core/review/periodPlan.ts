// The plan as it was meant for one period: the same organisation, its days those of the period.
import { pow } from '../numerics/pow.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { ReviewPeriod } from '../plan/schema/review.ts';
import { dayNumberOf, isoDateOf } from '../simulation/compile/timeAxis.ts';

const daysPerYear = 365.25;

/**
 * The plan over the days of the period, its warm-up before them. Volumes have grown since the first day of the plan by what it
 * states a year; its starting backlog counts only where the period begins with the plan. Example: a plan of a week in January
 * and a period of April: thirty days of April, with the volumes of January and a quarter's growth.
 */
export function planOfPeriod(plan: Plan, { from, to }: Pick<ReviewPeriod, 'from' | 'to'>): Plan {
  const { horizon } = plan;
  const warmUp = Math.ceil(horizon.warmUpDays);
  const first = dayNumberOf(from) - warmUp;
  const years = (first - dayNumberOf(horizon.start)) / daysPerYear;
  const { reviews: _, ...rest } = plan;
  return {
    ...rest,
    horizon: {
      start: isoDateOf(first),
      days: warmUp + dayNumberOf(to) - dayNumberOf(from) + 1,
      warmUpDays: warmUp,
      warmUpContacts: 0,
      intervalMinutes: horizon.intervalMinutes,
    },
    demand: plan.demand.map((demand) => {
      const { volume, growthPerYear } = demand;
      if (volume === undefined || growthPerYear === 0 || years === 0) return demand;
      const contacts = amount(volume.contacts) * pow(1 + growthPerYear, years);
      return { ...demand, volume: { ...volume, contacts } };
    }),
    startingBacklog: first === dayNumberOf(horizon.start) ? plan.startingBacklog : [],
    scenarios: [],
  };
}
