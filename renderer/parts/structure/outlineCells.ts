// The organisation as a table of texts: its rows, its columns, and what stands in each cell.
import { amount } from '../../../core/plan/amount.ts';
import { peopleOfGroup } from '../../../core/plan/people.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';

export const outlineColumns = [
  'name',
  'tier',
  'people',
  'agents',
  'channels',
  'issueTypes',
  'reportsTo',
  'specialty',
] as const;
export type OutlineColumn = (typeof outlineColumns)[number];

/** The words of the window in which the table is written and read. */
export interface OutlineWords {
  readonly say: (text: Text | undefined) => string;
  /** A text with what it says in the language of the window replaced. */
  readonly said: (before: Text | undefined, words: string) => Text;
  readonly number: (value: number) => string;
  /** Undefined where it is no number. */
  readonly readNumber: (text: string) => number | undefined;
  readonly titles: readonly string[];
  /** What stands for every channel or issue type. */
  readonly all: string;
  readonly comma: string;
}

/** The teams in the order of the table: by tiers, then those in none. */
export function outlineRows(plan: Plan): readonly Team[] {
  const place = new Map(plan.tiers.map(({ id }, i) => [id, i]));
  const of = ({ tier }: Team): number => place.get(tier ?? '') ?? plan.tiers.length;
  return plan.teams.toSorted((a, b) => of(a) - of(b));
}

const nameIn = (
  words: OutlineWords,
  list: readonly { readonly id: string; readonly name: Text }[],
  id: string,
): string => words.say(list.find((part) => part.id === id)?.name) || id;

/** What a cell shows. */
export function outlineCell(plan: Plan, team: Team, column: OutlineColumn, words: OutlineWords): string {
  const served = (list: 'channels' | 'issueTypes'): string =>
    team.serves[list]?.map((id) => nameIn(words, plan[list], id)).join(words.comma) ?? words.all;
  switch (column) {
    case 'name':
      return words.say(team.name);
    case 'specialty':
      return words.say(team.specialty);
    case 'tier':
      return team.tier === undefined ? '' : nameIn(words, plan.tiers, team.tier);
    case 'reportsTo':
      return team.reportsTo === undefined ? '' : nameIn(words, plan.teams, team.reportsTo);
    case 'channels':
    case 'issueTypes':
      return served(column);
    case 'people':
      return words.number(team.groups.reduce((sum, group) => sum + peopleOfGroup(plan, team, group), 0));
    case 'agents': {
      const agents = agentsOf(team);
      return agents === undefined ? '' : words.number(agents);
    }
  }
}

/** Agents on duty during the hours of the team; undefined where they are planned in another way. */
function agentsOf({ groups }: Team): number | undefined {
  let sum = 0;
  for (const { staffing } of groups) {
    if (staffing.kind !== 'hours') return undefined;
    sum += amount(staffing.agents);
  }
  return sum;
}

/** Cells of a sheet from the clipboard: tabs between columns, quoted where a cell has several lines. */
export function sheetCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (let i = 0; i < clean.length; i += 1) {
    const letter = clean[i] as string;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (clean[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      rows.at(-1)?.push(cell.trim());
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)?.push(cell.trim());
  return rows;
}
