// Time-zone offsets through Intl, asked once while a plan is compiled: the engine itself knows no time zones.
import type { TimeZoneOffsets } from '../../core/simulation/index.ts';

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Gives the offset from UTC in seconds, east positive; undefined for a zone that Intl does not know. */
export const timeZoneOffsets: TimeZoneOffsets = {
  offsetSeconds: (timeZone, utcEpochSeconds) => {
    const known = asked.get(timeZone)?.get(utcEpochSeconds);
    if (known !== undefined) return known;
    const offset = offsetOf(timeZone, utcEpochSeconds);
    if (offset !== undefined) note(timeZone, utcEpochSeconds, offset);
    return offset;
  },
};

/** A plan that is edited asks for the same instants again and again. */
const asked = new Map<string, Map<number, number>>();
const mostAsked = 20_000;

function note(timeZone: string, utcEpochSeconds: number, offset: number): void {
  const ofZone = asked.get(timeZone) ?? new Map<number, number>();
  if (ofZone.size >= mostAsked) ofZone.clear();
  ofZone.set(utcEpochSeconds, offset);
  asked.set(timeZone, ofZone);
}

function offsetOf(timeZone: string, utcEpochSeconds: number): number | undefined {
  const format = formatFor(timeZone);
  if (format === undefined) return undefined;
  const local: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(utcEpochSeconds * 1000)) local[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = local;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - Math.floor(utcEpochSeconds);
}

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, createFormat(timeZone));
  return formats.get(timeZone);
}

function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
