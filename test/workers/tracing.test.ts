import { afterAll, describe, expect, it } from 'vitest';
import { createTracing } from '../../electron/workers/tracing.ts';
import { compiledSmallPlan } from './compiledSmallPlan.ts';

const model = compiledSmallPlan(2);
const window = { seed: 1, replication: 0, fromSeconds: 36_000, toSeconds: 37_000, limit: 20_000 };
const tracing = createTracing();
afterAll(() => tracing.close());

describe('createTracing', () => {
  it('traces in a thread of its own', async () => {
    const outcome = await tracing.trace(model, window);
    expect(outcome.ok && outcome.value.events.length).toBeGreaterThan(10);
  });

  it('names what it refuses in hours', async () => {
    expect(await tracing.trace(model, { ...window, limit: 3 })).toEqual({
      ok: false,
      failure: { code: 'traceTooLarge', params: { hours: 10.01, limit: 3 } },
    });
    expect(await tracing.trace(model, { ...window, fromSeconds: 90_000_000, toSeconds: 90_000_001 })).toEqual(
      {
        ok: false,
        failure: { code: 'traceOutside', params: { hours: 48 } },
      },
    );
  });

  it('does two at once and no more', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => tracing.trace(model, window)));
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, false]);
    expect(outcomes[2]).toMatchObject({ failure: { code: 'tooManyRuns', params: { limit: 2 } } });
  });

  it('says that a thread was lost, by the number of its error', async () => {
    const logged: string[] = [];
    const broken = createTracing({
      log: (errorId) => logged.push(errorId),
      workerFile: new URL('./noSuchWorker.ts', import.meta.url),
    });
    const outcome = await broken.trace(model, window);
    expect(outcome).toMatchObject({
      ok: false,
      failure: { code: 'runFailed', params: { errorId: logged[0] } },
    });
  });

  it('cancels what is running when it is closed', async () => {
    const closing = createTracing();
    const outcome = closing.trace(model, { ...window, toSeconds: 172_800 });
    await closing.close();
    expect(await outcome).toEqual({ ok: false, failure: { code: 'runCancelled', params: {} } });
  });
});
