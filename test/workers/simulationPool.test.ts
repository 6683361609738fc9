import { availableParallelism } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { type CompiledModel, memoryNeedOf } from '../../core/simulation/index.ts';
import { inProcess } from '../../electron/workers/isolate.ts';
import { usualLimits } from '../../electron/workers/runWatch.ts';
import type { SimulationProgress, SimulationRequest } from '../../electron/workers/simulate.ts';
import {
  createSimulationPool,
  type PoolOptions,
  type SimulationPool,
} from '../../electron/workers/simulationPool.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import { compiledSmallPlan } from './compiledSmallPlan.ts';
import { seeds } from './misbehaviour.ts';

const short = compiledSmallPlan(1);
const long = compiledSmallPlan(2000);
/** One agent for twenty at once, with a limit that the lean loop does not know. */
const endless = compiledPlan(
  planOf({
    horizon: { start: '2026-01-05', days: 2 },
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', waitingPlaces: 100_000 }],
    demand: [steadyDemand('calls', 0.2)],
    teams: [teamOf('team', 1)],
    handling: [{ time: exponential(100) }],
  }),
);
const misbehaving = new URL('./misbehavingWorker.ts', import.meta.url);

const pools: SimulationPool[] = [];
const open = (options: PoolOptions): SimulationPool => {
  const pool = createSimulationPool(options);
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const request = (part: Partial<SimulationRequest> = {}): SimulationRequest => ({
  model: short as CompiledModel,
  seed: 1,
  replications: 12,
  precisionFraction: null,
  workers: undefined,
  onProgress: () => {},
  signal: new AbortController().signal,
  ...part,
});

describe('createSimulationPool', () => {
  it('gives the same bytes for 1, 2 and 8 workers, and again on warm threads', async () => {
    const { simulate } = open({ size: 2 });
    const texts = [];
    for (const workers of [1, 2, 8, 2]) texts.push(JSON.stringify(await simulate(request({ workers }))));
    expect(JSON.parse(texts[0] ?? '')).toMatchObject({
      ok: true,
      value: { replications: 12, stop: 'replicationsDone' },
    });
    expect(new Set(texts).size).toBe(1);
  });

  it('ends the workers of a last run with it, and gives the same', async () => {
    const { simulate, processIds } = open({ size: 2, startIsolate: inProcess });
    const first = JSON.stringify(await simulate(request()));
    expect(processIds()).toHaveLength(2);
    expect(JSON.stringify(await simulate(request({ isLast: true })))).toBe(first);
    expect(processIds()).toEqual([]);
  });

  it('gives the same bytes when replications finish out of order', async () => {
    const seed = seeds.outOfOrder;
    const orderly = await open({ size: 1 }).simulate(request({ seed }));
    const jumbled = await open({ size: 4, workerFile: misbehaving }).simulate(request({ seed }));
    expect(orderly.ok).toBe(true);
    expect(JSON.stringify(jumbled)).toBe(JSON.stringify(orderly));
  });

  it('stops for precision after the same replications whatever the number of workers', async () => {
    const { simulate } = open({ size: 3 });
    const asked = { precisionFraction: 0.05, replications: 400 };
    const one = await simulate(request({ ...asked, workers: 1 }));
    const three = await simulate(request({ ...asked, workers: 3 }));
    expect(one).toMatchObject({ ok: true, value: { stop: 'precisionReached' } });
    if (one.ok) expect(one.value.replications % 10).toBe(0);
    expect(JSON.stringify(three)).toBe(JSON.stringify(one));
  });

  it('stops at the limit where the precision is out of reach', async () => {
    const outcome = await open({ size: 2 }).simulate(request({ precisionFraction: 1e-9, replications: 13 }));
    expect(outcome).toMatchObject({ ok: true, value: { stop: 'replicationLimit', replications: 13 } });
  });

  it('reports progress that never falls, also from within a replication', async () => {
    const seen: SimulationProgress[] = [];
    const onProgress = (progress: SimulationProgress): void => void seen.push(progress);
    const outcome = await open({ size: 1 }).simulate(request({ model: long, replications: 1, onProgress }));
    expect(outcome.ok).toBe(true);
    const shares = seen.map(({ doneFraction }) => doneFraction);
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('cancels a run in the middle of a replication and then serves the next', async () => {
    const { simulate } = open({ size: 2, workerFile: misbehaving });
    const abort = new AbortController();
    const hanging = simulate(request({ seed: seeds.hangs, signal: abort.signal }));
    setTimeout(() => abort.abort(), 300);
    expect(await hanging).toEqual({ ok: false, failure: { code: 'runCancelled', params: {} } });
    expect(await simulate(request())).toMatchObject({ ok: true });
  });

  it('L5: cancels at any moment, and gives the same bytes afterwards', async () => {
    const { simulate } = open({ size: 2 });
    const before = JSON.stringify(await simulate(request()));
    for (let round = 0; round < 20; round++) {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), round * 9);
      const outcome = await simulate(request({ model: long, replications: 1000, signal: abort.signal }));
      expect(outcome).toEqual({ ok: false, failure: { code: 'runCancelled', params: {} } });
    }
    expect(JSON.stringify(await simulate(request()))).toBe(before);
  });

  it('does not start a run that is cancelled already', async () => {
    const outcome = await open({ size: 1 }).simulate(request({ signal: AbortSignal.abort() }));
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'runCancelled' } });
  });

  it.each(['throws', 'exits'] as const)('L7: fails only its own run when a worker %s', async (kind) => {
    const errors: unknown[] = [];
    const { simulate } = open({ size: 2, workerFile: misbehaving, log: (_id, error) => errors.push(error) });
    const beside = simulate(request({ replications: 30, workers: 1 }));
    const lost = await simulate(request({ seed: seeds[kind], workers: 1 }));
    expect(lost).toMatchObject({
      ok: false,
      failure: { code: 'runFailed', params: { errorId: expect.any(String) } },
    });
    expect(errors).toHaveLength(1);
    expect(await beside).toMatchObject({ ok: true, value: { replications: 30 } });
    expect(await simulate(request())).toMatchObject({ ok: true });
  });

  it('L7: fails a run whose worker hangs, and serves the next', async () => {
    const errors: unknown[] = [];
    const { simulate } = open({
      size: 1,
      workerFile: misbehaving,
      limits: { ...usualLimits, silentMs: 5_000 },
      log: (_id, error) => errors.push(error),
    });
    expect(await simulate(request({ seed: seeds.hangs }))).toMatchObject({
      ok: false,
      failure: { code: 'runFailed' },
    });
    expect(String(errors[0])).toContain('silent');
    expect(await simulate(request({ replications: 2 }))).toMatchObject({ ok: true });
  });

  it.each(['fillsArrays', 'fillsHeap'] as const)(
    'L6: stops a run that %s before the process is full, and serves the next',
    async (kind) => {
      const used = process.memoryUsage.rss() / 1024 / 1024;
      const mostMegabytes = Math.ceil(used) + 300;
      const { simulate } = open({
        size: 1,
        workerFile: misbehaving,
        limits: { ...usualLimits, mostMegabytes },
      });
      expect(await simulate(request({ seed: seeds[kind] }))).toEqual({
        ok: false,
        failure: { code: 'runTooLarge', params: { limitMegabytes: mostMegabytes } },
      });
    },
  );

  it('L6: refuses a run whose model alone needs more than a job may have, and says how much that is', async () => {
    const limits = { ...usualLimits, jobMegabytes: 20 };
    const { simulate } = open({ size: 1, limits });
    expect(await simulate(request())).toEqual({
      ok: false,
      failure: { code: 'runTooLarge', params: { limitMegabytes: 20 } },
    });
  });

  it('L6: ends a run whose line grows without end by its own count, and its worker serves the next', async () => {
    const need = memoryNeedOf(endless).workerBytes / 1024 / 1024;
    const jobMegabytes = Math.ceil(need) + 1;
    const { simulate } = open({ size: 1, limits: { ...usualLimits, jobMegabytes } });
    expect(await simulate(request({ model: endless, replications: 1 }))).toEqual({
      ok: false,
      failure: { code: 'runTooLarge', params: { limitMegabytes: jobMegabytes } },
    });
    expect(await simulate(request({ replications: 2 }))).toMatchObject({ ok: true });
  });

  it('fails the run when there is no worker to start', async () => {
    const pool = open({ size: 2, workerFile: new URL('./absent.ts', import.meta.url) });
    expect(await pool.simulate(request())).toMatchObject({ ok: false, failure: { code: 'runFailed' } });
  });

  it('serves several runs at once, each with its own result', async () => {
    const { simulate } = open({ size: 2 });
    const alone = await simulate(request({ seed: 5 }));
    const together = await Promise.all([4, 5, 6].map((seed) => simulate(request({ seed }))));
    expect(JSON.stringify(together[1])).toBe(JSON.stringify(alone));
    expect(new Set(together.map((outcome) => JSON.stringify(outcome))).size).toBe(3);
  });

  it('cancels what is running when it is closed, and starts nothing afterwards', async () => {
    const pool = open({ workerFile: misbehaving });
    const running = pool.simulate(request({ seed: seeds.hangs, workers: availableParallelism() }));
    await pool.close();
    expect(await running).toMatchObject({ ok: false, failure: { code: 'runCancelled' } });
    expect(await pool.simulate(request())).toMatchObject({ ok: false, failure: { code: 'runCancelled' } });
  });
});
