// What the requirement of a team says in sums: where people are missing, and where most of them.
import type { RequiredDay, RequiredInterval, Requirement } from '../../../core/measures/requirement.ts';

export interface Moment {
  readonly date: string;
  readonly startMinute: number;
  /** Null where no number of people keeps the promises. */
  readonly missing: number | null;
}

export interface Coverage {
  readonly presentHours: number;
  /** Null where no number keeps the promises in some interval. */
  readonly requiredHours: number | null;
  /** Intervals of open hours in which anyone is needed, and those of them with too few. */
  readonly needed: number;
  readonly short: number;
  /** Where most people are missing; null where nobody is. */
  readonly worst: Moment | null;
}

/** Whether the interval counts: somebody is needed while the team is open, or is there anyway. */
const isNeeded = ({ isOpen, agents, requiredAgents }: RequiredInterval): boolean =>
  requiredAgents !== 0 && (isOpen || agents > 0);

const missingIn = ({ agents, requiredAgents }: RequiredInterval): number =>
  requiredAgents === null ? Number.POSITIVE_INFINITY : Math.max(0, requiredAgents - agents);

export function coverageOf({ days }: Requirement): Coverage {
  const all = days.flatMap(({ date, intervals }) => intervals.map((one) => ({ date, one })));
  const needed = all.filter(({ one }) => isNeeded(one));
  const short = needed.filter(({ one }) => !one.isKept);
  let worst: { readonly date: string; readonly one: RequiredInterval } | null = null;
  for (const here of short) if (worst === null || missingIn(here.one) > missingIn(worst.one)) worst = here;
  const sum = (hours: (day: RequiredDay) => number | null): number | null =>
    days.reduce<number | null>((total, day) => {
      const here = hours(day);
      return total === null || here === null ? null : total + here;
    }, 0);
  return {
    presentHours: sum((day) => day.presentHours) ?? 0,
    requiredHours: sum((day) => day.requiredHours),
    needed: needed.length,
    short: short.length,
    worst:
      worst === null
        ? null
        : {
            date: worst.date,
            startMinute: worst.one.startMinute,
            missing: worst.one.requiredAgents === null ? null : missingIn(worst.one),
          },
  };
}

/** Stretches of a day in which somebody is needed, by whether enough are there. */
export function keptSpans(
  { intervals }: RequiredDay,
  intervalMinutes: number,
): { readonly from: number; readonly to: number; readonly isKept: boolean }[] {
  const spans: { from: number; to: number; isKept: boolean }[] = [];
  for (const interval of intervals) {
    if (!isNeeded(interval)) continue;
    const { startMinute: from, isKept } = interval;
    const to = Math.min(from + intervalMinutes, 1440);
    const last = spans.at(-1);
    if (last !== undefined && last.to === from && last.isKept === isKept) last.to = to;
    else spans.push({ from, to, isKept });
  }
  return spans;
}
