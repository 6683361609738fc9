// From what is typed or pasted into the table back to the plan: one step, or none at all with the name of each cell that
// cannot be read.
import type { Command } from '../../../core/plan/edits/command.ts';
import { planDifference } from '../../../core/plan/edits/planDifference.ts';
import { foldText } from '../../../core/plan/foldText.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { freeId } from '../at/freeId.ts';
import {
  type OutlineColumn,
  type OutlineWords,
  outlineCell,
  outlineColumns,
  outlineRows,
} from './outlineCells.ts';

export const outlineFaults = [
  'nameEmpty',
  'nameTwice',
  'notNumber',
  'notWhole',
  'severalGroups',
  'notByHours',
  'unknownName',
  'tooWide',
] as const;
export interface OutlineFault {
  readonly code: (typeof outlineFaults)[number];
  /** From 0, in the table as it would be. */
  readonly row: number;
  readonly column: OutlineColumn;
  readonly text: string;
}

export type OutlineStep =
  | { readonly ok: true; readonly commands: readonly Command[] }
  | { readonly ok: false; readonly faults: readonly OutlineFault[] };

/** Puts cells into the table from a place on; rows beyond the last are new teams, tiers that are not there yet new tiers. */
export function putCells(
  plan: Plan,
  cells: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
  words: OutlineWords,
): OutlineStep {
  const work = new Outline(plan, words);
  const body = isHeading(cells[0] ?? [], words, at.column) ? cells.slice(1) : cells;
  for (const [i, row] of body.entries()) work.put(row, at.row + i, at.column);
  return work.finish();
}

const isHeading = (row: readonly string[], { titles }: OutlineWords, column: number): boolean =>
  row.length > 1 && row.every((cell, i) => foldText(cell) === foldText(titles[column + i] ?? '-'));

class Outline {
  readonly #plan: Plan;
  readonly #words: OutlineWords;
  readonly #rows: readonly Team[];
  readonly #faults: OutlineFault[] = [];
  #tiers: Plan['tiers'];
  #teams: Team[];
  readonly #rowOf = new Map<string, number>();
  /** Whom teams report to, read when all names are there. */
  readonly #reports: { readonly team: string; readonly row: number; readonly text: string }[] = [];

  constructor(plan: Plan, words: OutlineWords) {
    this.#plan = plan;
    this.#words = words;
    this.#rows = outlineRows(plan);
    this.#tiers = plan.tiers;
    this.#teams = [...plan.teams];
  }

