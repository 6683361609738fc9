import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { sharedParts } from '../../../core/plan/edits/sharedParts.ts';
import { parsePlan } from '../../../core/plan/parsePlan.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { openSample } from '../../../core/samples/index.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

/** As it comes back from a host: a copy without an object of the old one. */
function stateAfter(command: Command): Plan {
  const applied = applyCommands(shop, [command]);
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  return structuredClone(applied.value.document) as Plan;
}

describe('sharedParts', () => {
  it('is the old document where nothing differs', () => {
    expect(sharedParts(shop, structuredClone(shop))).toBe(shop);
  });

  it('shares all but what an edit touched, and says the same as the new document', () => {
    const changed = stateAfter({ change: 'set', at: ['teams', 'orders', 'waitingPlaces'], value: 7 });
    const plan = sharedParts(shop, changed);
    expect(plan).toEqual(changed);
    expect(plan.channels).toBe(shop.channels);
    expect(plan.teams).not.toBe(shop.teams);
    const same = plan.teams.filter((team, position) => team === shop.teams[position]);
    expect(same).toHaveLength(shop.teams.length - 1);
  });

  it('finds rules without an id again behind one that was added or taken out', () => {
    const [rule] = shop.handling;
    const more = sharedParts(shop, stateAfter({ change: 'add', at: ['handling'], position: 2, value: rule }));
    expect(more.handling.slice(3)).toEqual(shop.handling.slice(2));
    expect(more.handling.slice(3).every((one, position) => one === shop.handling[position + 2])).toBe(true);
    const less = sharedParts(shop, stateAfter({ change: 'remove', at: ['handling', 2] }));
    expect(
      less.handling.every((one, position) => one === shop.handling[position < 2 ? position : position + 1]),
    ).toBe(true);
  });

  it('finds rules without an id where they were moved to', () => {
    const plan = sharedParts(shop, stateAfter({ change: 'move', at: ['handling', 0], position: 3 }));
    expect(plan.handling[3]).toBe(shop.handling[0]);
    expect(plan.handling[0]).toBe(shop.handling[1]);
  });

  it('shares parts that moved', () => {
    const plan = sharedParts(shop, stateAfter({ change: 'move', at: ['teams', 'orders'], position: 0 }));
    expect(plan.teams[0]).toBe(shop.teams.find(({ id }) => id === 'orders'));
  });
});
