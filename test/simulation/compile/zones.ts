// Time zones made for tests: one offset before an instant, another from it on.
import type { TimeZoneOffsets } from '../../../core/simulation/index.ts';
import { dayNumberOf } from '../../../core/simulation/compile/timeAxis.ts';

export const hour = 3600;

interface Change {
  /** Local date and hour, by the clock before the change, at which the clock is moved. */
  readonly date: string;
  readonly hour: number;
  readonly before: number;
  readonly after: number;
}

const changes: Readonly<Record<string, Change>> = {
  UTC: { date: '2000-01-01', hour: 0, before: 0, after: 0 },
  Tehran: { date: '2000-01-01', hour: 0, before: 3.5 * hour, after: 3.5 * hour },
  // 02:00 becomes 03:00.
  Gap: { date: '2026-03-29', hour: 2, before: hour, after: 2 * hour },
  // 03:00 becomes 02:00.
  Overlap: { date: '2026-10-25', hour: 3, before: 2 * hour, after: hour },
  // 00:00 becomes 01:00: the day has no midnight.
  MidnightGap: { date: '2026-03-22', hour: 0, before: 3.5 * hour, after: 4.5 * hour },
  // 24:00 becomes 23:00: the day before has 25 hours.
  MidnightOverlap: { date: '2026-09-22', hour: 0, before: 4.5 * hour, after: 3.5 * hour },
};

export const madeZones: TimeZoneOffsets = {
  offsetSeconds: (timeZone, utc) => {
    const change = changes[timeZone];
    if (change === undefined) return undefined;
    const at = dayNumberOf(change.date) * 86_400 + change.hour * hour - change.before;
    return utc < at ? change.before : change.after;
  },
};
