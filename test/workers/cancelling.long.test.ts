// L4, L5 and L7 under load: the answers of the served program while it simulates, how soon a cancelled run is gone, and what is
// left of it.
// One command: npm run test:long -- test/workers/cancelling
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../core/contract/failures.ts';
import type { RunState } from '../../core/contract/methods.ts';
import { openHost } from '../../electron/host/openHost.ts';
import { inProcess } from '../../electron/workers/isolate.ts';
import { shopYear } from '../bench/shopYear.ts';
import { chooser } from '../serve/hostileRequests.ts';
import {
  canBeWatched,
  percentile,
  type ServedProgram,
  startServedProgram,
} from '../support/servedProgram.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const choose = chooser(Number(process.env['SAFF_SEED'] ?? 1));
const long = smallPlanText({ days: 1000 });

const valueOf = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure).slice(0, 500));
  return reply.value;
};
/** Times mean something only on a machine that has time: else they are told, and not judged. */
const load = (): number => loadavg()[0] ?? 0;
const isCalm = (): boolean => load() <= availableParallelism() + 1;
const told = (): string =>
  `machine at load ${load().toFixed(1)}${isCalm() ? '' : ', so the times are not judged'}`;
const shown = (times: readonly number[]): string =>
  `median ${percentile(times, 50).toFixed(0)}, p95 ${percentile(times, 95).toFixed(0)}, p99 ${percentile(times, 99).toFixed(0)}, most ${Math.max(...times).toFixed(0)} ms`;

