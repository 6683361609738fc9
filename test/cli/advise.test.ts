// What `saff advise` prints, from the advice to a small company and to the companies of the articles.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Advice } from '../../core/measures/advice.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { latinWords } from '../rules/localeTexts.ts';
import { run, visible } from './testIo.ts';

const needsOf = (needs: object): string =>
  JSON.stringify({
    format: 'saff-needs',
    formatVersion: 1,
    id: 'shop',
    name: '1',
    locale: { currency: 'EUR' },
    needs,
  });
const small = needsOf({
  contactsPerMonth: 900,
  happiness: ['quickAnswer'],
  budgetPerMonth: 1000,
  publicComplaints: true,
  present: [{ id: 'a', team: '2', role: 'agent', people: 3 }],
});

describe.each(languages)('advise in %s', (lang) => {
  it('shows the candidates side by side and every reason in the language', async () => {
    const { code, out } = await run(['advise', '-', '--lang', lang], { input: small, columns: 100 });
    expect(code).toBe(0);
    const { t } = createTranslator(lang);
    const text = visible(out);
    for (const kind of ['pool', 'tiers', 'overflow'] as const)
      expect(text).toContain(visible(t(`advice.word.candidate.${kind}`)));
    for (const part of ['weak', 'way', 'toMeasure', 'unkept', 'shared'] as const)
      expect(text).toContain(visible(t(`advice.page.${part}`)));
    expect(text).not.toMatch(/undefined|NaN|\{\{|advice\./);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(100);
    // Rows of the source facts are named as they are.
    if (lang !== 'en') expect(latinWords(text).filter((word) => !/^[ERTAM]\d?$/.test(word))).toEqual([]);
  });
});

describe('advise', () => {
  it('prints the advice as it is for programs', async () => {
    const { code, out, err } = await run(['advise', 'computer-company', '--json']);
    expect([code, err]).toEqual([0, '']);
    const { candidates, decisions } = JSON.parse(out) as Advice;
    expect(candidates.map(({ id }) => id)).toContain('specialists');
    expect(decisions.length).toBeGreaterThan(20);
  });

  it('writes the candidates as plan files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saff-advise-'));
    const { code } = await run(['advise', '-', '--out', join(folder, 'new')], { input: small });
    const names = await readdir(join(folder, 'new'));
    const plans = await Promise.all(
      names.map(async (name) => parsePlan(await readFile(join(folder, 'new', name), 'utf8'))),
    );
    await rm(folder, { recursive: true });
    expect(code).toBe(0);
    expect(names).toContain('shop-pool.plan.json');
    expect(plans.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('simulates them where that is asked for', async () => {
    const words = ['advise', '-', '--simulate', '--replications', '1', '--workers', '1', '--json'];
    const { code, out } = await run(words, {
      input: needsOf({ contactsPerMonth: 60, issues: [{ id: 'a', name: 'A' }] }),
    });
    expect(code).toBe(0);
    const { candidates, results } = JSON.parse(out) as Advice & { readonly results: Record<string, unknown> };
    expect(Object.keys(results)).toEqual(candidates.map(({ id }) => id));
  });

  it('names what is wrong with needs', async () => {
    const { code, err } = await run(['advise', '-'], {
      input: needsOf({ customers: -1, industry: 'astrology' }),
    });
    expect(code).toBe(1);
    expect(err).toContain('needs.customers');
    expect(err).toContain('needs.industry');
  });
});
