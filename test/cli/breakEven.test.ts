// What `saff break-even` prints, with a finding that is made up so that every sentence is said.
import { describe, expect, it } from 'vitest';
import type { StudyState } from '../../core/contract/studies.ts';
import type { BreakEvenResult, BreakingPoint } from '../../core/measures/breakEven.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { shopResult } from '../report/shopResult.ts';
import { fakeHost } from './fakeHost.ts';
import { type Ran, run, visible } from './testIo.ts';

const input = openSample('online-shop') ?? '';
const plan = parsePlan(input).plan as Plan;
const [first = '', second = '', third = '', fourth = ''] = plan.promises.map(({ id }) => id);
const channel = plan.channels.find(({ assistant }) => assistant !== undefined)?.id ?? '';

const point = (promise: string, by: BreakingPoint['by'], more: Partial<BreakingPoint>): BreakingPoint => ({
  ...{ promise, by, shareToAttain: 0.8, level: 0.912, outcome: 'breaks', factor: 1.125, simulated: null },
  ...more,
});
const costs = (of: readonly (number | null)[]) =>
  of.map((costPerMonth, i) => ({ containment: 0.2 * i, hoursPerWeek: 400 - 20 * i, costPerMonth }));
const breakEven: BreakEvenResult = {
  ...{ engineVersion: '1.2.3', planId: plan.id, planHash: 'f'.repeat(64), seed: 7, replications: 12 },
  breaking: [
    point(first, 'volume', { simulated: { level: 0.812, halfWidth: 0.011, factor: 1.15 } }),
    point(first, 'handling', { factor: 0.93, simulated: { level: 0.7, halfWidth: 0.01, factor: null } }),
    point(second, 'volume', { outcome: 'always', factor: null }),
    point(second, 'handling', { outcome: 'never', factor: null }),
    point(third, 'volume', { outcome: 'noFormula', factor: null, level: null }),
  ],
  assistants: [
    { channel, isPlanned: true, containment: 0.2, contactsPerMonth: 8609, points: costs([9000, 8500, 8200]) },
    { channel, isPlanned: false, containment: 0, contactsPerMonth: 8609, points: costs([null, null]) },
  ],
};

const said = (finding: BreakEvenResult, words: readonly string[], columns?: number): Promise<Ran> => {
  const state: StudyState = {
    ...{ run: 'study-1', sequence: 3, state: 'done', stepsDone: 4, stepsExpected: 4, failure: null },
    finding: { study: 'breakEven', value: finding },
  };
  const openHost = fakeHost(shopResult, {
    'study.start': () => ({ ok: true, value: { run: 'study-1', checked: parsePlan(input) } }),
    'study.next': () => ({ ok: true, value: state }),
  });
  return run(['break-even', '-', ...words], { input, openHost, ...(columns !== undefined && { columns }) });
};
const plain = (text: string): string => visible(text).replace(/\s+/g, ' ');

describe.each(languages)('break-even in %s', (lang) => {
  const { t } = createTranslator(lang, { digits: 'latn' });
  const asked = ['--lang', lang, '--digits', 'latn'];

  it('says how much more each promise bears, what the simulation found, and what an assistant saves', async () => {
    const { code, out } = await said(breakEven, asked, 300);
    expect(code).toBe(0);
    const text = plain(out).replaceAll('\u066A', '%').replaceAll('\u066B', '.');
    for (const part of ['12.5', '7.0', '81.2', '15.0', '8,609', '20%']) expect(text).toContain(part);
    for (const key of ['always', 'never', 'noFormula', 'far'] as const)
      expect(text).toContain(plain(t(`breakEven.${key}`)));
    expect(text).toContain(plain(t('breakEven.assistant.imagined')));
    expect(text).not.toMatch(/undefined|NaN/);
  });

  it('says from which containment on a cost is earned, and that another never is', async () => {
    const pays = plain((await said(breakEven, [...asked, '--assistant-cost', '250'], 300)).out);
    expect(pays.replaceAll('\u066A', '%')).toContain('10%');
    const never = plain((await said(breakEven, [...asked, '--assistant-cost', '5000'], 300)).out);
    expect(never).not.toBe(pays);
    const [words = ''] = plain(t('breakEven.assistant.paysNever', { money: '@', most: '@' })).split('@');
    expect(never).toContain(words.trim());
  });

  it.each([60, 80, 120])('is never wider than a terminal of %d', async (columns) => {
    const { out } = await said(breakEven, [...asked, '--assistant-cost', '250'], columns);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  });
});

describe('saff break-even', () => {
  it('prints the finding as it is for programs', async () => {
    expect(JSON.parse((await said(breakEven, ['--json'])).out)).toEqual(breakEven);
  });

  it('names the promises where the one that is asked for is none', async () => {
    const { code, err } = await said(breakEven, ['--promise', 'absent']);
    expect(code).toBe(1);
    expect(err).toContain(fourth);
  });
});
