// What `saff review` prints of a finding, and what it says of a table that cannot be taken.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReviewResult } from '../../core/measures/review.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { shopResult } from '../report/shopResult.ts';
import { reviewedPlan } from '../support/reviewedPlan.ts';
import { fakeHost } from './fakeHost.ts';
import { run, visible } from './testIo.ts';

const result: ReviewResult = {
  ...{ engineVersion: '1.2.3', planId: 'reviewed', planHash: 'f'.repeat(64), seed: 7, replications: 12 },
  periods: [
    {
      ...{ period: 'march', from: '2026-03-01', to: '2026-03-07', factors: ['volume', 'shrinkage'] },
      rows: [
        {
          ...{ figure: 'contacts', channel: 'phone', actual: 5000, asked: null },
          planned: { value: 4480, halfWidth: null },
        },
        {
          ...{ figure: 'attained', promise: 'soon', actual: 0.7 },
          planned: { value: 0.9, halfWidth: 0.01 },
          asked: { side: 'atLeast', threshold: 0.8 },
        },
      ],
      misses: [
        {
          ...{ of: 'promise', id: 'soon', planned: 0.9, actual: 0.7, asked: 0.8 },
          parts: [
            { factor: 'volume', value: -0.125, halfWidth: 0.004 },
            { factor: 'shrinkage', value: -0.0625, halfWidth: 0.004 },
            { factor: 'model', value: -0.0125, halfWidth: 0.01 },
          ],
        },
      ],
      unused: [{ figure: 'contacts', channel: 'chat', issueType: 'fault', reason: 'nothingPlanned' }],
      base: { volumes: [], handling: null, staffing: [], shrinkage: [] },
    },
  ],
};

const input = JSON.stringify(reviewedPlan);
const folder = mkdtempSync(join(tmpdir(), 'saff-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const table = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** Runs the command on the plan; `asked` is the text of the plan that the study was asked about. */
async function review(words: readonly string[], columns = 120) {
  let asked = '';
  const host = fakeHost(shopResult, {
    'study.start': ({ text }: { text: string }) => {
      asked = text;
      return { ok: true, value: { run: 'study-1', checked: { plan: JSON.parse(text), warnings: [] } } };
    },
    'study.next': () => ({
      ok: true,
      value: {
        ...{ run: 'study-1', sequence: 1, state: 'done', stepsDone: 3, stepsExpected: 3, failure: null },
        finding: { study: 'review', value: result },
      },
    }),
  });
  const ran = await run(['review', '-', ...words], { input, openHost: host, columns });
  return { ...ran, asked };
}

describe.each(languages)('saff review in %s', (lang) => {
  const { t } = createTranslator(lang);

  it('shows the plan beside what happened, and what each miss is made of', async () => {
    const { code, out } = await review(['--lang', lang, '--digits', 'latn']);
    expect(code).toBe(0);
    const said = visible(out).replace(/\s+/g, ' ').replaceAll('\u066B', '.');
    for (const key of ['review.factor.volume', 'review.factor.model', 'review.figure.contacts'] as const)
      expect(said).toContain(visible(t(key)));
    for (const number of ['4,480', '90.0', '12.5', '6.3', '80.0'])
      expect(said.replaceAll('\u066C', ',')).toContain(number);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(120);
  });

  it('names every cell of a table that cannot be taken, and calculates nothing', async () => {
    const file = table(`bad-${lang}.csv`, 'from,to,channel,contacts\n2026-03-01,2026-03-07,telex,many');
    const { code, err, asked } = await review(['--actuals', file, '--lang', lang, '--digits', 'latn']);
    expect([code, asked]).toEqual([1, '']);
    expect(visible(err)).toContain('telex');
    expect(visible(err)).toContain('many');
  });
});

describe('saff review', () => {
  it('asks about the plan with the figures of the table in it, and prints the finding for programs', async () => {
    const file = table('march.csv', 'from,to,contacts\n2026-03-01,2026-03-07,6000');
    const { out, asked } = await review(['--actuals', file, '--json']);
    expect(JSON.parse(out)).toEqual(result);
    expect(JSON.parse(asked).reviews.periods).toMatchObject([
      { from: '2026-03-01', to: '2026-03-07', measured: [{ figure: 'contacts', value: 6000 }] },
    ]);
  });

  it('says that a table is missing', async () => {
    const { code, err } = await review(['--actuals', join(folder, 'absent.csv')]);
    expect(code).toBe(1);
    expect(err).toContain('absent.csv');
  });
});
