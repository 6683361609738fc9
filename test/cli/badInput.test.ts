import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { shopPlan } from '../report/shopPlan.ts';
import { shopResult } from '../report/shopResult.ts';
import { fakeHost } from './fakeHost.ts';
import { type Around, type Ran, run, visible } from './testIo.ts';

const text = JSON.stringify(shopPlan);
const withPart = (part: object): string => JSON.stringify({ ...shopPlan, ...part });
const unserved = {
  ...shopPlan.teams[0],
  id: 'none',
  tier: undefined,
  serves: { issueTypes: ['order'] },
  groups: [{ id: 'g', staffing: { kind: 'hours', agents: 1 } }],
};

const badPlans: readonly (readonly [what: string, code: string, path: string, input: string])[] = [
  ['nothing', 'emptyDocument', '', ''],
  ['no JSON', 'jsonSyntax', '', 'plan: yes'],
  ['JSON that ends early', 'jsonEndsEarly', '', text.slice(0, -20)],
  ['NaN', 'jsonNotANumber', '', text.replace('"targetSeconds":20', '"targetSeconds":NaN')],
  [
    'a number beyond all limits',
    'jsonNumberOverflow',
    '',
    text.replace('"targetSeconds":20', '"targetSeconds":1e999'),
  ],
  ['10 MB of nested arrays', 'jsonNestedTooDeep', '', '['.repeat(5_000_000) + ']'.repeat(5_000_000)],
  ['a key of the language', 'jsonForbiddenKey', '__proto__', `{"__proto__":{},${text.slice(1)}`],
  ['something else', 'notAPlan', 'format', '{"name":"x"}'],
  ['a newer version', 'versionNewer', 'formatVersion', withPart({ formatVersion: 99 })],
  ['a missing field', 'missingField', 'teams', withPart({ teams: undefined })],
  ['a misspelt field', 'misspeltField', 'promisses', withPart({ promisses: [] })],
  [
    'an unknown team',
    'unknownTier',
    'teams[0].tier',
    withPart({ teams: [{ ...shopPlan.teams[0], tier: 'tenth' }] }),
  ],
  ['work that nobody can do', 'nobodyServes', '', withPart({ teams: [unserved], tiers: [], outcomes: [] })],
];

describe.each(['check', 'simulate'])('%s', (command) => {
  const ran = (input: string, around: Around = {}): Promise<Ran> =>
    run([command, '-', ...(around.env?.['lang'] ? ['--lang', around.env['lang']] : [])], {
      input,
      openHost: fakeHost(shopResult),
      ...around,
    });

  it.each(badPlans)('refuses %s with %s', async (_, code, path, input) => {
    const { code: exit, out, err } = await ran(input);
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain('planInvalid');
    expect(err).toContain(`(${code})`);
    expect(err.replace(/\s+/g, ' ')).toContain(path);
    expect(err).not.toMatch(/\bat .*\.[jt]s:\d+|Error:/);
  });

  it.each(languages)('says in %s what is wrong, where and what to do', async (lang) => {
    for (const [, code, , input] of badPlans.filter(([what]) => what !== '10 MB of nested arrays')) {
      const { err } = await ran(input, { env: { lang } });
      expect(visible(err)).toContain(`(${code})`);
      if (lang !== 'en') expect(err).toMatch(/[\u0600-\u06FF]{2,}/);
    }
  });

  it('lists every fault, fifty at most, and counts the rest', async () => {
    const { err } = await ran(withPart({ channels: Array.from({ length: 120 }, () => ({ kind: 'phone' })) }));
    expect(err.match(/\u2022/g)).toHaveLength(51);
    expect(err).toMatch(/and \d+ more/);
  });

  it('takes a plan with a rate of zero', async () => {
    const demand = [
      { id: 'none', issueType: 'order', channel: 'phone', volume: { contacts: 0, per: 'day' } },
    ];
    const { code, out, err } = await ran(withPart({ demand, outcomes: [] }));
    expect([code, out === '']).toEqual([0, false]);
    expect(out + err).toContain('(zeroVolume)');
  });

  it('refuses a sample that there is none of, and names the way to the list', async () => {
    const { code, err } = await run([command, 'nosuch'], { openHost: fakeHost(shopResult) });
    expect(code).toBe(1);
    expect(err).toContain('unknownSample');
    expect(err).toContain('saff samples');
  });

  it('refuses what is longer than a plan may be', async () => {
    const { code, err } = await ran('x', { readInput: async () => 'tooLarge' });
    expect(code).toBe(1);
    expect(err).toContain('planFileTooLarge');
  });

  it('shows a defect by its number, without a stack unless it is asked for', async () => {
    const openHost = async (): Promise<never> => {
      throw new Error('wires crossed');
    };
    const hidden = await ran(text, { openHost });
    expect(hidden.code).toBe(70);
    expect(hidden.err).toMatch(/internal: .*number [0-9a-f]{12}/s);
    expect(hidden.err).not.toContain('wires crossed');
    const shown = await ran(text, { openHost, env: { SAFF_DEBUG: '1' } });
    expect(shown.err).toContain('wires crossed');
  });

  it('gives 70 for a defect inside the host', async () => {
    const failure = { ok: false, failure: { code: 'internal', params: { errorId: 'abc' } } } as const;
    const openHost = fakeHost(shopResult, { 'plan.check': () => failure, 'simulation.start': () => failure });
    expect((await ran(text, { openHost })).code).toBe(70);
  });
});

describe('check', () => {
  it('says that a sound plan is sound', async () => {
    const { code, out, err } = await run(['check', '-'], { input: text, openHost: fakeHost(shopResult) });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('The plan A small shop is sound.');
    expect(out).toMatch(/hash [0-9a-f]{64}/);
  });

  it('gives faults as JSON to programs', async () => {
    const { code, out } = await run(['check', '-', '--json'], {
      input: withPart({ formatVersion: 99 }),
      openHost: fakeHost(shopResult),
    });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      sound: false,
      faults: [{ code: 'versionNewer', path: ['formatVersion'] }],
    });
  });
});

describe('usage errors', () => {
  it.each(languages)(
    'are said in %s on standard error, with where to find help, and end with 2',
    async (lang) => {
      const { code, out, err } = await run(['simulate', 'a', '--seeds', '1', '--lang', lang]);
      expect([code, out]).toEqual([2, '']);
      expect(visible(err)).toContain('--seeds');
      expect(visible(err)).toContain('saff simulate --help');
      if (lang !== 'en') expect(err).toMatch(/[\u0600-\u06FF]{3,}/);
    },
  );
});

describe('the failures', () => {
  it.each(languages)('all have a text in %s', (lang) => {
    const { t } = createTranslator(lang);
    expect(failureCodes.filter((code) => !t.has('failures', code) && !t.has('cli.failure', code))).toEqual(
      [],
    );
  });
});
