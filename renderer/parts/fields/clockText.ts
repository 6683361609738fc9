// Times of the day as people type them, kept as HH:MM.
import { minutesOf } from '../../../core/plan/checks/weekSpans.ts';
import { withLatinDigits } from '../../../locales/format/digits.ts';

/** '8', '8:30', '۰۸:۳۰' and '0830' are times; 24:00 is the end of the day. Undefined where it is none. */
export function readClock(text: string): string | undefined {
  const plain = withLatinDigits(text)
    .replace(/[\u200E\u200F\u061C\u2066-\u2069]/g, '')
    .trim();
  const found = /^(\d{1,2})(?:\s*[:.\u066B]?\s*(\d{2}))?$/.exec(plain);
  if (found === null) return undefined;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined;
  return clockOf(hours * 60 + minutes);
}

/** Seconds since midnight of a time as HH:MM. */
export const secondsOf = (clock: string): number => minutesOf(clock) * 60;

const minutesPerDay = 1440;

/** '08:30' of 510; 1440 is '24:00', what lies beyond is a time of the next day. */
export function clockOf(minutes: number): string {
  const shown = minutes > minutesPerDay ? minutes - minutesPerDay : minutes;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`;
}
