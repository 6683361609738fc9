import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { daysWithWarmUp, steadyPlans } from '../support/steadyPlans.ts';

const run = promisify(execFile);
const commandLine = fileURLToPath(new URL('../../dist/host/main.js', import.meta.url));
const samples = ['online-shop', 'computer-company', 'bank-phone-centre', 'it-service-desk'];

// What decides the language, the zone and the number of workers of the process that runs the tests is taken away.
const plainEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(TZ|LANG|LANGUAGE|LC_.*|SAFF_LANG)$/.test(name)),
);

interface Way {
  readonly seed?: number;
  readonly replications?: number;
  readonly workers?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** All that `saff simulate --json` prints in a process of its own. */
async function printed(sample: string, way: Way): Promise<string> {
  const { seed = 7, replications = 8, workers = 2, environment = {} } = way;
  const numbers = Object.entries({ seed, replications, workers }).flatMap(([name, n]) => [
    `--${name}`,
    `${n}`,
  ]);
  const { stdout } = await run(process.execPath, [commandLine, 'simulate', sample, '--json', ...numbers], {
    env: { ...plainEnvironment, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(JSON.parse(stdout)).toMatchObject({ planId: sample, seed, replications });
  return stdout;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
/** What was measured, without the seed that is told beside it. */
const measured = (text: string): unknown => (JSON.parse(text) as { readonly total: unknown }).total;

const settings: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['TZ=Asia/Tehran LANG=fa_IR.UTF-8', { TZ: 'Asia/Tehran', LANG: 'fa_IR.UTF-8' }],
  ['TZ=America/St_Johns LC_ALL=tr_TR.UTF-8', { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' }],
  ['TZ=Pacific/Kiritimati LANG=ar_EG.UTF-8', { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8' }],
  ['LANG=tr_TR LC_ALL=C', { LANG: 'tr_TR', LC_ALL: 'C' }],
];

// Each sample in two of the settings, each setting with two of the samples.
describe.each(samples.map((sample, at) => [sample, at] as const))(
  'T2, T4: the printed result of %s',
  (sample, at) => {
    it('is the same bytes with 1, 2 and 8 workers, in other time zones and languages, and differs with another seed', {
      timeout: 120_000,
    }, async () => {
      // As many replications as workers, so that eight do come into play.
      const plain = await printed(sample, { workers: 1 });
      for (const [place, workers] of [
        [at, 2],
        [at + 1, 8],
      ] as const) {
        const [name, environment] = settings[place % settings.length] ?? ['', {}];
        const other = await printed(sample, { workers, environment });
        expect([name, workers, hash(other)]).toEqual([name, workers, hash(plain)]);
      }
      expect(measured(await printed(sample, { seed: 8 }))).not.toEqual(measured(plain));
    });
  },
);

describe('the result of a long simulation', () => {
  const pool = createSimulationPool({ size: 2 });
  afterAll(() => pool.close());

  const model = compiledPlan(steadyPlans.tiers.plan(daysWithWarmUp(3, 1)));
  const hashOf = async (workers: number, seed: number): Promise<string> => {
    const outcome = await pool.simulate({
      model,
      seed,
      replications: 8,
      precisionFraction: null,
      workers,
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
    return hash(JSON.stringify(outcome.value));
  };

  it('is the same bytes with 1, 2 and 8 workers, and differs with another seed', {
    timeout: 120_000,
  }, async () => {
    const one = await hashOf(1, 1);
    expect([await hashOf(2, 1), await hashOf(8, 1)]).toEqual([one, one]);
    expect(await hashOf(2, 2)).not.toBe(one);
  });
});
