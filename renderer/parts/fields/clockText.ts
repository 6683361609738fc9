// Times of the day as people type them, kept as HH:MM.
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
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Seconds since midnight of a time as HH:MM. */
export function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}
