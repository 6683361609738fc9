import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import { planDifference } from '../../../core/plan/edits/planDifference.ts';
import { type RemovableList, removableLists, withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import { parseDraftValue, parsePlan } from '../../../core/plan/parsePlan.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { openSample, sampleList } from '../../../core/samples/index.ts';

const sample = (id: string): Plan => parsePlan(openSample(id) ?? '').plan as Plan;
const shop = sample('online-shop');

function without(plan: Plan, list: RemovableList, id: string): ReturnType<typeof parseDraftValue> {
  const applied = applyCommands(plan, withoutPart(plan, list, id));
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  return parseDraftValue(JSON.parse(JSON.stringify(applied.value.document)));
}

describe('withoutPart', () => {
  it('leaves no reference that leads nowhere, but to what a team served alone', () => {
    let looked = 0;
    for (const { id } of sampleList()) {
      const plan = sample(id);
      for (const list of removableLists) {
        for (const part of list === 'personas' ? plan.company.personas : plan[list]) {
          const { faults } = without(plan, list, part.id);
          const dangling = faults.filter(
            ({ code, path }) => code.startsWith('unknown') && path[2] !== 'serves',
          );
          expect(dangling).toEqual([]);
          looked += 1;
        }
      }
    }
    expect(looked).toBeGreaterThan(80);
  });

  it('takes a rule along that was about this part only, and leaves the others as they are', () => {
    const { draft } = without(shop, 'teams', 'leads');
    expect(draft?.handling).toHaveLength(shop.handling.length - 1);
    expect(draft?.promises).toEqual(shop.promises.filter(({ applies }) => applies.teams?.[0] !== 'leads'));
    expect(draft?.channels).toEqual(shop.channels);
  });

  it('gives the overflow time of an entry that goes to the one after it', () => {
    const { draft } = without(shop, 'teams', 'orders');
    const rule = draft?.routing.find(({ id }) => id === 'orders-overflow');
    expect(rule?.entries).toEqual([{ teams: ['general'], afterSeconds: 20 }]);
  });

  it('takes the demand of a channel along, and offers that lead to it', () => {
    const { draft } = without(shop, 'channels', 'call-back');
    expect(draft?.channels.find(({ id }) => id === 'phone')?.callBackOffer).toBeUndefined();
    const phone = without(shop, 'channels', 'phone').draft;
    expect(phone?.demand.some(({ channel }) => channel === 'phone')).toBe(false);
    expect(phone?.demand.length).toBeGreaterThan(0);
  });

  it('leaves contacts of a persona that goes to any customer', () => {
    const company = sample('computer-company');
    const { draft } = without(company, 'personas', 'newcomers');
    expect(draft?.company.personas).toHaveLength(company.company.personas.length - 1);
    expect(draft?.demand).toHaveLength(company.demand.length);
    expect(draft?.demand.some(({ segment }) => segment === 'newcomers')).toBe(false);
  });

  it('names in its step only what changes', () => {
    const commands = withoutPart(shop, 'departments', 'warehouse');
    expect(commands.map(({ at }) => at.join('/')).toSorted()).toEqual(['departments/warehouse', 'outcomes']);
  });
});

describe('planDifference', () => {
  it('is empty between a plan and itself, and leads from any sample to any other', () => {
    expect(planDifference(shop, shop)).toEqual([]);
    const bank = sample('bank-phone-centre');
    const applied = applyCommands(shop, planDifference(shop, bank));
    expect(applied.ok && applied.value.document).toEqual(bank);
  });

  it('leads to another order, too', () => {
    const turned = { ...shop, teams: shop.teams.toReversed() };
    const applied = applyCommands(shop, planDifference(shop, turned));
    expect(applied.ok && applied.value.document).toEqual(turned);
  });
});
