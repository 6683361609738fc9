// Reads a span of time as people type and paste it: '4 min 30 s', «۴ دقیقه و ۳۰ ثانیه», '4:30', '270'. Nothing is guessed.
import { withLatinDigits } from './digits.ts';
import { type NumberRefusal, parseNumber } from './parseNumber.ts';
import { everyLanguage, folded, listed, type TypedWord, typedParts } from './typedWords.ts';
import { wordsOf } from './words.ts';

export const durationUnits = ['day', 'hour', 'minute', 'second', 'millisecond'] as const;
export type DurationUnit = (typeof durationUnits)[number];

export type DurationRefusal =
  | NumberRefusal
  /** Something stands there that is no unit of time. */
  | 'unknownUnit'
  /** A unit stands there twice, or a number without a unit beside others. */
  | 'unclearUnits'
  /** Sixty or more minutes or seconds on a clock, as in 4:75. */
  | 'clock'
  /** Time does not run backwards here. */
  | 'negative';

export type ParsedDuration =
  | { readonly ok: true; readonly seconds: number }
  | { readonly ok: false; readonly reason: DurationRefusal };

const secondsIn: Readonly<Record<DurationUnit, number>> = {
  day: 86_400,
  hour: 3600,
  minute: 60,
  second: 1,
  millisecond: 0.001,
};

/** `bare` is the unit of a number that stands alone. Examples: '4:30' is 270, '1:04:30' is 3870, «۲ ساعت و ۵ دقیقه» is 7500. */
export function parseDuration(text: string, bare: DurationUnit = 'second'): ParsedDuration {
  const plain = withLatinDigits(text)
    .replace(/[\u200E\u200F\u061C\u2066-\u2069]/g, '')
    .trim();
  const clock = /^(\d{1,6}):(\d{1,2})(?::(\d{1,2}))?$/.exec(plain);
  if (clock !== null)
    return fromClock(
      clock
        .slice(1)
        .filter((part) => part !== undefined)
        .map(Number),
    );

  const number = parseNumber(text, { percent: 'refuse' });
  if (number.ok) return within(number.value * secondsIn[bare]);
  if (number.reason !== 'notANumber') return refuse(number.reason);

  const parts = typedParts(text, unitWords(), joiningWords());
  if (parts === null) return refuse(/\d/.test(plain) ? 'unknownUnit' : 'notANumber');
  const seen = new Set<DurationUnit>();
  let seconds = 0;
  for (const { number: written, count, meaning } of parts) {
    if (meaning === undefined || seen.has(meaning)) return refuse('unclearUnits');
    seen.add(meaning);
    const parsed =
      count === undefined ? parseNumber(written, { percent: 'refuse' }) : { ok: true as const, value: count };
    if (!parsed.ok) return refuse(parsed.reason);
    seconds += parsed.value * secondsIn[meaning];
  }
  return within(seconds);
}

function fromClock(parts: readonly number[]): ParsedDuration {
  if (parts.slice(1).some((part) => part > 59)) return refuse('clock');
  return within(parts.reduce((sum, part) => sum * 60 + part, 0));
}

/** Sums like 0.1 min + 0.2 s keep no more digits than were meant. */
const within = (seconds: number): ParsedDuration =>
  seconds < 0 ? refuse('negative') : { ok: true, seconds: Number(seconds.toPrecision(15)) };

const refuse = (reason: DurationRefusal): ParsedDuration => ({ ok: false, reason });

let units: readonly TypedWord<DurationUnit>[] | undefined;

/** What we write ourselves, and what people type besides. */
function unitWords(): readonly TypedWord<DurationUnit>[] {
  units ??= everyLanguage.flatMap((language) => {
    const words = wordsOf(language);
    return durationUnits.flatMap((unit) => [
      ...words.forms(`duration.${unit}`).map(
        ([form, pattern]): TypedWord<DurationUnit> => ({
          word: folded(pattern.replace('{{count}}', '')),
          meaning: unit,
          count: pattern.includes('{{count}}') ? undefined : form === 'two' ? 2 : 1,
        }),
      ),
      ...listed(words.text(`typed.duration.${unit}`)).map((word) => ({
        word,
        meaning: unit,
        count: undefined,
      })),
      ...listed(words.text(`typed.duration.${unit}Two`)).map((word) => ({ word, meaning: unit, count: 2 })),
    ]);
  });
  return units;
}

const joiningWords = (): readonly string[] =>
  everyLanguage.flatMap((language) => listed(wordsOf(language).text('typed.and')));
