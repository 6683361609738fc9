import { describe, expect, it } from 'vitest';
import { measureIds } from '../../core/measures/catalogue.ts';
import type { Explanation } from '../../core/measures/explanation.ts';
import { languages } from '../../locales/settings.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { run, visible } from './testIo.ts';

const input = { input: smallPlanText() };

describe('explain', () => {
  it('prints the explanation as JSON and nothing else, every measure of the catalogue by its id', async () => {
    for (const measure of measureIds) {
      const { code, out, err } = await run(['explain', '-', measure, '--json'], input);
      expect([measure, code, err]).toEqual([measure, 0, '']);
      const explained = JSON.parse(out) as Explanation;
      expect(explained).toMatchObject({ measure, by: 'formula', run: null });
      expect(explained.steps.at(-1)?.outputs[0]).toMatchObject({ name: 'result', value: explained.value });
    }
  });

  it('tells a simulated number with its run', async () => {
    const words = [
      'explain',
      '-',
      'abandonedFraction',
      '--by',
      'simulation',
      '--replications',
      '3',
      '--seed',
      '7',
    ];
    const { code, out } = await run([...words, '--json'], input);
    expect(code).toBe(0);
    const { run: of, basis } = JSON.parse(out) as Explanation;
    expect(of).toMatchObject({ replications: 3, seed: 7 });
    expect(basis.kind).toBe('simulated');
    expect((await run(words, input)).out).toContain('Seed 7');
  });

  it.each(languages)('tells it in words in %s, with the places in the plan', async (lang) => {
    const { code, out, err } = await run(['explain', '-', 'serviceLevel', '--lang', lang], input);
    expect([code, err]).toEqual([0, '']);
    const said = visible(out);
    expect(said.split('\n').length).toBeGreaterThan(30);
    expect(said).toContain('volume.contacts');
    expect(said).not.toMatch(/\[[a-z]+\.[A-Za-z.]+\]/);
  });

  it.each(languages)('tells in %s of people, kept promises, verdicts and chances, too', async (lang) => {
    for (const [figure, by] of [
      ['people', 'formula'],
      ['promisesKept', 'formula'],
      ['promisesKept', 'simulation'],
      ['promiseVerdict', 'simulation'],
      ['allKeptChance', 'formula'],
      ['allKeptChance', 'simulation'],
      ['keptChance', 'formula'],
    ] as const) {
      const words = ['explain', '-', figure, '--by', by, '--replications', '3', '--lang', lang];
      const { code, out, err } = await run(words, input);
      expect([figure, code, err]).toEqual([figure, 0, '']);
      expect(visible(out)).not.toMatch(/\[[a-z]+\.[A-Za-z.]+\]|undefined|NaN/);
    }
    const { code } = await run(['explain', '-', 'people', '--at', '3', '--lang', lang], input);
    expect(code).not.toBe(0);
  });

  it('looks at the interval that is asked for', async () => {
    const at = async (moment: string): Promise<Explanation> =>
      JSON.parse(
        (await run(['explain', '-', 'offered', '--at', moment, '--json'], input)).out,
      ) as Explanation;
    const byNumber = await at('22');
    expect(byNumber.interval).toBe(22);
    const { startDate, intervalSeconds } = byNumber.axis;
    expect(intervalSeconds).toBe(1800);
    expect(await at(`${startDate}T11:00`)).toEqual(byNumber);
  });

  it('refuses a measure, a part and a time that are not there, and names what is near', async () => {
    const refused = async (...words: string[]): Promise<string> => {
      const { code, out, err } = await run(['explain', '-', ...words], input);
      expect([code, out]).toEqual([1, '']);
      return err.replace(/\s+/g, ' ');
    };
    expect(await refused('waitMeanSecond')).toContain('waitMeanSeconds');
    expect(await refused('ocupancy')).toContain('occupancyFraction');
    expect(await refused('offered', '--of', 'channel/agents')).toContain('unknownSubject');
    expect(await refused('offered', '--at', 'noon')).toContain('badMoment');
    expect(await refused('offered', '--at', '99999')).toContain('momentOutside');
    expect(await refused('costPerContact', '--at', '3')).toContain('notOverTime');
  });

  it('needs a plan and a measure', async () => {
    expect((await run(['explain'])).code).toBe(2);
    expect((await run(['explain', '-'])).err).toContain('waitMeanSeconds');
    expect((await run(['explain', '-', 'a', 'b'])).code).toBe(2);
  });
});
