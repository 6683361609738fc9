// The figures of the bank's phone centre that the sample plan uses: volume, week, months, time of day, and how
// much days differ. Handling times and patience are not in the records.

import { failed, ok, type Result } from '../../../core/units/result.ts';
import { type BankDay, readBankDays, slotsPerDay } from './bankRecords.ts';
import { type DayType, type DayVariation, dayTypes, dayVariations } from './bankVariation.ts';
import { type Weekday, weekdays } from './calendarDay.ts';
import { differences, type Origin, type RawFile } from './origin.ts';
import { mean, rounded, roundedShares, sum } from './statistics.ts';

const intervalMinutes = 30;
const slotsPerInterval = intervalMinutes / ((24 * 60) / slotsPerDay);

const method = [
  'All days of the file are included, public holidays and strikingly busy days as well; nothing is smoothed.',
  'meanWeeklyContacts is the total over the days of the file, times 7.',
  'A weekday: share is the mean of its days over the sum of the seven means, so that the 53rd Friday of the year does not count.',
  'A month: factor is its contacts over what its days would bring if each had the mean of its weekday; public holidays lower it.',
  'Time of day: five slots of 6 minutes make an interval of 30 minutes; the shares are sums over all days of the day type, to 6 decimals, and what rounding leaves is put on the largest.',
  'Day variation: each day over (mean of its weekday x factor of its month); coefficientOfVariation is the standard deviation of these ratios around the mean of their weekday (pooled, divisor: days minus weekdays) over their mean. Public holidays widen it.',
  'beyondPoisson takes away what chance alone explains: the root of coefficientOfVariation squared - 1 / mean contacts a day.',
  'ofQuartiles is the range between the quartiles of the ratios over 1.349 times their median: the coefficient of variation of a normal distribution with these quartiles, hardly touched by holidays.',
  'The half counts of 1999-05-23 are kept as they stand.',
];

export interface BankFigures {
  readonly source: Origin;
  readonly method: readonly string[];
  readonly period: { readonly from: string; readonly to: string; readonly days: number };
  readonly volume: {
    readonly yearlyContacts: number;
    readonly meanWeeklyContacts: number;
    readonly meanDailyContacts: number;
    readonly busiestDay: { readonly date: string; readonly contacts: number };
  };
  readonly weekdays: readonly {
    readonly weekday: Weekday;
    readonly days: number;
    readonly contacts: number;
    readonly meanContacts: number;
    readonly share: number;
  }[];
  readonly months: readonly { readonly month: number; readonly contacts: number; readonly factor: number }[];
  readonly timeOfDay: { readonly intervalMinutes: number } & Readonly<Record<DayType, readonly number[]>>;
  readonly dayVariation: Readonly<Record<DayType, DayVariation>>;
}

/** Derives the figures from the file's text; fails with a sentence for everything that is not as it should be. */
export function deriveBank(text: string, file: RawFile): Result<BankFigures, readonly string[]> {
  const read = readBankDays(text);
  if (!read.ok) return read;
  const days = read.value;
  const absent = weekdays.filter((weekday) => of(days, weekday).length === 0);
  if (absent.length > 0) return failed([`there is no ${absent.join(', no ')} in the file`]);
  const silent = [...weekdays, ...new Set(days.map((day) => day.month))].filter(
    (part) => sum(of(days, part).map((day) => day.contacts)) === 0,
  );
  if (silent.length > 0) return failed(silent.map((part) => `${part}: no contacts at all`));

  const contacts = days.map((day) => day.contacts);
  const total = sum(contacts);
  const busiest = days.reduce((most, day) => (day.contacts > most.contacts ? day : most));
  const dates = days.map((day) => day.date).toSorted();
  const means = weekdays.map((weekday) => mean(of(days, weekday).map((day) => day.contacts)));
  const shares = roundedShares(means);
  const months = monthFactors(days, means);
  return ok({
    source: {
      dataset: 'Anonymous Bank call centre, 1999: calls per 6-minute slot',
      origin:
        'Technion - Israel Institute of Technology: "Anonymous Bank" call-centre data, 1999; the table as the R package Rfssa carries it',
      licence: 'data free for academic use; the R package that carries the table is under the GPL',
      file: file.name,
      sha256: file.sha256,
      madeBy: 'node electron/files/derive/main.ts bank <file>',
    },
    method,
    period: { from: dates[0] ?? '', to: dates.at(-1) ?? '', days: days.length },
    volume: {
      yearlyContacts: total,
      meanWeeklyContacts: rounded((total / days.length) * 7, 3),
      meanDailyContacts: rounded(total / days.length, 3),
      busiestDay: { date: busiest.date, contacts: busiest.contacts },
    },
    weekdays: weekdays.map((weekday, index) => ({
      weekday,
      days: of(days, weekday).length,
      contacts: sum(of(days, weekday).map((day) => day.contacts)),
      meanContacts: rounded(means[index] ?? 0, 3),
      share: shares[index] ?? 0,
    })),
    months: months.map((month) => ({ ...month, factor: rounded(month.factor, 4) })),
    timeOfDay: {
      intervalMinutes,
      sundayToThursday: profile(days, 'sundayToThursday'),
      friday: profile(days, 'friday'),
      saturday: profile(days, 'saturday'),
    },
    dayVariation: dayVariations(
      days.map((day) => ({
        weekday: day.weekday,
        contacts: day.contacts,
        expected:
          (means[weekdays.indexOf(day.weekday)] ?? 0) *
          (months.find(({ month }) => month === day.month)?.factor ?? 1),
      })),
    ),
  });
}

/** What the description of the original file announces, held against the figures; empty when all agree. */
export function bankDifferences(figures: BankFigures): string[] {
  const described = [84_757.5, 81_038, 82_772, 77_836, 79_727, 28_548, 10_736];
  return differences([
    { figure: 'days', found: figures.period.days, expected: 365 },
    { figure: 'contacts', found: figures.volume.yearlyContacts, expected: 445_414.5 },
    ...figures.weekdays.map(({ weekday, contacts }, index) => ({
      figure: `contacts on ${weekday}`,
      found: contacts,
      expected: described[index] ?? Number.NaN,
    })),
    {
      figure: `contacts on the busiest day (1999-07-04, here ${figures.volume.busiestDay.date})`,
      found:
        figures.volume.busiestDay.date === '1999-07-04' ? figures.volume.busiestDay.contacts : Number.NaN,
      expected: 2589,
    },
  ]);
}

function of(days: readonly BankDay[], part: Weekday | number): readonly BankDay[] {
  return days.filter((day) => day.weekday === part || day.month === part);
}

function monthFactors(days: readonly BankDay[], means: readonly number[]) {
  const present = [...new Set(days.map((day) => day.month))].toSorted((a, b) => a - b);
  return present.map((month) => {
    const contacts = sum(of(days, month).map((day) => day.contacts));
    const usual = sum(of(days, month).map((day) => means[weekdays.indexOf(day.weekday)] ?? 0));
    return { month, contacts, factor: contacts / usual };
  });
}

function profile(days: readonly BankDay[], dayType: DayType): number[] {
  const intervals = Array.from({ length: slotsPerDay / slotsPerInterval }, () => 0);
  for (const day of days) {
    if (!dayTypes[dayType].includes(day.weekday)) continue;
    day.slots.forEach((contacts, slot) => {
      const interval = Math.floor(slot / slotsPerInterval);
      intervals[interval] = (intervals[interval] ?? 0) + contacts;
    });
  }
  return roundedShares(intervals);
}
