import { afterAll, describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { inThread } from '../../electron/workers/isolate.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { createStudies, type StudyRequest } from '../../electron/workers/studies.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const plan = parsePlan(smallPlanText({ days: 1 })).plan as Plan;
const pool = createSimulationPool({ size: 2 });
afterAll(() => pool.close());

const request = (part: Partial<StudyRequest> = {}): StudyRequest => ({
  plan,
  asked: { study: 'accuracy', replications: 3, seed: 5 },
  onStep: () => {},
  signal: new AbortController().signal,
  ...part,
});

describe('createStudies', () => {
  it('computes in an isolate, and simulates in the pool', async () => {
    let simulations = 0;
    const runStudy = createStudies({
      simulate: (asked) => {
        simulations += 1;
        expect([asked.seed, asked.replications]).toEqual([5, 3]);
        return pool.simulate(asked);
      },
    });
    const steps: number[] = [];
    const outcome = await runStudy(request({ onStep: (done) => steps.push(done) }));
    expect(outcome).toMatchObject({
      ok: true,
      value: { study: 'accuracy', value: { seed: 5, replications: 3 } },
    });
    const runs = outcome.ok && outcome.value.study === 'accuracy' ? outcome.value.value.runs : 0;
    expect(runs).toBe(simulations);
    expect(steps).toEqual(steps.map((_, at) => at + 1));
  });

  it('gives the same bytes whatever the number of workers', async () => {
    const runStudy = createStudies({ simulate: pool.simulate });
    const [one, two] = await Promise.all(
      [1, 2].map((workers) =>
        runStudy(request({ asked: { study: 'accuracy', replications: 3, seed: 5, workers } })),
      ),
    );
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  });

  it('ends with its simulations when it is cancelled', async () => {
    const abort = new AbortController();
    let isSimulationAborted = false;
    const runStudy = createStudies({
      simulate: ({ signal }) =>
        new Promise((settle) => {
          signal.addEventListener('abort', () => {
            isSimulationAborted = true;
            settle({ ok: false, failure: { code: 'runCancelled', params: {} } });
          });
          abort.abort();
        }),
    });
    const outcome = await runStudy(request({ signal: abort.signal }));
    expect(outcome).toEqual({ ok: false, failure: { code: 'runCancelled', params: {} } });
    expect(isSimulationAborted).toBe(true);
  });

  it('ends at once when it was cancelled before', async () => {
    const runStudy = createStudies({ simulate: () => Promise.reject(new Error('not asked')) });
    expect(await runStudy(request({ signal: AbortSignal.abort() }))).toMatchObject({
      failure: { code: 'runCancelled' },
    });
  });

  it('fails with what its simulation failed with', async () => {
    const failure = { code: 'runTooLarge', params: { limitMegabytes: 1 } } as const;
    const runStudy = createStudies({ simulate: async () => ({ ok: false, failure }) });
    expect(await runStudy(request())).toEqual({ ok: false, failure });
  });

  it('says that its isolate was lost, by the number of the error', async () => {
    const logged: string[] = [];
    const runStudy = createStudies({
      simulate: pool.simulate,
      log: (errorId) => logged.push(errorId),
      startIsolate: inThread,
      workerFile: new URL('./noSuchWorker.ts', import.meta.url),
    });
    const outcome = await runStudy(request());
    expect(outcome).toMatchObject({ failure: { code: 'runFailed', params: { errorId: logged[0] } } });
  });
});
