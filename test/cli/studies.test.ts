// What `saff sensitivity` and `saff probability` print, with findings that are made up: every input of a sample, every sentence.
import { describe, expect, it } from 'vitest';
import type { Finding, StudyState } from '../../core/contract/studies.ts';
import { factOf, planInputs } from '../../core/inputs/index.ts';
import { inputKindIds, inputKinds } from '../../core/measures/inputKinds.ts';
import type { ProbabilityResult } from '../../core/measures/probability.ts';
import type { SensitivityResult, SensitivityRow } from '../../core/measures/sensitivity.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { createSpeech } from '../../electron/cli/speech.ts';
import { inputName, inputValue } from '../../electron/cli/text/inputName.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { loadTexts } from '../../locales/loadTranslator.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { shopResult } from '../report/shopResult.ts';
import { fakeHost } from './fakeHost.ts';
import { type Ran, run, visible } from './testIo.ts';

const input = openSample('online-shop') ?? '';
const plan = parsePlan(input).plan as Plan;
const inputs = planInputs(plan).map(factOf);
const assumed = inputs.findIndex(({ belief }) => belief?.basis === 'assumed');
const known = inputs.findIndex(({ belief }) => belief === null);
const [first = '', second = ''] = plan.promises.map(({ id }) => id);

const row = (place: number, elasticity: number): SensitivityRow => {
  const { value, belief } = inputs[place] ?? { value: 1, belief: null };
  const ends =
    belief === null ? { levelAtLow: null, levelAtHigh: null } : { levelAtLow: 0.86, levelAtHigh: 0.71 };
  return {
    ...{ input: place, stepLow: value * 0.95, stepHigh: value * 1.05 },
    ...{ levelAtStepLow: 0.8, levelAtStepHigh: 0.79, elasticity },
    ...ends,
    ...{ swing: belief === null ? null : 0.15, decides: true, simulated: null },
  };
};
const simulated = { from: 1, to: 2, formulaDifference: 0.031, difference: 0.028, halfWidth: 0.004 };
const sensitivity: SensitivityResult = {
  ...{ engineVersion: '1.2.3', planId: plan.id, planHash: 'f'.repeat(64), seed: 7, replications: 12, inputs },
  promises: [
    {
      ...{ promise: first, shareToAttain: 0.8, level: 0.823, tornado: [1], nextToMeasure: 1 },
      rows: [{ ...row(known, 1.5), simulated }, row(assumed, -0.25)],
    },
    { promise: second, shareToAttain: 0.8, level: null, rows: [], tornado: [], nextToMeasure: null },
  ],
};
const split = {
  variance: 0.01,
  queueNoise: { value: 0.38, halfWidth: 0.11 },
  unknown: { value: 0.62, halfWidth: 0.11 },
  grounds: null,
};
const probability: ProbabilityResult = {
  ...{ engineVersion: '1.2.3', planId: plan.id, planHash: 'f'.repeat(64), seed: 7, by: 'simulation' },
  ...{ draws: 100, replicationsPerDraw: 2, inputs: inputs.filter(({ belief }) => belief !== null) },
  allKept: { value: 0.41, low: 0.29, high: 0.54 },
  ...{ allKeptGrounds: null, allKeptSplit: null },
  promises: [
    {
      ...{ promise: first, period: 'month', shareToAttain: 0.8, kept: { value: 0.84, low: 0.76, high: 0.9 } },
      ...{ keptGrounds: null, keptPeriods: 0.97, worstLevel: { mean: 0.831, low: 0.764, high: 0.9 } },
      ...{ keptSplit: split, levelSplit: split },
      groups: [
        { kind: 'volume', value: 0.4, halfWidth: 0.05 },
        { kind: 'patience', value: 0.2, halfWidth: 0.04 },
      ],
      ...{ inputShares: [], nextToMeasure: 0 },
    },
    {
      ...{ promise: second, period: 'horizon', shareToAttain: 0.8 },
      kept: { value: null, low: null, high: null },
      ...{
        keptGrounds: null,
        keptPeriods: null,
        worstLevel: { mean: null, low: null, high: null },
        keptSplit: null,
      },
      ...{ levelSplit: null, groups: [], inputShares: [], nextToMeasure: null },
    },
  ],
};

