// The queue over the week as a strip of shades: one line a day, one or two cells an hour.
import type { WeekLoad } from '../../../core/report/report.ts';
import { displayWidth, padEnd } from '../../../locales/format/displayWidth.ts';
import type { Format } from '../../../locales/format/format.ts';

const shades = ['\u2591', '\u2592', '\u2593', '\u2588'] as const;
const nearlyNone = '\u00B7';
const notObserved = ' ';
/** Below this part of the peak an hour counts as one in which hardly anybody waits. */
const leastPart = 1 / 20;

export interface WeekStrip {
  readonly lines: readonly string[];
  readonly legend: {
    readonly none: string;
    readonly shades: string;
    readonly least: number;
    readonly most: number;
  };
}

/** Null where nobody ever waits. */
export function weekStrip(week: WeekLoad, format: Format, width: number): WeekStrip | null {
  if (week.peak === null) return null;
  const most = week.peak.value;
  const names = week.days.map(({ weekday }) => format.weekday(weekday));
  const nameWidth = Math.max(...names.map(displayWidth));
  const cellsAnHour = nameWidth + 2 + 48 <= width ? 2 : 1;
  const days = week.days.map(({ hours }, at) => {
    const strip = hours.map((value) => shadeOf(value, most).repeat(cellsAnHour)).join('');
    return `${padEnd(names[at] ?? '', nameWidth)}  ${strip}`;
  });
  const clock = [0, 6, 12, 18].map((hour) => padEnd(format.clockTime(hour * 3600), 6 * cellsAnHour)).join('');
  return {
    lines: [' '.repeat(nameWidth + 2) + clock, ...days],
    legend: { none: nearlyNone, shades: shades.join(''), least: most * leastPart, most },
  };
}

function shadeOf(value: number | null, most: number): string {
  if (value === null) return notObserved;
  if (value < most * leastPart) return nearlyNone;
  const level = Math.min(Math.ceil((value / most) * shades.length), shades.length);
  return shades[level - 1] ?? notObserved;
}