describe.skipIf(!canBeWatched)('the served program', () => {
  let served: ServedProgram;
  beforeAll(async () => {
    served = await startServedProgram();
  });
  afterAll(() => served.stop());
  const start = async (replications = 1000): Promise<string> =>
    valueOf(await served.client.call('simulation.start', { text: long, options: { replications } })).run;
  const cancel = async (run: string): Promise<RunState> =>
    valueOf(await served.client.call('simulation.cancel', { run }));

  it('L4: tells of progress four times a second, and answers others in time, while it simulates and calculates', async () => {
    const year = JSON.stringify(shopYear(366));
    const runs = [await start(), await start()];
    const answers: number[] = [];
    const gaps: number[] = [];
    let isOver = false;
    const following = runs.map(async (run) => {
      let after = -1;
      let share = 0;
      while (!isOver) {
        const asked = performance.now();
        const state = valueOf(await served.client.call('simulation.next', { run, after }));
        gaps.push(performance.now() - asked);
        expect(state.doneFraction).toBeGreaterThanOrEqual(share);
        share = state.doneFraction;
        after = state.sequence;
      }
    });
    // Another window edits a year of the online shop, asks for its measures and how they come about, and simulates it.
    let calculated = 0;
    const calculating = (async () => {
      for (let count = 0; !isOver; count += 1) {
        const text = year.replace('"online-shop"', `"shop-${count % 2}"`);
        valueOf(await served.client.call('plan.evaluate', { text }));
        valueOf(
          await served.client.call('measures.explain', { text, measure: 'serviceLevel', of: 'phone-30s' }),
        );
        const { run } = valueOf(await served.client.call('simulation.start', { text, options: {} }));
        await cancel(run);
        calculated += 1;
      }
    })();
    for (let round = 0; round < 3000; round += 1) {
      const asked = performance.now();
      valueOf(await served.client.call('app.describe', {}));
      answers.push(performance.now() - asked);
      await pause(5);
    }
    isOver = true;
    await Promise.all([...following, calculating]);
    await Promise.all(runs.map(cancel));
    console.log(
      `L4: beside ${calculated} answers for a year of the online shop, other answers ${shown(answers)}; steps of progress ${shown(gaps)}; ${told()}`,
    );
    if (isCalm()) {
      expect(percentile(answers, 99)).toBeLessThanOrEqual(50);
      expect(percentile(gaps, 95)).toBeLessThanOrEqual(300);
    }
  });

  it('L5: is rid of a cancelled run within half a second, 100 times, with three others at work', async () => {
    const times: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < 100; round += 1) {
      const others = [await start(), await start(), await start()];
      const run = await start();
      await pause(choose(600));
      const asked = performance.now();
      expect((await cancel(run)).state).toBe('cancelled');
      times.push(performance.now() - asked);
      for (const other of others) await cancel(other);
      await expect.poll(() => served.children().length, { timeout: 20_000 }).toBeLessThanOrEqual(2);
      memory.push(served.usedMegabytes().own);
    }
    const results = await Promise.all(
      [1, 2].map(async () => {
        const run = valueOf(
          await served.client.call('simulation.start', {
            text: smallPlanText({ days: 5 }),
            options: { replications: 3 },
          }),
        ).run;
        for (let after = -1; ; ) {
          const state = valueOf(await served.client.call('simulation.next', { run, after }));
          after = state.sequence;
          if (state.state !== 'running') return JSON.stringify(state.result);
        }
      }),
    );
    expect(results[0]).toBe(results[1]);
    console.log(
      `L5: gone after ${shown(times)}; resident after 10, 50, 100 rounds ${[9, 49, 99].map((at) => memory[at]?.toFixed(0)).join(', ')} MB; ${told()}`,
    );
    expect(percentile(times, 95)).toBeLessThanOrEqual(500);
  });

  it('L5: leaves nothing of 100 cancelled runs in the memory of the host', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'saff-cancelled-'));
    const host = openHost({ dataFolder: folder, startIsolate: inProcess });
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const kept: number[] = [];
    for (let round = 1; round <= 100; round += 1) {
      const input = { text: long, options: { replications: 100 } };
      const reply = (await host.handle('simulation.start', input)) as Reply<{ readonly run: string }>;
      await pause(choose(100));
      await host.handle('simulation.cancel', { run: valueOf(reply).run });
      if (round % 25 !== 0) continue;
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      kept.push((heapUsed + arrayBuffers) / 1024 / 1024);
    }
    await host.close();
    rmSync(folder, { recursive: true, force: true });
    console.log(
      `L5: kept after 25, 50, 75, 100 runs ${kept.map((megabytes) => megabytes.toFixed(0)).join(', ')} MB`,
    );
    expect(kept.at(-1)).toBeLessThanOrEqual((kept[0] ?? 0) * 1.1);
  });

  it('L7: goes on, and gives the same bytes, with a worker killed every now and then', async () => {
    const finish = async (run: string): Promise<RunState> => {
      for (let after = -1; ; ) {
        const state = valueOf(await served.client.call('simulation.next', { run, after }));
        after = state.sequence;
        if (state.state !== 'running') return state;
      }
    };
    const begin = async () =>
      valueOf(
        await served.client.call('simulation.start', {
          text: smallPlanText({ days: 60 }),
          options: { replications: 12, workers: 1 },
        }),
      ).run;
    const expected = JSON.stringify((await finish(await begin())).result);
    let failed = 0;
    let done = 0;
    for (let round = 0; round < 30; round += 1) {
      const runs = [await begin(), await begin()];
      await pause(choose(150));
      const workers = served.children();
      const victim = workers[choose(workers.length)];
      if (victim !== undefined) process.kill(victim, 'SIGKILL');
      for (const state of await Promise.all(runs.map(finish))) {
        if (state.state === 'done') {
          expect(JSON.stringify(state.result)).toBe(expected);
          done += 1;
        } else {
          expect(state.failure?.code).toBe('runFailed');
          expect(JSON.stringify((await finish(await begin())).result)).toBe(expected);
          failed += 1;
        }
      }
    }
    console.log(
      `L7: 30 workers killed: ${failed} runs failed and gave the same bytes when repeated, ${done} unharmed`,
    );
    expect(failed).toBeLessThanOrEqual(30);
    expect(done).toBeGreaterThanOrEqual(30);
  });
});
