// Workers in Electron's own kind of process, by its double; L5 and L7 of the catalogue.
import { EventEmitter } from 'node:events';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inUtilityProcess, type UtilityProcesses } from '../../electron/desktop/utilityIsolate.ts';
import { createSimulationPool, type SimulationPool } from '../../electron/workers/simulationPool.ts';
import { record } from '../support/electronDouble/record.ts';
import { utilityProcess } from '../support/electronDouble/utilityProcess.ts';
import { compiledSmallPlan } from '../workers/compiledSmallPlan.ts';
import { seeds } from '../workers/misbehaviour.ts';
import { requestOf } from '../workers/request.ts';

const model = compiledSmallPlan(2);
const double = utilityProcess as unknown as UtilityProcesses;
const misbehaving = new URL('../workers/misbehavingWorker.ts', import.meta.url);

let pool: SimulationPool | undefined;
beforeAll(() => {
  record.isReady = true;
});
afterEach(() => pool?.close());
const open = (processes: UtilityProcesses, workerFile?: URL): SimulationPool => {
  pool = createSimulationPool({
    size: 2,
    startIsolate: inUtilityProcess(processes),
    ...(workerFile && { workerFile }),
  });
  return pool;
};

describe('workers in processes of Electron', () => {
  it('give the same bytes as threads', async () => {
    const threads = createSimulationPool({ size: 1 });
    const expected = JSON.stringify(await threads.simulate(requestOf(model)));
    await threads.close();
    const { simulate, processIds } = open(double);
    expect(JSON.stringify(await simulate(requestOf(model)))).toBe(expected);
    expect(processIds()).toHaveLength(2);
  });

  it.each(['throws', 'breaks'] as const)(
    'L7: when one %s, fail its run only, and serve the next',
    async (kind) => {
      const { simulate } = open(double, misbehaving);
      const lost = await simulate(requestOf(model, { seed: seeds[kind], workers: 1 }));
      expect(lost).toMatchObject({ ok: false, failure: { code: 'runFailed' } });
      expect(await simulate(requestOf(model))).toMatchObject({ ok: true });
    },
  );

  it('L5: are gone when a run was cancelled, the hanging ones too', async () => {
    const { simulate } = open(double, misbehaving);
    const abort = new AbortController();
    const hanging = simulate(requestOf(model, { seed: seeds.hangs, signal: abort.signal }));
    setTimeout(() => abort.abort(), 300);
    expect(await hanging).toMatchObject({ ok: false, failure: { code: 'runCancelled' } });
  });

  it('give way to threads where the first is lost before it has said a word', async () => {
    const broken = {
      fork: () => {
        const child = Object.assign(new EventEmitter(), { postMessage: () => {}, kill: () => true });
        setTimeout(() => child.emit('exit', 1), 10);
        return child;
      },
    } as unknown as UtilityProcesses;
    const { simulate } = open(broken);
    expect(await simulate(requestOf(model))).toMatchObject({ ok: false, failure: { code: 'runFailed' } });
    expect(await simulate(requestOf(model))).toMatchObject({ ok: true });
  });
});
