import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { CompiledModel } from '../../core/simulation/index.ts';
import { failed, ok } from '../../core/units/result.ts';
import { createRuns, type RunRequest } from '../../electron/host/runs.ts';
import type { Simulate, SimulationRequest } from '../../electron/workers/simulate.ts';

/** Simulations that do what the test says. */
function steeredSimulate() {
  const started: (SimulationRequest & { settle: (outcome: Awaited<ReturnType<Simulate>>) => void })[] = [];
  const simulate: Simulate = (request) =>
    new Promise((settle) => {
      started.push({ ...request, settle });
      const cancelled = failed({ code: 'runCancelled', params: {} } as const);
      request.signal.addEventListener('abort', () => settle(cancelled));
    });
  return { simulate, started };
}

const request: RunRequest = {
  model: {} as CompiledModel,
  seed: 1,
  replications: 8,
  precisionFraction: null,
  workers: undefined,
};
const result = { replications: 8 } as SimulationResult;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createRuns', () => {
  it('answers at once with a state that the asker has not seen', async () => {
    const { simulate, started } = steeredSimulate();
    const runs = createRuns({ simulate });
    const run = runs.start(request);
    expect(await runs.next(run, -1)).toMatchObject({ sequence: 0, state: 'running', replicationsAsked: 8 });
    started[0]?.onProgress({ replicationsDone: 2, doneFraction: 0.3 });
    expect(await runs.next(run, 0)).toMatchObject({ sequence: 1, replicationsDone: 2, doneFraction: 0.3 });
  });

  it('answers as soon as the state changes', async () => {
    const { simulate, started } = steeredSimulate();
    const runs = createRuns({ simulate });
    const run = runs.start(request);
    const [one, other] = [runs.next(run, 0), runs.next(run, 0)];
    started[0]?.onProgress({ replicationsDone: 1, doneFraction: 0.1 });
    expect(await one).toMatchObject({ sequence: 1 });
    expect(await other).toMatchObject({ sequence: 1 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('answers with the unchanged state after 250 ms without change', async () => {
    const { simulate } = steeredSimulate();
    const runs = createRuns({ simulate });
    const waiting = runs.next(runs.start(request), 0);
    let isSettled = false;
    void waiting.then(() => {
      isSettled = true;
    });
    await vi.advanceTimersByTimeAsync(249);
    expect(isSettled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await waiting).toMatchObject({ sequence: 0 });
  });

  it('does not wait for a run that has ended', async () => {
    const { simulate, started } = steeredSimulate();
    const runs = createRuns({ simulate });
    const run = runs.start(request);
    started[0]?.settle(ok(result));
    expect(await runs.next(run, 0)).toMatchObject({ state: 'done', sequence: 1, doneFraction: 1, result });
    expect(await runs.next(run, 99)).toMatchObject({ state: 'done', sequence: 1 });
  });

  it('keeps no progress that comes after the end', async () => {
    const { simulate, started } = steeredSimulate();
    const runs = createRuns({ simulate });
    const run = runs.start(request);
    await runs.cancel(run);
    started[0]?.onProgress({ replicationsDone: 1, doneFraction: 0.1 });
    expect(await runs.next(run, -1)).toMatchObject({ state: 'cancelled', sequence: 1, replicationsDone: 0 });
  });

  it('tells a failed run from a cancelled one', async () => {
    const { simulate, started } = steeredSimulate();
    const runs = createRuns({ simulate });
    const run = runs.start(request);
    const failure = { code: 'runFailed', params: { errorId: 'x' } } as const;
    started[0]?.settle(failed(failure));
    expect(await runs.next(run, 0)).toMatchObject({ state: 'failed', failure, result: null });
  });

  it('fails a run, and logs why, when the simulation throws against its promise', async () => {
    const errors: unknown[] = [];
    const simulate: Simulate = () => Promise.reject(new Error('planted'));
    const runs = createRuns({ simulate, log: (_id, error) => errors.push(error) });
    const run = runs.start(request);
    expect(await runs.next(run, 0)).toMatchObject({ state: 'failed', failure: { code: 'runFailed' } });
    expect(errors).toHaveLength(1);
  });

  it('is full with four runs under way', async () => {
    const { simulate, started } = steeredSimulate();
    const runs = createRuns({ simulate });
    for (let count = 0; count < 4; count++) {
      expect(runs.full()).toBe(false);
      runs.start(request);
    }
    expect(runs.full()).toBe(true);
    started[1]?.settle(ok(result));
    await vi.advanceTimersByTimeAsync(0);
    expect(runs.full()).toBe(false);
  });

  it('has room again as soon as a run is cancelled, though its work takes a while to end', async () => {
    const ended: (() => void)[] = [];
    const simulate: Simulate = () =>
      new Promise((settle) => ended.push(() => settle(failed({ code: 'runCancelled', params: {} }))));
    const runs = createRuns({ simulate });
    const ids = Array.from({ length: 4 }, () => runs.start(request));
    expect(runs.full()).toBe(true);
    const cancelled = runs.cancel(ids[0] ?? '');
    expect(runs.full()).toBe(false);
    ended[0]?.();
    expect(await cancelled).toMatchObject({ state: 'cancelled' });
  });

  it('forgets ended runs after ten minutes, and all but the last eight', async () => {
    const { simulate, started } = steeredSimulate();
    let clock = 0;
    const runs = createRuns({ simulate, now: () => clock });
    const ids: string[] = [];
    for (let count = 0; count < 10; count++) {
      clock = count;
      ids.push(runs.start(request));
      started[count]?.settle(ok(result));
      await vi.advanceTimersByTimeAsync(0);
    }
    const kept = async () =>
      (await Promise.all(ids.map((id) => runs.next(id, -1)))).map((state) => state !== undefined);
    expect(await kept()).toEqual([false, false, ...Array<boolean>(8).fill(true)]);
    clock = 600_000 + 5;
    expect(await kept()).toEqual([...Array<boolean>(5).fill(false), ...Array<boolean>(5).fill(true)]);
  });

  it('cancels everything when it is closed', async () => {
    const { simulate, started } = steeredSimulate();
    const runs = createRuns({ simulate });
    runs.start(request);
    runs.start(request);
    await runs.close();
    expect(started.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });
});
