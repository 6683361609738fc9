// A table of what really happened -> figures by period. All of it is taken, or nothing: every cell that cannot be read is named with
// its line, its column and what to do about it.
import { failed, ok, type Result } from '../../units/result.ts';
import {
  measuredKey,
  type ReviewFigure,
  type ReviewSubject,
  reviewFigureFacts,
  reviewSubjects,
} from '../reviewFigures.ts';
import type { Text } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import type { Measured } from '../schema/review.ts';
import { type ActualsColumn, type ActualsReaders, type CellOf, isFigure } from './readers.ts';
import { type TableRow, tableOf } from './tableOf.ts';

/** What can be wrong with a table; the sentences with their remedies stand in locales under review.fault.<code>. */
export const actualsFaults = [
  'noTable',
  'noPeriod',
  'noFigure',
  'unknownColumn',
  'columnTwice',
  'tooManyCells',
  'dayMissing',
  'dayUnread',
  'daysReversed',
  'unread',
  'outside',
  'unknownName',
  'nameTwice',
  'notAbout',
  'needsPromise',
  'statedTwice',
] as const;
export type ActualsFaultCode = (typeof actualsFaults)[number];

export interface ActualsFault {
  readonly code: ActualsFaultCode;
  readonly line: number;
  /** Head of the column as it is written; '' for the whole line. */
  readonly head: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ReadPeriod {
  readonly from: string;
  readonly to: string;
  readonly measured: readonly Measured[];
  readonly notes: readonly string[];
}

interface Column {
  readonly id: ActualsColumn;
  readonly head: string;
  readonly place: number;
}

export function readActuals(
  text: string,
  plan: Plan,
  readers: ActualsReaders,
): Result<readonly ReadPeriod[], readonly ActualsFault[]> {
  const [first, ...rows] = tableOf(text);
  if (first === undefined || rows.length === 0)
    return failed([{ code: 'noTable', line: first?.line ?? 1, head: '', params: {} }]);
  const faults: ActualsFault[] = [];
  const columns = columnsOf(first, readers, faults);
  if (faults.length > 0) return failed(faults);
  const table = new Reading(plan, readers, columns);
  for (const row of rows) table.read(row);
  return table.faults.length > 0 ? failed(table.faults) : ok([...table.periods.values()]);
}

function columnsOf({ line, cells }: TableRow, readers: ActualsReaders, faults: ActualsFault[]): Column[] {
  const columns: Column[] = [];
  const refuse = (code: ActualsFaultCode, head = ''): void => {
    faults.push({ code, line, head, params: {} });
  };
  for (const [place, head] of cells.entries()) {
    if (head === '') continue;
    const id = readers.column(head);
    if (id === undefined) refuse('unknownColumn', head);
    else if (columns.some((one) => one.id === id)) refuse('columnTwice', head);
    else columns.push({ id, head, place });
  }
  const has = (id: ActualsColumn): boolean => columns.some((one) => one.id === id);
  if (!has('month') && !(has('from') && has('to'))) refuse('noPeriod');
  if (!columns.some(({ id }) => isFigure(id) || id === 'note')) refuse('noFigure');
  return columns;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Part)[] ? Part[] : T[K] };

/** Reads line by line, so that every fault of the table is found, not only the first. */
class Reading {
  readonly faults: ActualsFault[] = [];
  readonly periods = new Map<string, Mutable<ReadPeriod>>();
  readonly #seen = new Set<string>();
  readonly #plan: Plan;
  readonly #readers: ActualsReaders;
  readonly #columns: readonly Column[];

  constructor(plan: Plan, readers: ActualsReaders, columns: readonly Column[]) {
    this.#plan = plan;
    this.#readers = readers;
    this.#columns = columns;
  }

