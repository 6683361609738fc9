// The present organisation as a table of texts, typed or pasted from a sheet: one step, or none with the name of each cell that
// cannot be read.
import { foldText } from '../../../core/plan/foldText.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { PresentPeople } from '../../../core/plan/schema/needs.ts';
import { freeId } from '../at/freeId.ts';

export const presentColumns = ['team', 'role', 'people', 'sourcing'] as const;
export type PresentColumn = (typeof presentColumns)[number];

/** The words of the window in which the table is written and read. */
export interface PresentWords {
  readonly say: (text: Text | undefined) => string;
  /** A text with what it says in the language of the window replaced. */
  readonly said: (before: Text | undefined, words: string) => Text;
  readonly number: (value: number) => string;
  /** Undefined where it is no number. */
  readonly readNumber: (text: string) => number | undefined;
  readonly titles: readonly string[];
  readonly roles: readonly { readonly value: PresentPeople['role']; readonly label: string }[];
  readonly sourcing: readonly {
    readonly value: NonNullable<PresentPeople['sourcing']>;
    readonly label: string;
  }[];
}

export const presentFaults = ['teamEmpty', 'notWhole', 'unknownWord', 'tooWide'] as const;
export interface PresentFault {
  readonly code: (typeof presentFaults)[number];
  /** From 0, in the table as it would be. */
  readonly row: number;
  readonly column: PresentColumn;
  readonly text: string;
}
export type PresentStep =
  | { readonly ok: true; readonly present: readonly PresentPeople[] }
  | { readonly ok: false; readonly faults: readonly PresentFault[] };

const labelOf = (options: readonly { readonly value: string; readonly label: string }[], value?: string) =>
  options.find((option) => option.value === value)?.label ?? '';

/** What a cell shows. */
export function presentCell(row: PresentPeople, column: PresentColumn, words: PresentWords): string {
  switch (column) {
    case 'team':
      return words.say(row.team);
    case 'role':
      return labelOf(words.roles, row.role);
    case 'people':
      return words.number(row.people);
    case 'sourcing':
      return labelOf(words.sourcing, row.sourcing);
  }
}

/** Puts cells into the table from a place on; rows beyond the last are new, and those without any text are left out. */
export function putPresent(
  present: readonly PresentPeople[],
  cells: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
  words: PresentWords,
): PresentStep {
  const rows = [...present];
  const faults: PresentFault[] = [];
  const isHead = (row: readonly string[]): boolean =>
    row.length > 1 && row.every((cell, i) => foldText(cell) === foldText(words.titles[at.column + i] ?? '-'));
  const body = isHead(cells[0] ?? []) ? cells.slice(1) : cells;
  let row = at.row;
  for (const texts of body) {
    if (texts.every((text) => text === '')) continue;
    const own: { -readonly [field in keyof PresentPeople]: PresentPeople[field] } = {
      ...(rows[row] ?? { id: freeId(rows, 'present'), team: '', role: 'agent', people: 1 }),
    };
    texts.forEach((text, i) => {
      const column = presentColumns[at.column + i];
      if (column === undefined) {
        if (text !== '') faults.push({ code: 'tooWide', row, column: 'sourcing', text });
        return;
      }
      const code = put(own, column, text, words);
      if (code !== null) faults.push({ code, row, column, text });
    });
    if (words.say(own.team) === '' && !faults.some((fault) => fault.row === row))
      faults.push({ code: 'teamEmpty', row, column: 'team', text: '' });
    rows[row] = own;
    row += 1;
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, present: rows };
}

type Writable = { -readonly [field in keyof PresentPeople]: PresentPeople[field] };

/** Why a text cannot stand in its cell; null where it does now. */
function put(
  row: Writable,
  column: PresentColumn,
  text: string,
  words: PresentWords,
): PresentFault['code'] | null {
  const found = <Value extends string>(
    options: readonly { readonly value: Value; readonly label: string }[],
  ): Value | undefined =>
    options.find(({ value, label }) => [value, label].some((word) => foldText(word) === foldText(text)))
      ?.value;
  switch (column) {
    case 'team':
      if (text === '') return 'teamEmpty';
      row.team = words.said(row.team === '' ? undefined : row.team, text);
      return null;
    case 'people': {
      const people = words.readNumber(text);
      if (people === undefined || !Number.isInteger(people) || people < 0 || people > 100_000)
        return 'notWhole';
      row.people = people;
      return null;
    }
    case 'role': {
      const role = text === '' ? 'agent' : found(words.roles);
      if (role === undefined) return 'unknownWord';
      row.role = role;
      return null;
    }
    case 'sourcing': {
      const sourcing = text === '' ? undefined : found(words.sourcing);
      if (text !== '' && sourcing === undefined) return 'unknownWord';
      if (sourcing === undefined) delete row.sourcing;
      else row.sourcing = sourcing;
      return null;
    }
  }
}
