// Spans of time in words, in one unit, and as a clock reading. Input is seconds.
import type { Digits, Language } from '../settings.ts';
import { withDigits } from './digits.ts';
import { genitive } from './genitive.ts';
import { NO_VALUE, type NumberFormat } from './number.ts';
import { plainDecimals } from './precision.ts';
import { wordsOf } from './words.ts';

type Unit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

const DAY = 86_400;
const HOUR = 3600;
const MINUTE = 60;
const lengthOf: Readonly<Record<Unit, number>> = {
  day: DAY,
  hour: HOUR,
  minute: MINUTE,
  second: 1,
  millisecond: 0.001,
};

export interface DurationFormat {
  /** The two largest units: '4 min 30 s', '2 days 3 h', '250 ms'. */
  readonly duration: (seconds: number) => string;
  /** A length of working time: never in days, for a working day is shorter than one. */
  readonly workingTime: (seconds: number) => string;
  /** One unit with at most two decimals, for axes and tables: '4.5 min'. */
  readonly durationShort: (seconds: number) => string;
  /** As on a clock: '4:30', '1:04:30'. */
  readonly durationCompact: (seconds: number) => string;
  /** Value and half-width in the unit that suits the value: '4.5 ± 0.2 min'. */
  readonly durationWithin: (seconds: number, halfWidth: number) => string;
  /** From one length to another, the unit said once where both have it: '6 to 10 minutes'. */
  readonly durationRange: (low: number, high: number) => string;
}

export function createDurationFormat(
  language: Language,
  digits: Digits,
  numbers: NumberFormat,
): DurationFormat {
  const words = wordsOf(language);

  const amount = (unit: Unit, value: number, decimals = 0): string => {
    const rounded = Number(value.toFixed(decimals));
    return words.plural(`duration.${unit}`, rounded, numbers.number(rounded));
  };
  const pair = (large: Unit, small: Unit, total: number): string => {
    const ratio = Math.round(lengthOf[large] / lengthOf[small]);
    const first = amount(large, Math.floor(total / ratio));
    const rest = total % ratio;
    return rest === 0 ? first : words.text('duration.pair', { first, second: amount(small, rest) });
  };

  const ofAbsolute = (seconds: number): string => {
    if (seconds === 0) return amount('second', 0);
    if (seconds < 1) {
      const milliseconds = seconds * 1000;
      if (milliseconds < 0.001) return amount('second', 0);
      if (milliseconds < 999.5) return amount('millisecond', milliseconds, milliseconds < 1 ? 3 : 0);
    }
    if (seconds < 9.95) return amount('second', seconds, 1);
    if (Math.round(seconds) < MINUTE) return amount('second', Math.round(seconds));
    if (Math.round(seconds) < HOUR) return pair('minute', 'second', Math.round(seconds));
    if (Math.round(seconds / MINUTE) < DAY / MINUTE)
      return pair('hour', 'minute', Math.round(seconds / MINUTE));
    return pair('day', 'hour', Math.round(seconds / HOUR));
  };

  const range = (low: number, high: number): string => {
    const between = (write: (seconds: number) => string): string =>
      numbers.composite((part) =>
        words.text('pattern.range', { low: part(write(low)), high: part(genitive(write(high))) }),
      );
    const unit = singleUnit(high);
    if (unit === undefined || low < 0 || (low !== 0 && singleUnit(low) !== unit))
      return between(guarded(ofAbsolute));
    const inUnit = (seconds: number): number => Number((seconds / lengthOf[unit]).toFixed(1));
    // The last number decides the form of the noun; a form that says one or two by itself is not for it.
    const ofLast = words.pluralForm(inUnit(high));
    return words.plural(
      `duration.${unit}`,
      ofLast === 'few' || ofLast === 'many' ? inUnit(high) : 'other',
      between((seconds) => numbers.number(inUnit(seconds))),
    );
  };

  const short = (seconds: number): string => {
    const unit = suitingUnit(seconds);
    const value = seconds / lengthOf[unit];
    return amount(unit, value, plainDecimals(value));
  };

  const guarded =
    (write: (absolute: number) => string) =>
    (seconds: number): string =>
      Number.isFinite(seconds) ? numbers.signed(seconds, write(Math.abs(seconds))) : NO_VALUE;

  const clock = (seconds: number): string => {
    const total = Math.round(seconds);
    const hours = Math.floor(total / HOUR);
    const minutes = Math.floor((total % HOUR) / MINUTE);
    const rest = twoDigits(total % MINUTE);
    const text = hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
    return withDigits(text, digits);
  };

  return {
    duration: guarded(ofAbsolute),
    workingTime: guarded((seconds) =>
      seconds < 24 * 3600 ? ofAbsolute(seconds) : amount('hour', seconds / 3600, 1),
    ),
    durationShort: guarded(short),
    durationCompact: (seconds) =>
      Number.isFinite(seconds) ? numbers.signed(Math.round(seconds), clock(Math.abs(seconds))) : NO_VALUE,
    durationWithin: (seconds, halfWidth) => {
      if (!Number.isFinite(seconds)) return NO_VALUE;
      if (halfWidth === 0) return guarded(ofAbsolute)(seconds);
      const unit = suitingUnit(Math.max(Math.abs(seconds), Number.isFinite(halfWidth) ? halfWidth : 0));
      const length = lengthOf[unit];
      const shown = numbers.numberWithin(seconds / length, halfWidth / length);
      return words.plural(`duration.${unit}`, 'other', shown);
    },
    durationRange: (low, high) =>
      Number.isFinite(low) && Number.isFinite(high) ? range(low, high) : NO_VALUE,
  };
}

/** The one unit in which a length is told; undefined where it takes two. */
function singleUnit(seconds: number): Unit | undefined {
  if (seconds < 1) return undefined;
  const total = Math.round(seconds);
  if (total < MINUTE) return 'second';
  const unit = total < HOUR ? 'minute' : total < DAY ? 'hour' : 'day';
  return seconds % lengthOf[unit] === 0 ? unit : undefined;
}

// A unit is kept a little beyond the next one's length: 90 s says more than 1.5 min.
function suitingUnit(seconds: number): Unit {
  if (seconds >= 2 * DAY) return 'day';
  if (seconds >= 1.5 * HOUR) return 'hour';
  if (seconds > 1.5 * MINUTE) return 'minute';
  return seconds >= 1 || seconds === 0 ? 'second' : 'millisecond';
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
