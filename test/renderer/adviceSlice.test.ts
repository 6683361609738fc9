import { describe, expect, it } from 'vitest';
import type { Advice, Candidate } from '../../core/measures/advice.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { answer } from '../../renderer/parts/needs/needsEdits.ts';
import { emptyPlanText } from '../../renderer/state/emptyPlan.ts';
import { createSession, type SessionStore } from '../../renderer/state/session.ts';
import { createFakeHost } from '../support/fakeClient.ts';
import { fakePlan } from '../support/fakePlan.ts';

const proposed = (people: number): Advice => ({
  candidates: [
    {
      id: 'pool',
      text: JSON.stringify({ ...fakePlan, id: `pool-${people}` }),
      document: fakePlan,
      people,
      costPerMonth: { value: people * 10, low: 0, high: 0 },
      promises: [],
      promisesKept: 0,
    } as unknown as Candidate,
  ],
  decisions: [],
  assumptions: [],
  toMeasure: [],
  unkept: [],
});

async function started() {
  const host = createFakeHost({ stepMilliseconds: 0 });
  let asked = 0;
  const session = createSession({
    call: (async (method: string, input: unknown) => {
      if (method !== 'advice.propose') return host.client.call(method as never, input as never);
      asked += 1;
      return { ok: true, value: proposed(4 + asked) };
    }) as typeof host.client.call,
  });
  await session.getState().makePlan(emptyPlanText('New', defaultSettings('en'), '2026-11-22', {}));
  return { host, session, asked: () => asked };
}

const until = (session: SessionStore, reached: (state: ReturnType<SessionStore['getState']>) => boolean) =>
  expect.poll(() => reached(session.getState()), { timeout: 5_000, interval: 20 }).toBe(true);

const give = async (session: SessionStore, industry: string): Promise<void> => {
  const { open, edit } = session.getState();
  await edit(answer(open?.plan as Plan, ['industry'], industry));
};

describe('the advice of an open plan', () => {
  it('begins on the screen of needs, is asked once for answers in a row, and says what the last one changed', async () => {
    const { session, asked } = await started();
    expect(session.getState().screen).toBe('needs');
    session.getState().followNeeds();
    await until(session, ({ advice }) => advice !== null);
    expect(session.getState().advice?.change).toBeNull();
    await give(session, 'games');
    session.getState().followNeeds();
    await give(session, 'computers');
    session.getState().followNeeds();
    await until(session, ({ advice }) => advice?.needs.industry === 'computers');
    expect(asked()).toBe(2);
    expect(session.getState().advice?.change?.moved).toMatchObject([{ id: 'pool', people: 1 }]);
    session.getState().leaveAdvice();
  });

  it('simulates each proposal once it is left alone, and lets that go with the plan', async () => {
    const { session, host } = await started();
    session.getState().followNeeds();
    await until(session, ({ confirmed }) => confirmed.pool !== undefined);
    expect(session.getState().confirmed.pool?.strip?.by).toBe('simulation');
    session.getState().followNeeds();
    session.getState().closePlan();
    expect(session.getState().advice).toBeNull();
    expect(session.getState().confirmed).toEqual({});
    expect(host.calls.filter(({ method }) => method === 'simulation.start').length).toBeGreaterThan(0);
  });
});
