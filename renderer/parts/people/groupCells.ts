// The table of groups as cells: what a cell says, what typed or pasted words make of it, and a pasted block as one step.

import type { Command } from '../../../core/plan/edits/command.ts';
import { foldText } from '../../../core/plan/foldText.ts';
import { sourcings } from '../../../core/plan/kinds.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group, Team } from '../../../core/plan/schema/team.ts';
import { parseNumber } from '../../../locales/format/parseNumber.ts';
import type { Language } from '../../../locales/settings.ts';
import { withText } from '../../text/localText.ts';
import { type GroupPlace, groupAt } from '../staffing/shiftEdits.ts';
import { groupLike } from './peopleEdits.ts';

export const columns = ['name', 'role', 'contract', 'headcount', 'sourcing'] as const;
export type ColumnName = (typeof columns)[number];

/** What words depend on: the language of the window and what it calls the ways of sourcing. */
export interface CellWords {
  readonly language: Language;
  readonly sourcing: (value: Group['sourcing']) => string;
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** The words of a part in every language, and its id: what a sheet from anywhere may call it. */
const spellings = ({ id, name }: { readonly id: string; readonly name: Text }): string[] =>
  [id, ...(typeof name === 'string' ? [name] : [name.en, name.fa, name.ar])].map((word) =>
    foldText(word ?? ''),
  );

/** The value of a field; undefined leaves it out. */
export function readCell(
  plan: Plan,
  group: Partial<Group>,
  column: ColumnName,
  text: string,
  words: CellWords,
): Read {
  const said = text.trim();
  if (said === '') return { ok: true, value: undefined };
  switch (column) {
    case 'name':
      return { ok: true, value: withText(group.name ?? {}, words.language, said) };
    case 'role':
    case 'contract': {
      const list = column === 'role' ? plan.roles : plan.contracts;
      const found = list.find((part) => spellings(part).includes(foldText(said)));
      return found === undefined ? { ok: false } : { ok: true, value: found.id };
    }
    case 'headcount': {
      const parsed = parseNumber(said, { percent: 'refuse' });
      const isFit = parsed.ok && Number.isInteger(parsed.value) && parsed.value >= 0 && parsed.value <= 1e6;
      return isFit ? { ok: true, value: parsed.value } : { ok: false };
    }
    case 'sourcing': {
      const found = sourcings.find((one) =>
        [one, words.sourcing(one)].some((word) => foldText(word) === foldText(said)),
      );
      return found === undefined ? { ok: false } : { ok: true, value: found };
    }
  }
}

/** One cell of a group gets a value; nothing where it has it already. */
export function setCell(of: GroupPlace, column: ColumnName, value: unknown): Command[] {
  const before = of.group[column];
  const at = [...groupAt(of), column];
  if (JSON.stringify(before) === JSON.stringify(value)) return [];
  if (value !== undefined) return [{ change: 'set', at, value }];
  return before === undefined ? [] : [{ change: 'remove', at }];
}

export interface Pasted {
  readonly commands: readonly Command[];
  /** Cells that cannot be read; one is enough for nothing to be changed. */
  readonly refused: readonly string[];
}

export const rowsIn = (pasted: string): string[][] =>
  pasted
    .replace(/(?:\r\n|\r|\n)$/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t'));

/** A block from a sheet, from one cell on; rows beyond the last group of the team become new groups. */
export function pasteCells(
  plan: Plan,
  team: Team,
  firstRow: number,
  firstColumn: ColumnName,
  rows: readonly (readonly string[])[],
  words: CellWords,
): Pasted {
  const commands: Command[] = [];
  const refused: string[] = [];
  const added: { readonly id: string }[] = [];
  for (const [down, cells] of rows.entries()) {
    const group = team.groups[firstRow + down];
    const fields: Partial<Record<ColumnName, unknown>> = {};
    for (const [along, text] of cells.entries()) {
      const column = columns[columns.indexOf(firstColumn) + along];
      if (column === undefined) continue;
      const read = readCell(plan, group ?? {}, column, text, words);
      if (!read.ok) refused.push(text.trim());
      else if (group !== undefined) commands.push(...setCell({ team, group }, column, read.value));
      else if (read.value !== undefined) fields[column] = read.value;
    }
    if (group !== undefined || Object.keys(fields).length === 0) continue;
    const value = groupLike(plan, team, fields as Partial<Group>, added);
    added.push({ id: value.id ?? '' });
    commands.push({ change: 'add', at: ['teams', team.id, 'groups'], value });
  }
  return refused.length > 0 ? { commands: [], refused } : { commands, refused };
}
