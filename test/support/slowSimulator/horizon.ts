// The horizon: the first arrivals in it, in the order in which they happen, and where it ends.
import type { Demand } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { TimeAxis } from '../../../core/simulation/compile/timeAxis.ts';
import { byWhom, type Whom } from './agenda.ts';
import { originOf } from './contacts.ts';
import { arrivalTimes } from './demand.ts';
import type { Draws } from './draws.ts';
import type { Exercise } from './exercised.ts';

export interface FirstArrival extends Whom {
  readonly demand: Demand;
  readonly at: number;
}

export interface Horizon {
  readonly arrivals: readonly FirstArrival[];
  readonly end: number;
  /** From here on contacts count, first arrivals from this place in the list on. */
  readonly warmStart: number;
  readonly warmPlace: number;
}

const mostDays = 4096;

export function horizonOf(plan: Plan, axis: TimeAxis, draws: Draws, mark: (rule: Exercise) => void): Horizon {
  const { days, contacts, warmUpDays, warmUpContacts } = plan.horizon;
  const before = (end: number): FirstArrival[] =>
    plan.demand
      .flatMap((demand) =>
        arrivalTimes(plan, demand, axis, end, draws, mark).map((at, ordinal) => ({
          demand,
          at,
          key: originOf(demand).key,
          ordinal,
          generation: 0,
        })),
      )
      .sort((a, b) => a.at - b.at || byWhom(a, b));
  const endOf = (length: number): number => axis.elapsed(axis.timeZone, axis.firstDay + length, 0);
  let length = days ?? 8;
  let arrivals = before(endOf(length));
  while (contacts !== undefined && arrivals.length < contacts && length < mostDays) {
    length *= 2;
    arrivals = before(endOf(length));
  }
  if (contacts !== undefined) {
    mark('horizon in contacts');
    arrivals = arrivals.slice(0, contacts);
  }
  return {
    arrivals,
    end: contacts === undefined ? endOf(length) : (arrivals.at(-1)?.at ?? 0),
    warmStart:
      warmUpContacts > 0 ? (arrivals[warmUpContacts]?.at ?? Number.POSITIVE_INFINITY) : warmUpDays * 86_400,
    warmPlace: warmUpContacts,
  };
}
