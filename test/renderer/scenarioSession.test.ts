import { describe, expect, it } from 'vitest';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { createSession, type SessionStore } from '../../renderer/state/session.ts';
import { createFakeHost } from '../support/fakeClient.ts';
import { fakePlan } from '../support/fakePlan.ts';

const [team] = fakePlan.teams;
const nameAt = ['teams', team?.id ?? '', 'name'];
const scenarios = [
  { id: 'night', name: 'Night', changes: [] },
  { id: 'late', name: 'Late', on: 'night', changes: [{ at: ['horizon', 'days'], change: 'set', value: 3 }] },
] as const;

async function windowWith() {
  const host = createFakeHost({ stepMilliseconds: 0 });
  const session = createSession(host.client);
  await session
    .getState()
    .openFile({ name: 'a.saff', text: async () => JSON.stringify({ ...fakePlan, scenarios }) });
  return { host, session, now: () => session.getState() };
}
const shownName = (session: SessionStore): unknown => session.getState().open?.plan.teams[0]?.name;
const keptOf = (session: SessionStore): Plan => {
  const { open } = session.getState();
  const kept = (open?.scenario?.of ?? open)?.plan;
  if (kept === undefined) throw new Error('no plan is shown');
  return kept;
};

describe('a scenario in the window', () => {
  it('is shown in the place of the plan, and is the plan again when one goes back', async () => {
    const { session, now } = await windowWith();
    const before = now().open;
    await now().openScenario('late');
    expect(now().open?.scenario?.id).toBe('late');
    expect(now().open?.plan.horizon.days).toBe(3);
    expect([now().open?.plan.scenarios, keptOf(session)]).toEqual([[], before?.plan]);
    expect(now().open?.planHash).not.toBe(before?.planHash);
    await now().openScenario(null);
    expect(now().open).toBe(before);
  });

  it('takes edits as its changes, kept and undone like any, and leaves the plan as it is', async () => {
    const { session, now, host } = await windowWith();
    await now().openScenario('night');
    expect(await now().edit([{ change: 'set', at: nameAt, value: 'Owls' }])).toBe(true);
    expect(shownName(session)).toBe('Owls');
    const changes = [{ at: nameAt, change: 'set', value: 'Owls' }];
    expect(keptOf(session).scenarios[0]?.changes).toEqual(changes);
    expect(keptOf(session).teams[0]?.name).toEqual(team?.name);
    // Another window has it at once: it is in the library.
    const other = createSession(host.client);
    await other.getState().openPlan(now().open?.kept?.plan ?? '');
    expect(other.getState().open?.plan.scenarios[0]?.changes).toEqual(changes);
    // What stands on it has the change, too.
    await now().openScenario('late');
    expect([shownName(session), now().open?.plan.horizon.days]).toEqual(['Owls', 3]);
    expect(await now().undo()).toBe(true);
    expect([now().open?.scenario?.id, shownName(session)]).toEqual(['late', team?.name]);
    expect(keptOf(session).scenarios[0]?.changes).toEqual([]);
  });

  it('keeps what is said of scenarios and of the whole document out of the changes', async () => {
    const { session, now } = await windowWith();
    await now().openScenario('night');
    await now().edit([{ change: 'set', at: ['scenarios', 'night', 'name'], value: 'Nights' }]);
    await now().edit([{ change: 'set', at: ['name'], value: 'Renamed' }]);
    expect(keptOf(session).scenarios[0]).toEqual({ id: 'night', name: 'Nights', changes: [] });
    expect([keptOf(session).name, now().open?.plan.name]).toEqual(['Renamed', 'Renamed']);
  });

  it('shows the plan where the scenario has gone', async () => {
    const { now } = await windowWith();
    await now().openScenario('late');
    await now().edit([{ change: 'remove', at: ['scenarios', 'late'] }]);
    expect([now().open?.scenario, now().open?.plan.scenarios.map(({ id }) => id)]).toEqual([null, ['night']]);
  });

  it('simulates what is shown, and says it against the plan', async () => {
    const { now, host } = await windowWith();
    await expect.poll(() => now().finished?.planHash).toBe(now().open?.planHash);
    await now().openScenario('late');
    const hash = now().open?.planHash;
    await expect.poll(() => now().finished?.planHash).toBe(hash);
    expect(host.calls.filter(({ method }) => method === 'simulation.start').length).toBeGreaterThan(0);
    expect(now().baseline?.simulated?.by).toBe('simulation');
    await expect.poll(() => now().baseline?.formula?.by).toBe('formula');
    // Back at the plan, its figures are still there.
    const runs = host.calls.filter(({ method }) => /simulation.start|plan.simulate/.test(method)).length;
    await now().openScenario(null);
    expect(now().finished?.planHash).toBe(now().open?.planHash);
    await new Promise((settle) => setTimeout(settle, 50));
    expect(host.calls.filter(({ method }) => /simulation.start|plan.simulate/.test(method))).toHaveLength(
      runs,
    );
  });
});
