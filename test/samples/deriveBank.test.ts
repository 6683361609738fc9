import { describe, expect, it } from 'vitest';
import { bankDifferences, deriveBank } from '../../electron/files/derive/bank.ts';
import { dayNumber, weekdayOf, weekdays } from '../../electron/files/derive/calendarDay.ts';

const file = { name: 'extract.csv', sha256: 'none' };
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The lines of one day: `calls` maps slots (1 to 240) to counts, every other slot has none. */
function dayLines(date: string, calls: Readonly<Record<number, number>>, label?: string): string[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = names[weekdays.indexOf(weekdayOf(dayNumber(year, month, day) ?? Number.NaN))];
  return Array.from(
    { length: 240 },
    (_, index) => `${calls[index + 1] ?? 0},${index + 1},${date},${label ?? weekday},Month`,
  );
}

function text(...days: string[][]): string {
  return `${['calls,u,Date,Day,Month', ...days.flat()].join('\n')}\n`;
}

// Two weeks from Sunday 1999-01-03: the second one busier by half; calls in slots 96 (09:30) and 131 (13:00).
const twoWeeks = Array.from({ length: 14 }, (_, index) => {
  const scale = index < 7 ? 1 : 1.5;
  const date = `1999-01-${String(index + 3).padStart(2, '0')}`;
  const weekday = index % 7;
  const calls = weekday < 5 ? { 96: 30 * scale, 131: 70 * scale } : { 96: (7 - weekday) * 10 * scale };
  return dayLines(date, calls);
});

function derived(content: string) {
  const result = deriveBank(content, file);
  if (!result.ok) throw new Error(result.failure.join('; '));
  return result.value;
}

describe('deriveBank', () => {
  const figures = derived(text(...twoWeeks));

  it('adds up volume and mean week over all days', () => {
    // First week: 5 x 100 + 20 + 10 = 530; second: 795.
    expect(figures.volume.yearlyContacts).toBe(1325);
    expect(figures.volume.meanWeeklyContacts).toBe(662.5);
    expect(figures.volume.busiestDay).toEqual({ date: '1999-01-10', contacts: 150 });
    expect(figures.period).toEqual({ from: '1999-01-03', to: '1999-01-16', days: 14 });
  });

  it('gives each weekday its share of the mean week', () => {
    expect(figures.weekdays.map(({ weekday }) => weekday)).toEqual(weekdays);
    // 100, 20 and 10 of 530, to six decimals; the millionth that is missing goes to the largest.
    expect(figures.weekdays.map(({ share }) => share)).toEqual([
      0.18868, 0.188679, 0.188679, 0.188679, 0.188679, 0.037736, 0.018868,
    ]);
  });

  it('puts slots of six minutes into half hours, per day type', () => {
    const { sundayToThursday, friday } = figures.timeOfDay;
    expect(sundayToThursday).toHaveLength(48);
    // Slot 96 runs from 09:30, slot 131 from 13:00.
    expect(sundayToThursday[19]).toBe(0.3);
    expect(sundayToThursday[26]).toBe(0.7);
    expect(friday[19]).toBe(1);
  });

  it('measures the variation of days around their weekday', () => {
    // Ratios 0.8 and 1.2 for each weekday: variance 0.08 with one degree of freedom, mean 1.
    expect(figures.dayVariation.sundayToThursday.coefficientOfVariation).toBe(0.2828);
    // Friday: 25 contacts on the mean day, so chance alone explains 1/25.
    expect(figures.dayVariation.friday.beyondPoisson).toBe(0.2);
    expect(figures.dayVariation.saturday.days).toBe(2);
  });

  it('takes a month that is busy throughout for season, not for variation', () => {
    // The same two weeks, the second one in February: 1999-02-07 is a Sunday as well.
    const split = twoWeeks.map((lines, index) =>
      index < 7
        ? lines
        : lines.map((line) =>
            line.replace(/1999-01-(\d\d)/, (_, day) => `1999-02-${String(Number(day) - 3).padStart(2, '0')}`),
          ),
    );
    const seasonal = derived(text(...split));
    expect(seasonal.months).toEqual([
      { month: 1, contacts: 530, factor: 0.8 },
      { month: 2, contacts: 795, factor: 1.2 },
    ]);
    expect(seasonal.dayVariation.sundayToThursday.coefficientOfVariation).toBe(0);
  });

  it('says which figures differ from the description of the whole year', () => {
    const problems = bankDifferences(figures);
    expect(problems).toContain('contacts: 1325 in this file, 445414.5 in its description');
    // Days, contacts, seven weekdays, busiest day.
    expect(problems).toHaveLength(10);
  });

  const refused = (content: string) => {
    const result = deriveBank(content, file);
    return result.ok ? [] : result.failure;
  };

  it('refuses a day with a slot missing', () => {
    const short = twoWeeks.map((lines, index) => (index === 3 ? lines.slice(0, 239) : lines));
    expect(refused(text(...short))).toEqual(['1999-01-06 does not have the slots 1 to 240 in order']);
  });

  it('refuses a day that carries the wrong weekday', () => {
    expect(refused(text(dayLines('1999-01-03', { 1: 5 }, 'Monday')))).toEqual([
      '1999-01-03 is called "Monday" but was a sunday',
    ]);
  });

  it('refuses a count that is not a number', () => {
    const broken = twoWeeks.map((lines) => lines.map((line) => line.replace(/^70,/, 'NaN,')));
    expect(refused(text(...broken))[0]).toBe('1999-01-03, slot 131: "NaN" is not a count');
  });

  it('refuses days that do not exist and weeks that are not whole', () => {
    const lines = dayLines('1999-03-01', { 1: 5 }).map((line) => line.replace('1999-03-01', '1999-02-29'));
    expect(refused(text(lines))).toEqual(['"1999-02-29" is not a date']);
    expect(refused(text(...twoWeeks.slice(0, 5)))).toEqual(['there is no friday, no saturday in the file']);
  });

  it('refuses a table without the columns it needs, with quotes or with ragged lines', () => {
    expect(refused('a,b\n1,2\n')).toContain('the column "calls" is missing');
    expect(refused('calls,u,Date,Day\n"1",1,1999-01-03,Sunday\n')).toEqual([
      'line 2: quoted fields are not expected in this file',
    ]);
    expect(refused('calls,u,Date,Day\n1,1,1999-01-03\n')).toEqual(['line 2: 3 fields instead of 4']);
    expect(refused('calls,u,Date,Day\n')).toEqual(['there is no line after the header']);
  });
});
