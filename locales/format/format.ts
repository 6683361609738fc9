// Everything that turns a value into text for a person, made once from the display settings.
import { type DisplaySettings, directionOf, type Weekday, weekFrom } from '../settings.ts';
import { directed, isolate } from './bidi.ts';
import { createDateFormat, type DateFormat } from './date.ts';
import { createDurationFormat, type DurationFormat } from './duration.ts';
import { genitive } from './genitive.ts';
import { createMoneyFormat, type MoneyFormat } from './money.ts';
import { createNumberFormat, type NumberFormat } from './number.ts';
import { createQuantityFormat, type QuantityFormat } from './quantity.ts';
import { wordsOf } from './words.ts';

export type IntervalKind = 'number' | 'percent' | 'duration';

export interface Format extends NumberFormat, DurationFormat, DateFormat, MoneyFormat, QuantityFormat {
  readonly settings: DisplaySettings;
  /** '73% ± 2': both rounded to the last digit that the half-width supports. */
  readonly plusMinus: (value: number, halfWidth: number, kind?: IntervalKind) => string;
  /** '3 to 5', «۳ تا ۵»; `show` writes each end and is `number` unless given. */
  readonly range: (low: number, high: number, show?: (value: number) => string) => string;
  /** In a sentence or for a screen reader: 'between 71% and 75%'. */
  readonly between: (low: number, high: number, show?: (value: number) => string) => string;
  /** 'a, b and c', each item isolated. */
  readonly list: (items: readonly string[]) => string;
  /** The seven days from the first day of the chosen week. */
  readonly week: () => readonly Weekday[];
  readonly isWeekend: (day: Weekday) => boolean;
}

export function createFormat(settings: DisplaySettings): Format {
  const { language, digits, currency } = settings;
  const words = wordsOf(language);
  const numbers = createNumberFormat(language, digits);
  const durations = createDurationFormat(language, digits, numbers);
  const moneys = createMoneyFormat(language, numbers, currency);
  const quantities = createQuantityFormat(language, numbers, durations, moneys, currency);

  const ends =
    (pattern: 'pattern.range' | 'pattern.between') =>
    (low: number, high: number, show: (value: number) => string = (value) => numbers.number(value)): string =>
      numbers.composite((part) =>
        words.text(pattern, {
          low: part(pattern === 'pattern.between' ? genitive(show(low)) : show(low)),
          high: part(genitive(show(high))),
        }),
      );

  return {
    settings,
    ...numbers,
    ...durations,
    ...createDateFormat(settings),
    ...moneys,
    ...quantities,
    plusMinus: (value, halfWidth, kind = 'number') => {
      if (kind === 'percent') return numbers.percentWithin(value, halfWidth);
      return kind === 'duration'
        ? durations.durationWithin(value, halfWidth)
        : numbers.numberWithin(value, halfWidth);
    },
    range: ends('pattern.range'),
    between: ends('pattern.between'),
    list: (items) => {
      const isolated = items.map((item) => isolate(directed(directionOf(language), item)));
      const last = isolated.pop() ?? '';
      if (isolated.length === 0) return last;
      const first = isolated.join(words.text('pattern.listSeparator'));
      return numbers.composite(() => words.text('pattern.listEnd', { first, last }));
    },
    week: () => weekFrom(settings.weekStart),
    isWeekend: (day) => settings.weekend.includes(day),
  };
}
