// Workers that are processes of their own: what ends one of them ends nothing else. L5 to L7 and H15 of the catalogue.
import { spawn } from 'node:child_process';
import { getPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { inProcess } from '../../electron/workers/isolate.ts';
import { usualLimits } from '../../electron/workers/runWatch.ts';
import {
  createSimulationPool,
  type PoolOptions,
  type SimulationPool,
} from '../../electron/workers/simulationPool.ts';
import { compiledSmallPlan } from './compiledSmallPlan.ts';
import { seeds } from './misbehaviour.ts';
import { requestOf } from './request.ts';

const short = compiledSmallPlan(1);
const long = compiledSmallPlan(7);
const misbehaving = new URL('./misbehavingWorker.ts', import.meta.url);
const cancelled = { ok: false, failure: { code: 'runCancelled', params: {} } };

const pools: SimulationPool[] = [];
const open = (options: PoolOptions = {}): SimulationPool => {
  const pool = createSimulationPool({ startIsolate: inProcess, size: 2, ...options });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};

describe('workers that are processes', () => {
  it('give the same bytes as threads, with infinite numbers and all, and yield to their host', async () => {
    const asked = requestOf(long, { replications: 3 });
    const threads = createSimulationPool({ size: 2 });
    const expected = JSON.stringify(await threads.simulate(asked));
    await threads.close();
    const pool = open();
    expect(JSON.stringify(await pool.simulate(asked))).toBe(expected);
    expect(pool.processIds()).toHaveLength(2);
    const priorities = pool.processIds().map((processId) => getPriority(processId));
    // Whoever is last of all already has nobody to yield to.
    expect(Math.min(...priorities)).toBe(Math.min(19, getPriority() + 10));
  });

  it.each(['throws', 'exits', 'aborts', 'breaks', 'isKilled', 'leaps'] as const)(
    'L7: when one %s, fail its run, leave the others unharmed, and give the same bytes when it is run again',
    async (kind) => {
      const errors: unknown[] = [];
      const { simulate } = open({ workerFile: misbehaving, log: (_id, error) => errors.push(error) });
      const asked = requestOf(short, { replications: 30, workers: 1, seed: 8 });
      const beside = simulate(asked);
      const lost = await simulate(requestOf(short, { seed: seeds[kind], workers: 1 }));
      const code = kind === 'leaps' ? 'runTooLarge' : 'runFailed';
      expect(lost).toMatchObject({ ok: false, failure: { code } });
      expect(errors).toHaveLength(kind === 'leaps' ? 0 : 1);
      const first = await beside;
      expect(first).toMatchObject({ ok: true, value: { replications: 30 } });
      expect(JSON.stringify(await simulate(asked))).toBe(JSON.stringify(first));
    },
  );

  it('L6: are stopped when their arrays grow past what a job may have', async () => {
    const { simulate } = open({
      workerFile: misbehaving,
      limits: { ...usualLimits, jobMegabytes: 200 },
    });
    expect(await simulate(requestOf(short, { seed: seeds.fillsArrays }))).toEqual({
      ok: false,
      failure: { code: 'runTooLarge', params: { limitMegabytes: 200 } },
    });
    expect(await simulate(requestOf(short, { replications: 2 }))).toMatchObject({ ok: true });
  });

  it('L5: are gone when a run was cancelled, the hanging ones too', async () => {
    const pool = open({ workerFile: misbehaving });
    const abort = new AbortController();
    const hanging = pool.simulate(requestOf(short, { seed: seeds.hangs, signal: abort.signal }));
    const hung = [...pool.processIds()];
    expect(hung).toHaveLength(2);
    setTimeout(() => abort.abort(), 400);
    expect(await hanging).toEqual(cancelled);
    expect(hung.filter(isAlive)).toEqual([]);
  });

  it('leave it to the program what an interrupt from the terminal means', async () => {
    const pool = open();
    const before = await pool.simulate(requestOf(long, { replications: 6 }));
    for (const id of pool.processIds()) process.kill(id, 'SIGINT');
    expect(JSON.stringify(await pool.simulate(requestOf(long, { replications: 6 })))).toBe(
      JSON.stringify(before),
    );
  });

  it('H15: end with the program that started them, even in the midst of their work', async () => {
    const script = fileURLToPath(new URL('./programWithWorkers.ts', import.meta.url));
    const program = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await new Promise<string[]>((settle) => {
      program.stdout.setEncoding('utf8').once('data', (text: string) => settle(text.split('\n')));
    });
    const ids = (line ?? '').split(' ').map(Number);
    expect(ids.filter(isAlive)).toHaveLength(2);
    program.kill('SIGKILL');
    await expect.poll(() => ids.filter(isAlive), { timeout: 20_000 }).toEqual([]);
  });
});