const host = (finding: Finding) => {
  const state: StudyState = {
    ...{ run: 'study-1', sequence: 3, state: 'done', stepsDone: 4, stepsExpected: 4, finding, failure: null },
  };
  return fakeHost(shopResult, {
    'study.start': () => ({ ok: true, value: { run: 'study-1', checked: parsePlan(input) } }),
    'study.next': () => ({ ok: true, value: state }),
  });
};
const said = (words: readonly string[], finding: Finding, columns?: number): Promise<Ran> =>
  run(words, { input, openHost: host(finding), ...(columns !== undefined && { columns }) });
const ofSensitivity = { study: 'sensitivity', value: sensitivity } as const;
const ofProbability = { study: 'probability', value: probability } as const;
const plain = (text: string): string => visible(text).replace(/\s+/g, ' ');

describe.each(languages)('studies in %s', (lang) => {
  const { t } = createTranslator(lang, {});

  it('say what a promise hangs on and what to measure next, with the reason of an assumed width', async () => {
    const { code, out } = await said(['sensitivity', '-', '--lang', lang], ofSensitivity, 300);
    expect(code).toBe(0);
    const text = plain(out);
    const { kind } = inputs[assumed] ?? { kind: 'volume' };
    for (const key of ['table', 'tornado', 'decides', 'check'] as const)
      expect(text).toContain(plain(t(`sensitivity.${key}`)));
    expect(text).toContain(plain(t(`inputs.reason.${inputKinds[kind].reason}`)));
  });

  it('say the chance of a promise, its interval and its split', async () => {
    const { code, out } = await said(
      ['probability', '-', '--lang', lang, '--digits', 'latn'],
      ofProbability,
      300,
    );
    expect(code).toBe(0);
    for (const number of ['84', '76', '90', '83.1', '38', '62', '41'])
      expect(plain(out).replaceAll('\u066B', '.')).toContain(number);
    expect(plain(out)).toContain(plain(t('probability.nobody')));
  });

  it.each([60, 80, 120])('are never wider than a terminal of %d', async (columns) => {
    for (const finding of [ofSensitivity, ofProbability]) {
      const { out } = await said([finding.study, '-', '--lang', lang], finding, columns);
      expect(out.length).toBeGreaterThan(200);
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  it('have a name for every input, with its parts, and words for every kind', async () => {
    const speech = createSpeech(await loadTexts(lang), {});
    for (const fact of inputs) {
      expect(inputName(fact, plan, speech), fact.key).not.toMatch(/undefined|\[|\{/);
      expect(inputValue(fact.unit, fact.value, speech), fact.key).not.toMatch(/undefined|NaN/);
    }
    for (const kind of inputKindIds) expect(t(`inputs.kind.${kind}`).length).toBeGreaterThan(3);
  });

  it('say that nothing is uncertain, and that a formula is one', async () => {
    const certain = { ...probability, by: 'formula', inputs: [], draws: 1 } as const;
    const { out } = await said(
      ['probability', '-', '--lang', lang],
      { study: 'probability', value: certain },
      300,
    );
    expect(plain(out)).toContain(plain(t('probability.byFormulaKnown')));
  });
});

describe('the commands of studies', () => {
  it('print the finding as it is for programs', async () => {
    expect(JSON.parse((await said(['sensitivity', '-', '--json'], ofSensitivity)).out)).toEqual(sensitivity);
    expect(JSON.parse((await said(['probability', '-', '--json'], ofProbability)).out)).toEqual(probability);
  });

  it('show one promise where it is named, and name the others where it is none', async () => {
    const { out } = await said(['probability', '-', '--promise', first, '--json'], ofProbability);
    expect(JSON.parse(out).promises.map(({ promise }: { promise: string }) => promise)).toEqual([first]);
    for (const command of ['sensitivity', 'probability'] as const) {
      const { code, err } = await said([command, '-', '--promise', 'absent'], ofProbability);
      expect(code).toBe(1);
      expect(err).toContain('unknownPromise');
      expect(err).toContain(first);
    }
  });
});
