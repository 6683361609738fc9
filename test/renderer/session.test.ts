import { describe, expect, it } from 'vitest';
import type { Client } from '../../core/contract/client.ts';
import type { Method } from '../../core/contract/methods.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { createSession, isStale, type SessionStore } from '../../renderer/state/session.ts';
import { createFakeHost } from '../support/fakeClient.ts';
import { fakePlan } from '../support/fakePlan.ts';
import { fakeResult } from '../support/fakeResult.ts';

function start(options: Parameters<typeof createFakeHost>[0] = { stepMilliseconds: 0 }) {
  const host = createFakeHost(options);
  return { host, session: createSession(host.client) };
}

async function until(
  session: SessionStore,
  reached: (state: ReturnType<SessionStore['getState']>) => boolean,
) {
  if (reached(session.getState())) return;
  await new Promise<void>((done) => {
    const stop = session.subscribe((state) => {
      if (!reached(state)) return;
      stop();
      done();
    });
  });
}

const { plan: parsedFake } = parsePlan(JSON.stringify(fakePlan)) as { plan: Plan };
const fileOf = (text: string) => ({ name: 'plan.json', text: async () => text });

describe('session', () => {
  it('lists the samples', async () => {
    const { session } = start();
    await session.getState().loadSamples();
    expect(session.getState().samples).toHaveLength(4);
  });

  it('keeps the failure where the samples would stand', async () => {
    const { session, host } = start();
    host.failNext('samples.list', { code: 'unreachable', params: {} });
    await session.getState().loadSamples();
    expect(session.getState().samplesFailure?.code).toBe('unreachable');
  });

  it('simulates a sample as soon as it is open, with 20 replications', async () => {
    const { session } = start();
    await session.getState().openSample('online-shop');
    await until(session, ({ finished }) => finished !== null);
    expect(session.getState().finished?.result.replications).toBe(20);
    expect(session.getState().run).toBeNull();
  });

  it('calculates the open plan by formula, and again after an edit, with what the edit did', async () => {
    const { session } = start();
    await session.getState().openSample('online-shop');
    await until(session, ({ figures }) => figures !== null);
    const first = session.getState().figures;
    expect(first).toMatchObject({ planHash: session.getState().open?.planHash, change: null });
    const team = session.getState().open?.plan.teams[0];
    const group = team?.groups[0];
    const at = ['teams', team?.id ?? '', 'groups', group?.id ?? '', 'headcount'];
    await session.getState().edit([{ change: 'set', at, value: 500 }]);
    await until(session, ({ figures, open }) => figures?.planHash === open?.planHash);
    const second = session.getState().figures;
    expect(second?.planHash).not.toBe(first?.planHash);
    expect(second?.change?.people).toBe((second?.strip.people ?? 0) - (first?.strip.people ?? 0));
    expect(second?.change?.people).not.toBe(0);
  });

  it('simulates the plan anew after an edit', async () => {
    const { session } = start();
    await session.getState().openSample('online-shop');
    await until(session, ({ finished }) => finished !== null);
    await session.getState().edit([{ change: 'set', at: ['volumeModel', 'busyDayCv'], value: 0.31 }]);
    await until(session, ({ finished, open }) => finished?.planHash === open?.planHash);
    expect(isStale(session.getState())).toBe(false);
    expect(session.getState().simulatedBefore?.by).toBe('simulation');
  });

  it('shows a kept result of an older state as such, until the present one is simulated', async () => {
    const host = createFakeHost({ stepMilliseconds: 1 });
    const older = {
      planHash: 'older',
      stale: true,
      at: 0,
      result: fakeResult(parsedFake, { seed: 7, replications: 20 }),
    };
    const call = (async (method: Method, input: never) =>
      method === 'plan.results'
        ? { ok: true, value: [older] }
        : host.client.call(method, input)) as Client['call'];
    const session = createSession({ call });
    await session.getState().openSample('online-shop');
    await until(session, ({ finished }) => finished !== null);
    expect(session.getState().finished).toMatchObject({ planHash: 'older', choice: { seed: 7 } });
    expect(isStale(session.getState())).toBe(true);
    await until(session, ({ finished, open }) => finished?.planHash === open?.planHash);
    expect(isStale(session.getState())).toBe(false);
  });

  it('opens a file and remembers where it came from', async () => {
    const { session } = start();
    await session.getState().openFile(fileOf(JSON.stringify(fakePlan)));
    expect(session.getState().open?.origin).toEqual({ kind: 'file', name: 'plan.json' });
  });

  it('lists every fault of a file that is no plan, and opens nothing', async () => {
    const { session } = start();
    await session.getState().openFile(fileOf('{"format":"saff-plan"'));
    expect(session.getState().open).toBeNull();
    expect(session.getState().refused?.faults.length).toBeGreaterThan(0);
  });

  it('tells of a file that cannot be read', async () => {
    const { session } = start();
    await session.getState().openFile({ name: 'gone.json', text: () => Promise.reject(new Error('gone')) });
    expect(session.getState()).toMatchObject({ opening: null, notice: { code: 'invalidInput' } });
    await session.getState().openFile(fileOf(JSON.stringify(fakePlan)));
    expect(session.getState().notice).toBeNull();
  });

  it('shows progress that never falls', async () => {
    const { session } = start({ steps: 6, stepMilliseconds: 0 });
    const seen: number[] = [];
    session.subscribe(({ run }) => run !== null && seen.push(run.doneFraction));
    await session.getState().openSample('online-shop');
    await until(session, ({ finished }) => finished !== null);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it('cancels a run and keeps the figures of the one before', async () => {
    const { session } = start({ steps: 5, stepMilliseconds: 5 });
    await session.getState().openSample('online-shop');
    await until(session, ({ finished }) => finished !== null);
    const before = session.getState().finished;
    const running = session.getState().simulate();
    await until(session, ({ run }) => run !== null && run.doneFraction > 0);
    await session.getState().cancel();
    await running;
    expect(session.getState()).toMatchObject({ run: null, wasCancelled: true, finished: before });
  });

  it('cancels a run that has no name yet', async () => {
    const { session, host } = start({ steps: 50, stepMilliseconds: 2 });
    await session.getState().openSample('online-shop');
    await session.getState().cancel();
    await until(session, ({ run }) => run === null);
    expect(session.getState().wasCancelled).toBe(true);
    const running = session.getState().simulate();
    await session.getState().cancel();
    await running;
    expect(session.getState().wasCancelled).toBe(true);
    expect(host.calls.map(({ method }) => method)).toContain('simulation.cancel');
  });

  it('leaves the results of an older plan aside', async () => {
    const { session } = start({ steps: 20, stepMilliseconds: 2 });
    await session.getState().openSample('online-shop');
    session.getState().closePlan();
    await new Promise((done) => setTimeout(done, 100));
    expect(session.getState()).toMatchObject({ open: null, run: null, finished: null });
  });

  it('starts the last of runs that follow each other at once, not each of them', async () => {
    const { session, host } = start();
    await session.getState().openSample('online-shop');
    await until(session, ({ finished }) => finished !== null);
    const starts = () => host.calls.filter(({ method }) => method === 'plan.simulate').length;
    const before = starts();
    const { simulate, setChoice } = session.getState();
    const runs = [11, 12, 13, 14, 15].map((seed) => {
      setChoice({ ...session.getState().choice, seed });
      return simulate();
    });
    await Promise.all(runs);
    expect(session.getState().finished?.choice.seed).toBe(15);
    expect(starts() - before).toBe(1);
  });

  it('says why a run could not start', async () => {
    const { session, host } = start();
    host.failNext('plan.simulate', { code: 'tooManyRuns', params: { limit: 2 } });
    await session.getState().openSample('online-shop');
    await until(session, ({ runFailure }) => runFailure !== null);
    expect(session.getState().runFailure?.code).toBe('tooManyRuns');
    expect(session.getState().run).toBeNull();
  });

  it('marks figures as old when the settings change, and not when they change back', async () => {
    const { session } = start();
    await session.getState().openSample('online-shop');
    await until(session, ({ finished }) => finished !== null);
    const { choice, setChoice } = session.getState();
    setChoice({ ...choice, seed: 2 });
    expect(isStale(session.getState())).toBe(true);
    setChoice({ ...choice, precisionFraction: 0.05 });
    expect(isStale(session.getState())).toBe(false);
    setChoice({ ...choice, mode: 'precision' });
    expect(isStale(session.getState())).toBe(true);
  });

  it('asks for a precision without a number of replications', async () => {
    const { session, host } = start();
    await session.getState().openSample('online-shop');
    const { choice, setChoice, simulate } = session.getState();
    setChoice({ ...choice, mode: 'precision', precisionFraction: 0.02, seed: 7 });
    await simulate();
    const starts = host.calls.filter(({ method }) => method === 'plan.simulate');
    expect(starts.at(-1)?.input).toMatchObject({ options: { precisionFraction: 0.02, seed: 7 } });
    expect(starts.at(-1)?.input).not.toHaveProperty('options.replications');
  });
});
