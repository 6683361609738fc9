// The organisation as a table: what is pasted becomes the plan that it says, or nothing at all with the name of each cell.
import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { parseDraftValue, parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { parseNumber } from '../../locales/format/parseNumber.ts';
import { putCells } from '../../renderer/parts/structure/outline.ts';
import {
  type OutlineWords,
  outlineCell,
  outlineColumns,
  outlineRows,
  sheetCells,
} from '../../renderer/parts/structure/outlineCells.ts';
import { localText, withText } from '../../renderer/text/localText.ts';

const words: OutlineWords = {
  say: (text) => localText(text, 'fa'),
  said: (before, said) => (before === undefined ? { fa: said } : withText(before, 'fa', said)),
  number: String,
  readNumber: (text) => {
    const parsed = parseNumber(text, { percent: 'refuse' });
    return parsed.ok ? parsed.value : undefined;
  },
  titles: ['تیم', 'رده', 'افراد', 'سر کار', 'کانال‌ها', 'نوع‌های مسئله', 'گزارش به', 'تخصص'],
  all: 'همه',
  comma: '، ',
};
const { plan: company } = parsePlan(openSample('computer-company') ?? '') as { plan: Plan };
const end = { row: company.teams.length, column: 0 };

function put(plan: Plan, text: string, at = end): Plan {
  const step = putCells(plan, sheetCells(text), at, words);
  if (!step.ok) throw new Error(JSON.stringify(step.faults));
  const applied = applyCommands(plan, step.commands);
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  const { draft } = parseDraftValue(applied.value.document);
  if (draft === null) throw new Error('the draft is not sound');
  return draft;
}
const faultsOf = (text: string, at = end) => {
  const step = putCells(company, sheetCells(text), at, words);
  return step.ok ? [] : step.faults.map(({ code, row, column }) => `${code} ${row} ${column}`);
};

describe('sheetCells', () => {
  it('reads tabs, quotes and lines within a cell, and lets the last line end go', () => {
    expect(sheetCells('a\tb\r\n"x\ty"\t"two\nlines, ""quoted"""\r\n')).toEqual([
      ['a', 'b'],
      ['x\ty', 'two\nlines, "quoted"'],
    ]);
  });
});

describe('the table of teams', () => {
  it('begins with the first tier and ends with those in none', () => {
    expect(outlineRows(company).map(({ tier }) => tier ?? '')).toEqual([
      'tier-1',
      'tier-1',
      'tier-2',
      'tier-2',
      'tier-3',
      '',
      '',
      '',
    ]);
  });

  it('pasted onto itself changes nothing', () => {
    const rows = outlineRows(company).map((team) =>
      outlineColumns.map((column) => outlineCell(company, team, column, words)).join('\t'),
    );
    const step = putCells(company, sheetCells(rows.join('\n')), { row: 0, column: 0 }, words);
    expect(step).toEqual({ ok: true, commands: [] });
  });
});

describe('pasting', () => {
  it('makes tiers and teams of rows with local digits, in one step, under their headings', () => {
    const text = [
      words.titles.join('\t'),
      'شب‌کاری\tرده‌ی اول\t۱۲\t۴٫۵\tتلفن، چت\tهمه\t\tشیفت شب',
      'پژوهش\tرده‌ی چهارم\t٣\t2\t\t\tشب‌كاري\t',
    ].join('\r\n');
    const plan = put(company, text);
    const [night, research] = plan.teams.slice(-2);
    expect(plan.teams).toHaveLength(company.teams.length + 2);
    expect(night).toMatchObject({ tier: 'tier-1', serves: { channels: ['phone', 'chat'] } });
    expect(night?.groups[0]).toMatchObject({ headcount: 12, staffing: { kind: 'hours', agents: 4.5 } });
    expect(words.say(plan.tiers.at(-1)?.name)).toBe('رده‌ی چهارم');
    expect(research).toMatchObject({ tier: plan.tiers.at(-1)?.id, reportsTo: night?.id });
    expect(research?.groups[0]?.headcount).toBe(3);
  });

  it('fills to the end side and downwards from the cell that has the keyboard', () => {
    const plan = put(company, 'رده‌ی دوم\nرده‌ی سوم', { row: 0, column: 1 });
    const [first, second] = outlineRows(company).map(
      ({ id }) => plan.teams.find((team) => team.id === id)?.tier,
    );
    expect([first, second]).toEqual(['tier-2', 'tier-3']);
  });

  it('builds an organisation from an empty plan', () => {
    const empty = { ...company, teams: [], tiers: [], outcomes: [], routing: [] } as unknown as Plan;
    const step = putCells(
      empty,
      sheetCells('یک\tرده‌ی اول\t۵\t۳\ndو\tرده‌ی دوم'),
      { row: 0, column: 0 },
      words,
    );
    expect(step.ok && step.commands.map(({ at }) => at.join('/'))).toEqual(['tiers', 'teams']);
  });

  it('takes nothing where one cell cannot be read, and names each', () => {
    expect(faultsOf('شب\tرده‌ی اول\tدوازده\t۳\tتلگراف\nروز\t\t۱٫۵')).toEqual([
      'notNumber 8 people',
      'unknownName 8 channels',
      'notWhole 9 people',
    ]);
    expect(faultsOf('\tرده‌ی اول')).toEqual(['nameEmpty 8 name']);
    expect(faultsOf('a\tb\tc', { row: 0, column: 6 })).toContain('tooWide 0 specialty');
    expect(faultsOf('x\nx')).toEqual([]);
  });

  it('does not change what stands in several groups, or is planned by shifts', () => {
    expect(faultsOf('۲۰', { row: 0, column: 2 })).toEqual(['severalGroups 0 people']);
    expect(faultsOf('۲۰', { row: 1, column: 3 })).toEqual(['notByHours 1 agents']);
  });
});