  read({ line, cells }: TableRow): void {
    const refuse = (
      code: ActualsFaultCode,
      column: Column | undefined,
      params: ActualsFault['params'] = {},
    ): undefined => {
      this.faults.push({ code, line, head: column?.head ?? '', params });
      return undefined;
    };
    const most = Math.max(...this.#columns.map(({ place }) => place)) + 1;
    if (cells.slice(most).some((cell) => cell !== '')) {
      refuse('tooManyCells', undefined, { found: cells.length, heads: most });
      return;
    }
    const cell = (id: ActualsColumn): { readonly text: string; readonly column: Column } | undefined => {
      const column = this.#columns.find((one) => one.id === id);
      const text = column === undefined ? '' : (cells[column.place] ?? '');
      return column === undefined || text === '' ? undefined : { text, column };
    };
    const days = this.#days(cell, refuse);
    const about: Partial<Record<ReviewSubject, string>> = {};
    for (const subject of reviewSubjects) {
      const written = cell(subject);
      if (written === undefined) continue;
      const id = this.#idOf(subject, written.text, (code, params) => refuse(code, written.column, params));
      // Named, but not known: that one fault is enough, and with it nothing of the table is taken.
      about[subject] = id ?? `? ${written.text}`;
    }
    const measured: Measured[] = [];
    for (const column of this.#columns) {
      if (!isFigure(column.id)) continue;
      const text = cells[column.place] ?? '';
      if (text === '') continue;
      const one = this.#figure(column.id, text, about, (code, params) => refuse(code, column, params));
      if (one !== undefined) measured.push(one);
    }
    if (days === undefined) return;
    const key = `${days.from} ${days.to}`;
    const period = this.periods.get(key) ?? { ...days, measured: [], notes: [] };
    this.periods.set(key, period);
    for (const one of measured) {
      const own = `${key} ${measuredKey(one.figure, one)}`;
      if (this.#seen.has(own))
        refuse(
          'statedTwice',
          this.#columns.find(({ id }) => id === one.figure),
        );
      this.#seen.add(own);
      period.measured.push(one);
    }
    const note = cell('note');
    if (note !== undefined) period.notes.push(note.text);
  }

  #days(
    cell: (id: ActualsColumn) => { readonly text: string; readonly column: Column } | undefined,
    refuse: (
      code: ActualsFaultCode,
      column: Column | undefined,
      params?: ActualsFault['params'],
    ) => undefined,
  ): { readonly from: string; readonly to: string } | undefined {
    const month = cell('month');
    if (month !== undefined) {
      const read = this.#readers.month(month.text);
      return read.ok
        ? read.value
        : refuse('dayUnread', month.column, { text: month.text, reason: read.reason });
    }
    const [from, to] = (['from', 'to'] as const).map((id) => {
      const written = cell(id);
      if (written === undefined)
        return refuse(
          'dayMissing',
          this.#columns.find((one) => one.id === id),
        );
      const read = this.#readers.date(written.text);
      return read.ok
        ? read.value
        : refuse('dayUnread', written.column, { text: written.text, reason: read.reason });
    });
    if (from === undefined || to === undefined) return undefined;
    return to < from ? refuse('daysReversed', cell('to')?.column) : { from, to };
  }

  /** By id, or by the name in any language. */
  #idOf(
    subject: ReviewSubject,
    text: string,
    refuse: (code: ActualsFaultCode, params: ActualsFault['params']) => undefined,
  ): string | undefined {
    const list: readonly { readonly id: string; readonly name: Text }[] = this.#plan[`${subject}s`];
    const exact = list.find(({ id }) => id === text);
    if (exact !== undefined) return exact.id;
    const wanted = this.#readers.folded(text);
    const named = list.filter(({ id, name }) =>
      [id, ...(typeof name === 'string' ? [name] : Object.values(name))].some(
        (one) => one !== undefined && this.#readers.folded(one) === wanted,
      ),
    );
    const [only, other] = named;
    if (other !== undefined) return refuse('nameTwice', { text, ids: named.map(({ id }) => id).join(', ') });
    return only?.id ?? refuse('unknownName', { text, known: list.map(({ id }) => id).join(', ') });
  }

  #figure(
    figure: ReviewFigure,
    text: string,
    about: Partial<Record<ReviewSubject, string>>,
    refuse: (code: ActualsFaultCode, params: ActualsFault['params']) => undefined,
  ): Measured | undefined {
    const facts = reviewFigureFacts[figure];
    const wrong = reviewSubjects.find((one) => about[one] !== undefined && !facts.about.includes(one));
    if (wrong !== undefined) return refuse('notAbout', { subject: wrong });
    if (facts.needs !== undefined && about[facts.needs] === undefined) return refuse('needsPromise', {});
    const read = this.#value(figure, text);
    if (!read.ok) return refuse('unread', { text, reason: read.reason });
    if (read.value < facts.low || read.value > facts.high)
      return refuse('outside', { text, low: facts.low, high: Math.min(facts.high, Number.MAX_SAFE_INTEGER) });
    return { figure, ...about, value: read.value };
  }

  #value(figure: ReviewFigure, text: string): CellOf<number> {
    const { unit } = reviewFigureFacts[figure];
    if (unit === 'share') return this.#readers.share(text);
    return unit === 'seconds' ? this.#readers.seconds(text) : this.#readers.number(text);
  }
}