  put(row: readonly string[], at: number, from: number): void {
    if (row.every((cell) => cell === '')) return;
    if (from + row.length > outlineColumns.length) this.#fault('tooWide', at, 'specialty', row.at(-1) ?? '');
    const team = this.#rows[at] ?? this.#named(row, from) ?? this.#added();
    this.#rowOf.set(team.id, at);
    row.forEach((text, i) => {
      const column = outlineColumns[from + i];
      if (column !== undefined) this.#set(team.id, at, column, text);
    });
    if (from > 0 && this.#words.say(this.#teams.find(({ id }) => id === team.id)?.name) === '')
      this.#fault('nameEmpty', at, 'name', '');
  }

  finish(): OutlineStep {
    for (const { team, row, text } of this.#reports) this.#report(team, row, text);
    this.#namesOnce();
    if (this.#faults.length > 0) return { ok: false, faults: this.#faults };
    const sameTeams = this.#teams.length === this.#plan.teams.length;
    const teams =
      sameTeams && this.#teams.every((team, i) => team === this.#plan.teams[i])
        ? this.#plan.teams
        : this.#teams;
    return { ok: true, commands: planDifference(this.#plan, { ...this.#plan, tiers: this.#tiers, teams }) };
  }

  #fault(code: OutlineFault['code'], row: number, column: OutlineColumn, text: string): void {
    this.#faults.push({ code, row, column, text });
  }

  #named(row: readonly string[], from: number): Team | undefined {
    const wanted = from === 0 ? foldText(row[0] ?? '') : '';
    return wanted === ''
      ? undefined
      : this.#teams.find(({ name }) => foldText(this.#words.say(name)) === wanted);
  }

  #added(): Team {
    const role = this.#plan.roles.find(({ kind }) => kind === 'agent')?.id;
    const group = {
      id: freeId(
        this.#teams.flatMap(({ groups }) => groups),
        'group',
      ),
      ...(role === undefined ? {} : { role }),
      staffing: { kind: 'hours', agents: 1 },
    };
    const team = {
      id: freeId(this.#teams, 'team'),
      name: '',
      serves: {},
      groups: [group],
    } as unknown as Team;
    this.#teams.push(team);
    return team;
  }

  #change(id: string, change: (team: Team) => Team): void {
    this.#teams = this.#teams.map((team) => (team.id === id ? change(team) : team));
  }

  #set(id: string, row: number, column: OutlineColumn, text: string): void {
    const team = this.#teams.find((one) => one.id === id);
    if (team === undefined) return;
    if (this.#plan.teams.includes(team) && outlineCell(this.#plan, team, column, this.#words) === text)
      return;
    switch (column) {
      case 'name':
        if (text !== '') this.#change(id, (one) => ({ ...one, name: this.#words.said(nameOf(one), text) }));
        else this.#fault('nameEmpty', row, column, text);
        return;
      case 'specialty':
        this.#change(id, ({ specialty, ...rest }) =>
          text === '' ? rest : { ...rest, specialty: this.#words.said(specialty, text) },
        );
        return;
      case 'tier':
        this.#change(id, ({ tier: _, ...rest }) =>
          text === '' ? rest : { ...rest, tier: this.#tier(text) },
        );
        return;
      case 'reportsTo':
        this.#reports.push({ team: id, row, text });
        return;
      case 'channels':
      case 'issueTypes':
        this.#serve(id, row, column, text);
        return;
      case 'people':
      case 'agents':
        this.#count(team, row, column, text);
    }
  }

  #tier(name: string): string {
    const known = this.#tiers.find((tier) => foldText(this.#words.say(tier.name)) === foldText(name));
    if (known !== undefined) return known.id;
    const id = freeId(this.#tiers, 'tier');
    this.#tiers = [...this.#tiers, { id, name: this.#words.said(undefined, name) }];
    return id;
  }

  #serve(id: string, row: number, column: 'channels' | 'issueTypes', text: string): void {
    const names = text.split(/[,،;؛\n]/).map((name) => name.trim());
    const isAll = text === '' || foldText(text) === foldText(this.#words.all);
    const ids = names.flatMap((name) => {
      const part = this.#plan[column].find((one) => foldText(this.#words.say(one.name)) === foldText(name));
      if (part === undefined && !isAll && name !== '') this.#fault('unknownName', row, column, name);
      return part?.id ?? [];
    });
    this.#change(id, (team) => {
      const { [column]: _, ...rest } = team.serves;
      return { ...team, serves: isAll || ids.length === 0 ? rest : { ...rest, [column]: [...new Set(ids)] } };
    });
  }

  #count(team: Team, row: number, column: 'people' | 'agents', text: string): void {
    const [group, second] = team.groups;
    if (group === undefined || second !== undefined) return this.#fault('severalGroups', row, column, text);
    const { staffing } = group;
    if (column === 'agents' && staffing.kind !== 'hours') return this.#fault('notByHours', row, column, text);
    const value = text === '' ? undefined : this.#words.readNumber(text);
    if (text !== '' && (value === undefined || value < 0)) return this.#fault('notNumber', row, column, text);
    if (column === 'people' && value !== undefined && !Number.isInteger(value))
      return this.#fault('notWhole', row, column, text);
    const { headcount, ...rest } = group;
    const next =
      column === 'people'
        ? { ...rest, ...(value === undefined ? {} : { headcount: value }) }
        : { ...group, staffing: { ...staffing, agents: value ?? 0 } };
    this.#change(team.id, (one) => ({ ...one, groups: [next as typeof group] }));
  }

  #report(id: string, row: number, text: string): void {
    const to = this.#teams.find(({ name }) => foldText(this.#words.say(name)) === foldText(text));
    if (text !== '' && (to === undefined || to.id === id))
      return this.#fault('unknownName', row, 'reportsTo', text);
    this.#change(id, ({ reportsTo: _, ...rest }) =>
      to === undefined || text === '' ? rest : { ...rest, reportsTo: to.id },
    );
  }

  /** Names tell teams apart in a table, so a new name must not be there already. */
  #namesOnce(): void {
    const seen = new Map<string, Team>();
    for (const team of this.#teams) {
      const name = foldText(this.#words.say(team.name));
      const isNew = !this.#plan.teams.includes(team);
      const row = this.#rowOf.get(team.id);
      if (name !== '' && seen.has(name) && isNew && row !== undefined)
        this.#fault('nameTwice', row, 'name', this.#words.say(team.name));
      seen.set(name, team);
    }
  }
}

const nameOf = ({ name }: Team): Text | undefined => (name === '' ? undefined : name);
