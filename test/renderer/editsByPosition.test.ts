import { describe, expect, it } from 'vitest';
import type { Place } from '../../core/plan/edits/command.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { settingAt } from '../../renderer/parts/at/settingAt.ts';
import { commandsAt, type MakeAt } from '../../renderer/parts/at/useEditAt.ts';
import { removalAt, withItsList } from '../../renderer/parts/at/useRemoval.ts';
import { createSession } from '../../renderer/state/session.ts';
import { createFakeHost } from '../support/fakeClient.ts';

const list = ['profiles', 'live-week', 'specialDays'];
const daysOf = ({
  profiles,
}: {
  readonly profiles: readonly { readonly specialDays: readonly unknown[] }[];
}) => profiles[0]?.specialDays ?? [];

/** A window with the online shop, and what it has drawn. */
async function window() {
  const session = createSession(createFakeHost({ stepMilliseconds: 0 }).client);
  await session.getState().openFile({ name: 'a.saff', text: async () => openSample('online-shop') ?? '' });
  const plan = () => {
    const { open } = session.getState();
    if (open === null) throw new Error('no plan was opened');
    return open.plan;
  };
  const drawn = plan();
  const editAt = (at: Place, make: MakeAt) =>
    session.getState().edit((now) => commandsAt(drawn, now, at, make));
  const remove = (place: number) => editAt([...list, place], (now, at) => removalAt(now, at, {}));
  return { session, plan, drawn, editAt, remove };
}

describe('a removal by position', () => {
  it('takes out what was drawn there, though others before it have gone', async () => {
    const { plan, drawn, remove } = await window();
    const days = daysOf(drawn);
    expect(days.length).toBeGreaterThan(3);
    expect(await Promise.all([remove(0), remove(2)])).toEqual([true, true]);
    expect(daysOf(plan())).toEqual(days.filter((_, i) => i !== 0 && i !== 2));
  });

  it('takes out one part where it is pressed twice', async () => {
    const { plan, drawn, remove } = await window();
    await Promise.all([remove(1), remove(1), remove(1)]);
    expect(daysOf(plan())).toEqual(daysOf(drawn).filter((_, i) => i !== 1));
  });

  it('takes out a part that was edited since it was drawn', async () => {
    const { session, plan, drawn, remove } = await window();
    const edited = session.getState().edit([{ change: 'set', at: [...list, 1, 'factor'], value: 3 }]);
    expect(await Promise.all([edited, remove(1)])).toEqual([true, true]);
    expect(daysOf(plan())).toEqual(daysOf(drawn).filter((_, i) => i !== 1));
  });

  it('leaves as many as have to stay', async () => {
    const { drawn } = await window();
    const { length } = daysOf(drawn);
    const at = [...list, 0];
    expect(removalAt(drawn, at, { least: length })).toEqual([]);
    expect(removalAt(drawn, at, { least: length - 1 })).toEqual([{ change: 'remove', at }]);
  });

  it('takes a list of past periods along with its last one', async () => {
    const { drawn } = await window();
    const period = { period: '1403', customersAtStart: 100, customersGained: 0, customersAtEnd: 90 };
    const withPeriods = (...retentionHistory: (typeof period)[]) => ({
      ...drawn,
      company: { ...drawn.company, retentionHistory },
    });
    const two = withPeriods(period, { ...period, period: '1404' });
    const at = ['company', 'retentionHistory'];
    const removed = (seen: Plan, now: Plan, place: number) =>
      commandsAt(seen, now, [...at, place], (plan, there) => removalAt(plan, there, { ofLast: withItsList }));
    expect(removed(two, two, 1)).toEqual([{ change: 'remove', at: [...at, 1] }]);
    expect(removed(two, withPeriods(two.company.retentionHistory[1] ?? period), 0)).toEqual([]);
    expect(removed(withPeriods(period), withPeriods(period), 0)).toEqual([{ change: 'remove', at }]);
  });
});

describe('a field of a part that is known by its position', () => {
  const setFactor =
    (factor: number): MakeAt =>
    (plan, at) => [settingAt(plan, [...at, 'factor'], factor)];

  it('writes to the part that was drawn, though one before it has gone', async () => {
    const { plan, drawn, editAt, remove } = await window();
    const days = daysOf(drawn);
    expect(await Promise.all([remove(0), editAt([...list, 2], setFactor(2.5))])).toEqual([true, true]);
    expect(daysOf(plan())).toEqual(
      days.flatMap((day, i) => (i === 0 ? [] : [i === 2 ? { ...(day as object), factor: 2.5 } : day])),
    );
  });

  it('writes to it where it was moved to, and to nothing once it has gone', async () => {
    const { session, plan, drawn, editAt, remove } = await window();
    const [first, second, third, ...others] = daysOf(drawn);
    const moved = session.getState().edit([{ change: 'move', at: [...list, 0], position: 2 }]);
    await Promise.all([moved, editAt([...list, 0], setFactor(2.5))]);
    const changed = { ...(first as object), factor: 2.5 };
    expect(daysOf(plan())).toEqual([second, third, changed, ...others]);
    await Promise.all([remove(1), editAt([...list, 1], setFactor(4))]);
    expect(daysOf(plan())).toEqual([third, changed, ...others]);
  });
});
