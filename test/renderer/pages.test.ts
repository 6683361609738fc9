// Pages that are written from a plan: what stands in them, in three languages, and own words in their place.
import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { parseDraftValue, parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { usualCareer, usualDuties } from '../../core/plan/usualDuties.ts';
import { pagesOf } from '../../core/report/pages/pagesOf.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings, type Language } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { markdownBlocks } from '../../renderer/parts/pages/markdownBlocks.ts';
import { backToGenerated, ownWords, pageKey, writeOwn } from '../../renderer/parts/pages/pageEdits.ts';
import { localText } from '../../renderer/text/localText.ts';
import { pageMarkdown, plainPage } from '../../renderer/text/pageMarkdown.ts';
import type { Texts } from '../../renderer/text/TextProvider.tsx';
import { wholePlan } from '../support/wholePlan.ts';

const textsIn = (language: Language): Texts => ({
  t: createTranslator(language).t,
  format: createFormat(defaultSettings(language)),
  ...{ language, direction: language === 'en' ? 'ltr' : 'rtl' },
  say: (text) => localText(text, language),
});
const sample = (id: string): Plan => {
  const plan = parsePlan(openSample(id) ?? '').plan as Plan;
  return { ...plan, duties: usualDuties(plan), careerSteps: usualCareer(plan) };
};
const written = (plan: Plan, key: string, language: Language): string => {
  const page = pagesOf(plan).find((one) => pageKey(one) === key);
  if (page === undefined) throw new Error(`no page ${key}`);
  return pageMarkdown(textsIn(language), page);
};
const company = sample('computer-company');

describe('the pages of a plan', () => {
  it.each(['en', 'fa', 'ar'] as const)('are written in %s for every sample, without a gap', (language) => {
    const whole = parseDraftValue(JSON.parse(JSON.stringify(wholePlan))).draft as Plan;
    for (const plan of [whole, ...sampleList().map(({ id }) => sample(id))]) {
      const pages = pagesOf(plan);
      expect(pages.map(pageKey)).toEqual([
        ...plan.roles.map(({ id }) => `role/${id}`),
        'escalation',
        'survey',
      ]);
      for (const page of pages) {
        const markdown = pageMarkdown(textsIn(language), page);
        expect(markdown).toMatch(/^# \S/);
        expect(markdown).not.toMatch(/undefined|\{\{|\[pages/);
        expect(markdownBlocks(markdown).length).toBeGreaterThan(2);
      }
    }
  });

  it('say of a role what it does, answers for, is held to and grows into', () => {
    const lead = written(company, 'role/lead', 'en');
    expect(lead).toContain('# Lead');
    expect(lead).toMatch(/## Does\n\n(?:- .*\n)*- Guide and watch the team: 24 hours a week/);
    expect(lead).toMatch(/## Answers for\n\n(?:- .*\n)*- Handle complaints/);
    expect(lead).toContain('40% of the working time is for contacts');
    expect(written(company, 'role/agent', 'fa')).toContain('## مسیر ارتقا');
    expect(written(company, 'role/agent', 'en')).toMatch(/Arabic.* and .*English/);
  });

  it('say in the playbook who passes on to whom, when and how', () => {
    const playbook = written(company, 'escalation', 'en');
    const table = markdownBlocks(playbook).find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && table.head).toEqual(['Team', 'When', 'To whom', 'How']);
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.some(([, when]) => when?.startsWith('The customer insists'))).toBe(true);
    expect(rows.some(([, when]) => when?.startsWith('The skill or the means'))).toBe(true);
    expect(playbook).toContain('## What we promise');
  });

  it('ask in the survey what the measures need, on the scale of the goal', () => {
    const survey = written(sample('online-shop'), 'survey', 'en');
    for (const question of ['How satisfied', 'made it easy', 'first time', 'recommend', 'do better'])
      expect(survey).toContain(question);
    expect(survey).toMatch(/0 \(not at all likely\) · 1 · .* · 10 \(very likely\)/);
  });

  it('hold for a plan that is only begun', () => {
    const empty = {
      ...company,
      roles: [],
      teams: [],
      outcomes: [],
      channels: [],
      issueTypes: [],
      duties: [],
    };
    expect(pagesOf({ ...empty, demand: [], promises: [], goals: [] }).map(pageKey)).toEqual([
      'escalation',
      'survey',
    ]);
  });

  it('keep signs of the table out of the words of a plan', () => {
    const named = { ...company, teams: company.teams.map((team) => ({ ...team, name: 'A | B\nC' })) };
    const table = markdownBlocks(written(named, 'escalation', 'en')).find(({ kind }) => kind === 'table');
    expect(
      table?.kind === 'table' && table.rows.every((row) => row.length === 4 && row[0] === 'A | B C'),
    ).toBe(true);
  });
});

describe('own words', () => {
  const edited = (plan: Plan, commands: readonly Command[]): Plan => {
    const applied = applyCommands(plan, commands);
    if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
    return applied.value.document as Plan;
  };
  const survey = { page: 'survey', role: null } as const;

  it('stand in the place of the generated text in their language, until it is wanted back', () => {
    const one = edited(company, writeOwn(company, survey, 'fa', '# نظر شما'));
    const two = edited(one, writeOwn(one, survey, 'en', '# Your view'));
    const own = two.pages?.[0]?.text;
    expect([ownWords(own, 'fa'), ownWords(own, 'en'), ownWords(own, 'ar')]).toEqual([
      ...['# نظر شما', '# Your view', undefined],
    ]);
    expect(two.pages).toHaveLength(1);
    const left = edited(two, backToGenerated(two, survey, 'en'));
    expect(left.pages?.[0]?.text).toEqual({ fa: '# نظر شما' });
    expect(edited(left, backToGenerated(left, survey, 'fa')).pages).toBeUndefined();
    const withRole = edited(one, writeOwn(one, { page: 'role', role: 'lead' }, 'en', 'x'));
    expect(edited(withRole, backToGenerated(withRole, survey, 'fa')).pages).toHaveLength(1);
  });
});

describe('plainPage', () => {
  it('leaves the words without the signs', () => {
    expect(plainPage('# A\n\n- [ ] b\n- c\n\n| d | e |\n| --- | --- |\n| f\\|g | h |\n')).toBe(
      'A\n\n☐ b\n- c\n\nd | e\nf|g | h\n',
    );
  });
});

describe('markdownBlocks', () => {
  it('reads headings, lists, boxes, tables, lines and paragraphs, and leaves the rest as text', () => {
    const kinds = markdownBlocks(
      '# A\nfirst\nsecond\n\n- a\n- b\n\n- [ ] c\n____\n| x | y |\n| --- | :-: |\n| 1 | 2 |\n> q <b>\n',
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...['heading', 'paragraph', 'list', 'list', 'line', 'table', 'paragraph'],
    ]);
    expect(kinds[1]).toEqual({ kind: 'paragraph', text: 'first second' });
    expect(kinds[5]).toEqual({ kind: 'table', head: ['x', 'y'], rows: [['1', '2']] });
    expect(kinds[6]).toEqual({ kind: 'paragraph', text: '> q <b>' });
  });
});
