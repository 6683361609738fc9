import { describe, expect, it } from 'vitest';
import type { RunState } from '../../core/contract/methods.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings, languages } from '../../locales/settings.ts';
import { shopPlan } from '../report/shopPlan.ts';
import { shopResult } from '../report/shopResult.ts';
import { fakeHost } from './fakeHost.ts';
import { type Around, type Ran, run, visible } from './testIo.ts';

const input = JSON.stringify(shopPlan);
const simulate = (words: readonly string[], around: Around = {}): Promise<Ran> =>
  run(['simulate', '-', ...words], { input, openHost: fakeHost(shopResult), ...around });

/** Names, units of code and ids that stand in Latin letters in every language. */
const latin = /Asia\/Tehran|order-phone|repair-agents|SLA|1\.2\.3|0123456789ab/g;

describe.each(languages)('the report in %s', (lang) => {
  const format = createFormat({ ...defaultSettings(lang), calendar: 'persian' });
  const bare = (text: string): string => visible(text).replace(/[ \u200E\u200F]+/g, ' ');

  it('says the numbers of the result', async () => {
    const { code, out } = await simulate(['--lang', lang]);
    expect(code).toBe(0);
    const text = bare(out);
    const numbers = [
      format.percentWithin(0.8234, 0.0131),
      format.percentWithin(0.6129, 0.0212),
      format.percentWithin(0.4412, 0.0312),
      format.durationWithin(5400, 108),
      format.numberWithin(10.2, 0.4),
      format.percentWithin(1.312, 0.013),
      format.integer(68_432),
      format.date('2026-11-21'),
    ];
    for (const number of numbers) expect(text).toContain(bare(number));
  });

  it('names the parts of the plan in the language', async () => {
    const { out } = await simulate(['--lang', lang]);
    for (const part of [...shopPlan.teams, ...shopPlan.channels, ...(shopPlan.promises ?? [])]) {
      const name = typeof part.name === 'string' ? part.name : (part.name[lang] ?? '');
      for (const word of name.split(' ')) expect(visible(out)).toContain(visible(word));
    }
  });

  it.each([40, 60, 80, 100, 200])('is never wider than a terminal of %d', async (columns) => {
    const { out } = await simulate(['--lang', lang], { columns });
    expect(out.split('\n').length).toBeGreaterThan(40);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  });

  it('is coloured on a terminal only, and not where NO_COLOR is set', async () => {
    const plain = await simulate(['--lang', lang]);
    expect(plain.out).not.toContain('\u001B');
    const coloured = await simulate(['--lang', lang], { outIsTerminal: true });
    expect(coloured.out).toContain('\u001B[32m\u2713');
    expect(coloured.out).toContain('\u001B[31m\u2717');
    const refused = await simulate(['--lang', lang], { outIsTerminal: true, env: { NO_COLOR: '1' } });
    expect(refused.out).toBe(plain.out);
    const dumb = await simulate(['--lang', lang], { outIsTerminal: true, env: { TERM: 'dumb' } });
    expect(dumb.out).toBe(plain.out);
  });

  it('never holds an unclosed or surplus direction mark', async () => {
    const { out } = await simulate(['--lang', lang], { columns: 60, outIsTerminal: true });
    for (const line of out.split('\n')) {
      let depth = 0;
      for (const [mark] of line.matchAll(/[\u2066-\u2069]/g)) {
        depth += mark === '\u2069' ? -1 : 1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    }
  });
});

describe.each(['fa', 'ar'])('the report in %s', (lang) => {
  it('has no English but names', async () => {
    const { out } = await simulate(['--lang', lang]);
    expect(
      visible(out)
        .replace(latin, '')
        .match(/[A-Za-z]+/g) ?? [],
    ).toEqual([]);
  });
});

describe('simulate', () => {
  it('prints the result as JSON and nothing else', async () => {
    const { code, out, err } = await simulate(['--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(shopResult);
    expect(out.endsWith('}\n')).toBe(true);
  });

  it('prints the measures as CSV', async () => {
    const { out } = await simulate(['--csv', '--lang', 'fa']);
    expect(out.startsWith('scope,id,measure,unit,value,half_width_95\r\n')).toBe(true);
  });

  it('writes the digits and the calendar that are asked for', async () => {
    const usual = await simulate(['--lang', 'fa']);
    expect(usual.out).toContain('۱۴۰۵');
    const asked = await simulate(['--lang', 'fa', '--digits', 'latn', '--calendar', 'gregory']);
    expect(asked.out).toContain('2026');
    expect(asked.out).not.toContain('۶۸');
  });

  it('keeps the calendar of the plan, and its digits in its own language only', async () => {
    const { out } = await simulate(['--lang', 'en']);
    expect(out).toContain('30 Aban 1405');
  });

  it('gives what was asked for to the host', async () => {
    let given: unknown;
    await simulate(['--replications', '30', '--seed', '9', '--workers', '2'], {
      openHost: fakeHost(shopResult, {
        'simulation.start': ({ options }: { options: unknown }) => {
          given = options;
          return { ok: false, failure: { code: 'runCancelled', params: {} } };
        },
      }),
    });
    expect(given).toEqual({ replications: 30, seed: 9, workers: 2 });
  });

  it('says which precision was reached or not', async () => {
    const reached = { ...shopResult, stop: 'precisionReached', precisionFraction: 0.01 } as const;
    const limited = { ...shopResult, stop: 'replicationLimit', precisionFraction: 0.0025 } as const;
    expect((await simulate([], { openHost: fakeHost(reached) })).out).toContain('± 1 points, was reached');
    expect((await simulate([], { openHost: fakeHost(limited) })).out).toContain(
      '± 0.25 points, was not reached',
    );
  });

  it('says that controls have adjusted the service levels, where they have', async () => {
    const promises = Object.fromEntries(
      Object.entries(shopResult.promises).map(([id, promise]) => [id, { ...promise, controls: 2 }]),
    );
    expect((await simulate([], { openHost: fakeHost({ ...shopResult, promises }) })).out).toContain(
      'control variates',
    );
    expect((await simulate([])).out).not.toContain('control variates');
  });

  it('shows a bar on a terminal and takes it away, and none in a pipe', async () => {
    const states: Partial<RunState>[] = [
      { state: 'running', sequence: 1, doneFraction: 0.5, replicationsDone: 10, result: null },
      { state: 'done' },
    ];
    const openHost = fakeHost(shopResult, {
      'simulation.next': () => ({
        ok: true,
        value: { run: 'r', replicationsAsked: 20, result: shopResult, failure: null, ...states.shift() },
      }),
    });
    const { err } = await simulate([], { openHost, errIsTerminal: true });
    expect(err).toContain('50% ');
    expect(err).toContain('10 of 20 replications');
    expect(err.endsWith('\r\u001B[K')).toBe(true);
    expect((await simulate([])).err).toBe('');
  });

  it('cancels the run when it is asked to end, and gives the code of the signal', async () => {
    const ending = new AbortController();
    const cancelled: string[] = [];
    const openHost = fakeHost(shopResult, {
      'simulation.next': () => {
        ending.abort(130);
        const state = cancelled.length === 0 ? 'running' : 'cancelled';
        return { ok: true, value: { state, sequence: 1, doneFraction: 0, result: null, failure: null } };
      },
      'simulation.cancel': ({ run: id }: { run: string }) => {
        cancelled.push(id);
        return { ok: true, value: {} };
      },
    });
    const { code, out, err } = await simulate([], { openHost, ending: ending.signal });
    expect([code, out, cancelled]).toEqual([130, '', ['run-1']]);
    expect(err).toContain('ended before its result');
  });

  it('makes names in a plan harmless', async () => {
    const hostile = { ...shopPlan, name: 'a\u001B[2Jb\u202Ec\nd' };
    const { out } = await run(['simulate', '-'], {
      input: JSON.stringify(hostile),
      openHost: fakeHost(shopResult),
    });
    expect(out).toContain('a [2Jbc d');
    expect(out).not.toMatch(/\u001B|\u202E/);
  });
});
