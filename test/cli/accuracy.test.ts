import { describe, expect, it } from 'vitest';
import type { StudyState } from '../../core/contract/studies.ts';
import { type AccuracyCard, type CardLine, features } from '../../core/measures/accuracyCard.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings, languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { shopPlan } from '../report/shopPlan.ts';
import { shopResult } from '../report/shopResult.ts';
import { fakeHost } from './fakeHost.ts';
import { type Ran, run, visible } from './testIo.ts';

const subject = (id: string, measure: CardLine['subject']['measure']) =>
  ({ scope: 'teams', id, measure }) as const;
const basis = { kind: 'exact', model: 'erlang-a' } as const;
const team = shopPlan.teams[0]?.id ?? '';

const card: AccuracyCard = {
  planHash: 'f'.repeat(64),
  engineVersion: '1.2.3',
  seed: 1,
  replications: 20,
  features: [...features],
  runs: 31,
  lines: [
    {
      subject: subject(team, 'occupancyFraction'),
      comparison: { formula: 0.7123, basis, simulated: 0.61, halfWidth: 0.012, difference: 0.1023, z: 15.2 },
      verdict: 'explained',
      run: {
        off: [...features],
        comparison: { formula: 0.655, basis, simulated: 0.652, halfWidth: 0.012, difference: 0.003, z: 0.4 },
        isTrivial: true,
      },
    },
    {
      subject: subject(team, 'answerWaitMeanSeconds'),
      comparison: { formula: 12, basis, simulated: 95, halfWidth: 4, difference: -83, z: -37 },
      verdict: 'open',
      run: null,
    },
  ],
};

const state: StudyState = {
  run: 'study-1',
  sequence: 3,
  state: 'done',
  stepsDone: 31,
  stepsExpected: 31,
  finding: { study: 'accuracy', value: card },
  failure: null,
};

const input = JSON.stringify(shopPlan);
const host = (last: StudyState = state) =>
  fakeHost(shopResult, {
    'study.start': ({ text }: { text: string }) => {
      const checked = parsePlan(text);
      return checked.plan === null
        ? { ok: false, failure: { code: 'planInvalid', params: { count: 1 }, faults: checked.faults } }
        : { ok: true, value: { run: 'study-1', checked } };
    },
    'study.next': () => ({ ok: true, value: last }),
  });
const accuracy = (words: readonly string[], columns?: number): Promise<Ran> =>
  run(['accuracy', '-', ...words], { input, openHost: host(), ...(columns !== undefined && { columns }) });

describe.each(languages)('the accuracy card in %s', (lang) => {
  const format = createFormat(defaultSettings(lang));
  const { t } = createTranslator(lang, { digits: defaultSettings(lang).digits });
  const plain = (text: string): string => visible(text).replace(/\s+/g, ' ');

  it('says both answers, and every feature without which they agree', async () => {
    const { code, out } = await accuracy(['--lang', lang], 300);
    expect(code).toBe(0);
    const text = plain(out);
    for (const value of [0.7123, 0.655]) expect(text).toContain(plain(format.percent(value, 1)));
    for (const feature of features) expect(text).toContain(plain(t(`accuracy.feature.${feature}`)));
    expect(text).toContain(plain(t('accuracy.unexplained')));
    expect(text).toContain(plain(t('accuracy.trivial')));
  });

  it.each([60, 80, 120])('is never wider than a terminal of %d', async (columns) => {
    const { out } = await accuracy(['--lang', lang], columns);
    for (const text of out.split('\n')) expect(displayWidth(text)).toBeLessThanOrEqual(columns);
  });
});

describe('saff accuracy', () => {
  it('prints the card as it is for programs', async () => {
    const { out } = await accuracy(['--json']);
    expect(JSON.parse(out)).toEqual(card);
  });

  it('names the faults of a plan', async () => {
    const { code, err } = await run(['accuracy', '-'], { input: '{}', openHost: host() });
    expect(code).toBe(1);
    expect(err.length).toBeGreaterThan(20);
  });

  it('says why a study failed', async () => {
    const failure = { code: 'runTooLarge', params: { limitMegabytes: 512 } } as const;
    const failed = host({ ...state, state: 'failed', finding: null, failure });
    const { code, err } = await run(['accuracy', '-'], { input, openHost: failed });
    expect(code).toBe(1);
    expect(err).toContain('512');
  });
});
