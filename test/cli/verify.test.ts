import { describe, expect, it } from 'vitest';
import { createClient } from '../../core/contract/client.ts';
import { verificationCases } from '../../core/verification/verificationCases.ts';
import { openLocalHost } from '../../electron/cli/localHost.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { run, visible } from './testIo.ts';

interface Proof {
  readonly cases: number;
  readonly figures: number;
  readonly missed: readonly string[];
  readonly checked: readonly {
    readonly id: string;
    readonly kind: string;
    readonly agrees: boolean;
    readonly source: { readonly citation: string };
    readonly simulated: { readonly seeds: readonly number[]; readonly contacts: number } | null;
    readonly figures: readonly { readonly expected: number; readonly got: number | null }[];
  }[];
}
const proofOf = (out: string): Proof => JSON.parse(out) as Proof;

/** A host whose simulations have one agent too many. */
async function overstaffedHost(...given: Parameters<typeof openLocalHost>) {
  const { host, close } = openLocalHost(...given);
  const client = createClient(async (method, input) => {
    const { text } = input as { readonly text?: string };
    if (method !== 'simulation.start' || text === undefined) return host.handle(method, input);
    return host.handle(method, { ...(input as object), text: text.replace('"agents":15', '"agents":16') });
  });
  return { client, host, close };
}

describe('saff verify', () => {
  it('shows every figure with its source, ours beside it, and the tolerance', async () => {
    const { code, out, err } = await run(['verify', 'erlang-c-100-calls-13'], { columns: 110 });
    expect([code, err]).toEqual([0, '']);
    const text = visible(out);
    for (const words of [
      'CRAN package ErlangC 0.1.0',
      'saff formula erlang-c',
      '"agents":13',
      '0.7955948',
      '17.1162271822',
      'rounding of the source',
      'Cases: 1; figures: 2; missed: 0',
    ])
      expect(text).toContain(words);
  });

  it('simulates by the same way as any plan, on five seeds', async () => {
    const { code, out } = await run(['verify', 'mmn-m-15', '--simulation', '--json']);
    expect(code).toBe(0);
    const proof = proofOf(out);
    expect(proof).toMatchObject({ cases: 1, figures: 7, missed: [] });
    const [checked] = proof.checked;
    expect(checked?.simulated?.seeds).toHaveLength(5);
    expect(checked?.simulated?.contacts).toBeGreaterThan(300_000);
  }, 60_000);

  it('tells of every formula, and of nothing else where that is asked', async () => {
    const { code, out } = await run(['verify', '--formulas', '--json']);
    expect(code).toBe(0);
    const { checked } = proofOf(out);
    expect(checked.map(({ id }) => id)).toEqual(
      verificationCases.filter(({ kind }) => kind === 'formula').map(({ id }) => id),
    );
    expect(checked.every(({ source, figures }) => source.citation !== '' && figures.length > 0)).toBe(true);
  });

  it('ends with 1 and names what it missed', async () => {
    const openHost = overstaffedHost;
    const { code, out } = await run(['verify', 'mmn-m-15', '--json'], { openHost });
    expect(code).toBe(1);
    expect(proofOf(out).missed).toEqual(['mmn-m-15']);
    const shown = await run(['verify', 'mmn-m-15'], { openHost });
    expect(shown.code).toBe(1);
    expect(visible(shown.out)).toContain('MISSES');
    expect(visible(shown.out)).toContain('missed: 1');
  }, 60_000);

  it('says that there is no such case', async () => {
    const { code, out, err } = await run(['verify', 'nonsense']);
    expect([code, out]).toEqual([1, '']);
    expect(visible(err)).toContain('noSuchCase');
  });

  it('shows how far it is on a terminal', async () => {
    const { err } = await run(['verify', 'erlang-a', '--formulas'], { errIsTerminal: true });
    expect(visible(err)).toContain('case 2 of 3');
  });

  it.each(languages)('speaks %s in lines that fit', async (lang) => {
    const { code, out } = await run(['verify', '--formulas', '--lang', lang], { columns: 100 });
    expect(code).toBe(0);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(100);
  });
});
