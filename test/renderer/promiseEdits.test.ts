import { describe, expect, it } from 'vitest';
import type { Command } from '../../core/plan/edits/command.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import {
  addPromise,
  removePromise,
  setField,
  setFilter,
} from '../../renderer/parts/promises/promiseEdits.ts';
import { soundAfter } from '../support/editedPlan.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
const [first] = shop.promises;
if (first === undefined) throw new Error('the shop promises something');

const resultOf = (commands: readonly Command[], plan: Plan = shop): Plan => soundAfter(commands, plan);

describe('the steps of the promise editor', () => {
  it('give a field its value, and back its default', () => {
    const changed = resultOf(setField(first.id, 'targetSeconds', 45));
    expect(changed.promises[0]).toEqual({ ...first, targetSeconds: 45 });
    const hours = shop.calendars[0]?.id;
    const withHours = resultOf(setField(first.id, 'calendar', hours));
    expect(withHours.promises[0]?.calendar).toBe(hours);
    expect(resultOf(setField(first.id, 'calendar', undefined), withHours).promises[0]).toEqual(first);
  });

  it('say which contacts are meant, and leave out a list that means all', () => {
    const one = resultOf(setFilter(first, 'priorities', [1, 2])).promises[0];
    expect(one?.applies).toEqual({ ...first.applies, priorities: [1, 2] });
    const all = resultOf(setFilter(first, 'channels', [])).promises[0];
    expect(all?.applies.channels).toBeUndefined();
  });

  it('add sound promises, each under an id of its own', () => {
    let plan = { ...shop, promises: [{ ...first, id: 'promise-2' }] } as Plan;
    for (let time = 0; time < 3; time += 1) plan = resultOf(addPromise(plan, { en: 'New' }), plan);
    expect(new Set(plan.promises.map(({ id }) => id)).size).toBe(4);
  });

  it('take a promise out', () => {
    expect(resultOf(removePromise(shop, first.id)).promises).toHaveLength(shop.promises.length - 1);
  });
});
