import { describe, expect, it } from 'vitest';
import type { Client } from '../../core/contract/client.ts';
import type { Failure } from '../../core/contract/failures.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import type { Edit } from '../../renderer/state/editSlice.ts';
import { createSession, type SessionStore } from '../../renderer/state/session.ts';
import { createFakeHost } from '../support/fakeClient.ts';
import { fakePlan } from '../support/fakePlan.ts';

const named = (value: string): readonly Command[] => [{ change: 'set', at: ['name'], value }];
const noted = (value: string): readonly Command[] => [{ change: 'add', at: ['notes'], value }];

/** Two windows on one host, both with the same plan. */
async function twoWindows() {
  const host = createFakeHost({ stepMilliseconds: 0 });
  const one = createSession(host.client);
  await one.getState().openFile({ name: 'a.saff', text: async () => JSON.stringify(fakePlan) });
  const plan = one.getState().open?.kept?.plan ?? '';
  const two = createSession(host.client);
  await two.getState().openPlan(plan);
  return { host, one, two, plan };
}
const nameOf = (session: SessionStore) => session.getState().open?.plan.name;

describe('editing in the window', () => {
  it('saves edits one after the other, each on what the one before left', async () => {
    const { one } = await twoWindows();
    const { edit } = one.getState();
    expect(await Promise.all([edit(named('a')), edit(named('b')), edit(named('c'))])).toEqual([
      true,
      true,
      true,
    ]);
    expect([nameOf(one), one.getState().open?.kept?.revision]).toEqual(['c', 3]);
    await one.getState().undo();
    expect([nameOf(one), one.getState().open?.kept?.redo?.code]).toEqual(['b', 'rename']);
  });

  it('makes an edit of what the edits before it have left, though the window does not show that yet', async () => {
    const { one } = await twoWindows();
    const { edit } = one.getState();
    const longer: Edit = ({ name }) => named(`${typeof name === 'string' ? name : 'x'}+`);
    expect(await Promise.all([edit(named('a')), edit(longer), edit(longer)])).toEqual([true, true, true]);
    expect([nameOf(one), one.getState().open?.kept?.revision]).toEqual(['a++', 3]);
  });

  it('writes nothing for an edit that comes to nothing', async () => {
    const { one } = await twoWindows();
    const { edit } = one.getState();
    expect(await edit(() => [])).toBe(true);
    // The second is nothing only once the first is there.
    const toA: Edit = ({ name }) => (name === 'a' ? [] : named('a'));
    expect(await Promise.all([edit(toA), edit(toA)])).toEqual([true, true]);
    expect([nameOf(one), one.getState().open?.kept?.revision]).toEqual(['a', 1]);
  });

  it('W6: undoes its own step on the newer state of another window', async () => {
    const { one, two } = await twoWindows();
    await one.getState().edit(named('mine'));
    await two.getState().lookAgain();
    await two.getState().edit(noted('theirs'));
    expect(await one.getState().undo()).toBe(true);
    expect(nameOf(one)).toEqual(fakePlan.name);
    expect(one.getState().open?.plan.notes.at(-1)).toBe('theirs');
  });

  it('W4: offers a conflict of separate parts, and keeps both when that is chosen', async () => {
    const { one, two } = await twoWindows();
    await two.getState().edit(noted('theirs'));
    expect(await one.getState().edit(named('mine'))).toBe(false);
    await expect.poll(() => one.getState().conflict?.since).toEqual([{ code: 'add', at: ['notes'] }]);
    expect(one.getState().conflict).toMatchObject({ separate: true, mine: { name: 'mine' } });
    // Until it is decided, nothing else is changed.
    expect(await one.getState().edit(named('other'))).toBe(false);
    expect(await one.getState().putMineOnTop()).toBe(true);
    expect([nameOf(one), one.getState().open?.plan.notes.at(-1)]).toEqual(['mine', 'theirs']);
    expect(one.getState().conflict).toBeNull();
  });

  it('W4: puts the whole own state in the place of another that it no longer fits', async () => {
    const { one, two } = await twoWindows();
    const team = fakePlan.teams.at(-1)?.id ?? '';
    await two.getState().edit([{ change: 'remove', at: ['teams', team] }]);
    await one.getState().edit([{ change: 'set', at: ['teams', team, 'name'], value: 'Mine' }]);
    expect(one.getState().conflict).toMatchObject({ separate: false });
    expect(await one.getState().putMineOnTop()).toBe(true);
    expect(one.getState().open?.plan.teams.at(-1)?.name).toBe('Mine');
    await one.getState().undo();
    expect(one.getState().open?.plan.teams).toHaveLength(fakePlan.teams.length - 1);
  });

  it('D6: keeps an edit that could not be written until it is written or let go', async () => {
    const { host, one } = await twoWindows();
    const full: Failure = { code: 'diskFull', params: {} };
    host.failNext('plan.edit', full);
    expect(await one.getState().edit(named('unwritten'))).toBe(false);
    expect(one.getState().unsaved).toMatchObject({ failure: full });
    expect(await one.getState().edit(named('other'))).toBe(false);
    host.failNext('plan.edit', full);
    expect(await one.getState().tryAgain()).toBe(false);
    expect(await one.getState().tryAgain()).toBe(true);
    expect([nameOf(one), one.getState().unsaved]).toEqual(['unwritten', null]);
  });

  it('simulates again what an edit has interrupted that then was not written', async () => {
    const { host, one } = await twoWindows();
    await expect.poll(() => one.getState().finished?.planHash).toBe(one.getState().open?.planHash);
    const before = one.getState().finished;
    void one.getState().simulate();
    host.failNext('plan.edit', { code: 'diskFull', params: {} });
    expect(await one.getState().edit(named('unwritten'))).toBe(false);
    await expect.poll(() => one.getState().run).toBeNull();
    expect(one.getState().finished).not.toBe(before);
    expect(one.getState().wasCancelled).toBe(false);
  });

  it('follows others, misses no change that comes while it looks, and keeps what was removed on the screen', async () => {
    const { host, one, two, plan } = await twoWindows();
    const leaving = new AbortController();
    let removed = false;
    // A removal between the look at the plan and the look at the list.
    const slyClient: Client = {
      call: (async (method: never, input: never) => {
        const reply = await host.client.call(method, input);
        if ((method as string) === 'library.open' && !removed) {
          removed = true;
          await host.client.call('library.remove', { plan });
        }
        return reply;
      }) as Client['call'],
    };
    const watching = createSession(slyClient);
    removed = true;
    await watching.getState().openPlan(plan);
    removed = false;
    await watching.getState().loadLibrary();
    const watch = watching.getState().watch(leaving.signal);
    await two.getState().edit(named('Renamed'));
    await expect.poll(() => nameOf(watching)).toBe('Renamed');
    await expect.poll(() => watching.getState().open?.kept?.removed).toBe(true);
    expect(watching.getState().removedPlans).toHaveLength(1);
    leaving.abort();
    await two.getState().restorePlan(plan);
    await watch;
    expect(nameOf(one)).toEqual(fakePlan.name);
  });

  it('shows a plan without keeping it where the library cannot be used, and says why', async () => {
    const host = createFakeHost({ stepMilliseconds: 0 });
    const session = createSession(host.client);
    const readOnly: Failure = { code: 'libraryReadOnly', params: {} };
    host.failNext('library.import', readOnly);
    await session.getState().openFile({ name: 'a.saff', text: async () => JSON.stringify(fakePlan) });
    expect(session.getState().open).toMatchObject({
      kept: null,
      unkept: readOnly,
      plan: { id: fakePlan.id },
    });
    expect(await session.getState().edit(named('x'))).toBe(false);
    host.failNext('library.create', readOnly);
    await session.getState().openSample('online-shop');
    expect(session.getState().open?.kept).toBeNull();
  });
});
