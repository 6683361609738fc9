// Heads, numbers and days of a table of what really happened, as people write them in any of the three languages.
import type { Calendar } from '../settings.ts';
import { parseDate } from './parseDate.ts';
import { parseDuration } from './parseDuration.ts';
import { parseNumber } from './parseNumber.ts';
import { everyLanguage, folded, listed } from './typedWords.ts';
import { type WordKey, wordsOf } from './words.ts';

/** The names of the columns, as the reading of a table knows them. */
const columns = [
  'from',
  'to',
  'month',
  'issueType',
  'channel',
  'team',
  'promise',
  'note',
  'contacts',
  'handlingSeconds',
  'peopleOnDuty',
  'peopleEmployed',
  'shrinkage',
  'attained',
  'firstResponseSeconds',
  'resolutionSeconds',
  'satisfaction',
  'satisfactionTen',
  'netPromoterScore',
  'effort',
  'firstContactResolution',
  'returnRate',
  'occupancy',
  'retention',
  'cost',
] as const;
type Column = (typeof columns)[number];

type Cell<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

export interface ActualsCells {
  readonly column: (head: string) => Column | undefined;
  readonly date: (text: string) => Cell<string>;
  readonly month: (text: string) => Cell<{ readonly from: string; readonly to: string }>;
  readonly number: (text: string) => Cell<number>;
  readonly share: (text: string) => Cell<number>;
  readonly seconds: (text: string) => Cell<number>;
  readonly folded: (text: string) => string;
}

/** `calendar` decides about days that are written in numbers alone, where their year could be of several. */
export function createActualsCells(calendar: Calendar): ActualsCells {
  const names = columnNames();
  const date: ActualsCells['date'] = (text) => {
    const parsed = parseDate(text, calendar);
    return parsed.ok ? { ok: true, value: parsed.date } : parsed;
  };
  const number: ActualsCells['number'] = (text) => {
    const parsed = parseNumber(text, { percent: 'refuse' });
    return parsed.ok ? { ok: true, value: parsed.value } : parsed;
  };
  return {
    column: (head) => {
      const name = folded(head.replace(/[([].*$/, '')).replace(/[_-]+/g, ' ');
      return names.get(name);
    },
    date,
    month: (text) => {
      const first = date(`${text.trim()}/1`);
      const from = first.ok ? first : date(`1 ${text.trim()}`);
      if (!from.ok) return from;
      for (const day of ['31', '30', '29', '28']) {
        const last = date(first.ok ? `${text.trim()}/${day}` : `${day} ${text.trim()}`);
        if (last.ok) return { ok: true, value: { from: from.value, to: last.value } };
      }
      return { ok: false, reason: 'notADate' };
    },
    number,
    share: (text) => {
      const parsed = parseNumber(text);
      return parsed.ok ? { ok: true, value: parsed.value } : parsed;
    },
    seconds: (text) => {
      const parsed = parseDuration(text);
      return parsed.ok ? { ok: true, value: parsed.seconds } : parsed;
    },
    folded,
  };
}

let known: ReadonlyMap<string, Column> | undefined;

function columnNames(): ReadonlyMap<string, Column> {
  known ??= new Map(
    columns.flatMap((column) => [
      [folded(column), column] as const,
      ...everyLanguage.flatMap((language) =>
        listed(wordsOf(language).text(`typed.actuals.${column}` as WordKey)).map(
          (word) => [word.replace(/[_-]+/g, ' '), column] as const,
        ),
      ),
    ]),
  );
  return known;
}
