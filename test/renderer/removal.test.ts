import { describe, expect, it } from 'vitest';
import { openSample } from '../../core/samples/index.ts';
import { removalOf } from '../../renderer/parts/at/useRemoval.ts';
import { removePeriod } from '../../renderer/parts/outcomes/outcomeEdits.ts';
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
  const remove = (place: number) => session.getState().edit((now) => removalOf(drawn, now, [...list, place]));
  return { session, plan, drawn, remove };
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
    expect(removalOf(drawn, drawn, at, length)).toEqual([]);
    expect(removalOf(drawn, drawn, at, length - 1)).toEqual([{ change: 'remove', at }]);
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
    expect(removePeriod(two, two, 1)).toEqual([{ change: 'remove', at: [...at, 1] }]);
    expect(removePeriod(two, withPeriods(two.company.retentionHistory[1] ?? period), 0)).toEqual([]);
    expect(removePeriod(withPeriods(period), withPeriods(period), 0)).toEqual([{ change: 'remove', at }]);
  });
});
