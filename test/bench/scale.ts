// How the engine's cost grows: with workers, with contacts, with teams, and what memory a year takes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { leanArguments, leanEnvironment } from '../../electron/start/leanMemory.mjs';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { median, ratioOf } from './compareSpeed.ts';
import { createEngineRun, type EngineRun, type Round } from './engineRun.ts';
import { manyTeams } from './manyTeams.ts';
import { shopYear } from './shopYear.ts';
import { workloads } from './workloads.ts';

/** One number of the scale part, and what it is to be. */
export interface ScaleFigure {
  readonly name: string;
  readonly value: number | null;
  readonly unit: 'ratio' | 'megabytes';
  readonly target: number;
  readonly isAtLeast: boolean;
}

export interface ScaleSize {
  readonly rounds: number;
  /** Days of one replication of W3 in the pool, and replications of one run. */
  readonly poolDays: number;
  readonly poolReplications: number;
  /** Days of W3 at its usual length, of which four times as many are held against it. */
  readonly linearDays: number;
  readonly teamDays: number;
  /** Days of the year whose memory is looked at, and the numbers of replications. */
  readonly memoryDays: number;
  readonly memoryReplications: readonly number[];
}

export async function scaleFigures(size: ScaleSize): Promise<readonly ScaleFigure[]> {
  const { rounds, linearDays, teamDays, memoryDays } = size;
  const tiers = (days: number) => createEngineRun(workloads.W3.plan(days, 1), 1);
  const teams = (count: number) => createEngineRun(manyTeams(count, teamDays), 1);
  const ratio = (name: string, value: number | null, target: number, isAtLeast: boolean): ScaleFigure => ({
    name,
    value,
    unit: 'ratio',
    target,
    isAtLeast,
  });
  return [
    ratio('throughput of two workers over one', await throughputOfTwo(size), 1.7, true),
    ratio(
      'time per contact, four times the contacts over once',
      alternating(tiers(4 * linearDays), tiers(linearDays), rounds),
      1.1,
      false,
    ),
    ratio('time per contact, 200 teams over 20', alternating(teams(200), teams(20), rounds), 1.5, false),
    ...[1, 2].flatMap((workers) =>
      size.memoryReplications.map((replications) => ({
        name: `peak memory of W5 over ${memoryDays} days, ${replications} replications, ${workers} workers`,
        value: memoryOfYear(memoryDays, replications, workers),
        unit: 'megabytes' as const,
        target: 200,
        isAtLeast: false,
      })),
    ),
  ];
}

function alternating(own: EngineRun, other: EngineRun, rounds: number): number | null {
  const [ownRounds, otherRounds]: [Round[], Round[]] = [[], []];
  for (const warm of [own, other]) warm(1);
  for (let round = 0; round < rounds; round += 1) {
    otherRounds.push(other(1));
    ownRounds.push(own(1));
  }
  return ratioOf(ownRounds, otherRounds);
}

/** The host's pool, with its real worker threads, from the first message to the result. */
async function throughputOfTwo({ rounds, poolDays, poolReplications }: ScaleSize): Promise<number> {
  const model = compiledPlan(workloads.W3.plan(poolDays, 1));
  const pools = [1, 2].map((workers) => createSimulationPool({ size: workers }));
  const seconds = async (pool: (typeof pools)[number], replications: number): Promise<number> => {
    const before = performance.now();
    const outcome = await pool.simulate({
      model,
      seed: 1,
      replications,
      precisionFraction: null,
      workers: undefined,
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
    return (performance.now() - before) / 1000;
  };
  const [one, two] = pools as [(typeof pools)[number], (typeof pools)[number]];
  try {
    for (const pool of pools) await seconds(pool, 12);
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      ratios.push((await seconds(one, poolReplications)) / (await seconds(two, poolReplications)));
    return median(ratios);
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
}

/**
 * Megabytes that `saff simulate` holds at most with so many workers, as the command line starts it; null from the sources, where there
 * is nothing to start.
 */
function memoryOfYear(days: number, replications: number, workers: number): number | null {
  const look = join(import.meta.dirname, 'memoryOfYear.js');
  const program = join(import.meta.dirname, '..', 'host', 'main.js');
  if (!existsSync(look) || !existsSync(program)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'saff-bench-'));
  try {
    const plan = join(folder, 'year.json');
    writeFileSync(plan, JSON.stringify(shopYear(days)));
    const asked = [
      'simulate',
      plan,
      '--json',
      '--workers',
      `${workers}`,
      '--replications',
      `${replications}`,
    ];
    const words = [...leanArguments('simulate'), '--import', pathToFileURL(look).href, program, ...asked];
    const env = leanEnvironment(process.env);
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      ...{ env, encoding: 'utf8', maxBuffer: 100_000_000 },
    });
    if (status !== 0) throw new Error(stderr);
    if (JSON.parse(stdout).profile === null) throw new Error('the year has no profile of the week');
    return Number(stderr.trim().split('\n').at(-1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
