import { describe, expect, it } from 'vitest';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import { journeySteps } from '../../core/simulation/model/journal.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { run, visible } from './testIo.ts';

const input = { input: smallPlanText() };

describe('trace', () => {
  it('prints the trace as JSON and nothing else', async () => {
    const { code, out, err } = await run(['trace', '-', '--from', '10', '--to', '10.1', '--json'], input);
    expect([code, err]).toEqual([0, '']);
    const trace = JSON.parse(out) as PlaybackTrace;
    expect(trace).toMatchObject({ seed: 1, replication: 0, fromSeconds: 36_000, toSeconds: 36_360 });
    expect(trace.events.length).toBeGreaterThan(5);
    expect(trace.events.every(([, at]) => at >= 36_000 && at <= 36_360)).toBe(true);
  });

  it('takes the replication and the seed that are asked for', async () => {
    const traced = async (...words: string[]) =>
      (await run(['trace', '-', '--to', '2', '--json', ...words], input)).out;
    const usual = await traced();
    expect(await traced('--replication', '0', '--seed', '1')).toBe(usual);
    expect(await traced('--replication', '1')).not.toBe(usual);
    expect(await traced('--seed', '2')).not.toBe(usual);
  });

  it.each(languages)('tells it in words in %s', async (lang) => {
    const { code, out, err } = await run(
      ['trace', '-', '--from', '10', '--to', '10.05', '--lang', lang],
      input,
    );
    expect([code, err]).toEqual([0, '']);
    const lines = visible(out).split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(visible(out)).toContain('calls#');
    if (lang !== 'en') {
      const plain = visible(out).replace(/calls#|First line|agents/g, '');
      expect(plain.match(/[A-Za-z]+/g) ?? []).toEqual([]);
    }
  });

  it('refuses what cannot be shown, with the remedy', async () => {
    const late = await run(['trace', '-', '--from', '48'], input);
    expect([late.code, late.out]).toEqual([1, '']);
    expect(late.err).toContain('traceOutside');
    const large = await run(['trace', '-', '--to', '24', '--limit', '50'], input);
    expect(large.code).toBe(1);
    expect(large.err).toContain('traceTooLarge');
    const faulty = await run(['trace', '-'], { input: '{}' });
    expect(faulty.code).toBe(1);
  });
});

describe.each(languages)('the steps of a journey in %s', (language) => {
  const { t } = createTranslator(language);

  it('have words each', () => {
    expect(journeySteps.filter((step) => !t.has('playback.step', step))).toEqual([]);
  });
});
