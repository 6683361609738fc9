import { describe, expect, it } from 'vitest';
import { amount } from '../../../core/plan/amount.ts';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import { fieldDifference } from '../../../core/plan/edits/fieldDifference.ts';
import { scaledPlan } from '../../../core/plan/edits/scaledPlan.ts';
import { parsePlan, parsePlanValue } from '../../../core/plan/parsePlan.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { openSample } from '../../../core/samples/index.ts';
import { smallPlan } from '../../support/smallPlan.ts';

const small = parsePlanValue(smallPlan()).plan as Plan;
const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

describe('scaledPlan', () => {
  it('changes nothing where nothing is asked for', () => {
    expect(scaledPlan(shop, { volume: 1, people: 0 })).toBe(shop);
  });

  it('gives more contacts, of one channel or of all', () => {
    const calls = (plan: Plan) => plan.demand[0]?.volume?.contacts;
    expect(calls(scaledPlan(small, { volume: 1.1 }))).toBe(1320);
    expect(calls(scaledPlan(small, { volume: 1.1, channel: 'other' }))).toBe(1200);
    const [demand] = small.demand as [Plan['demand'][number]];
    const contacts = { value: 100, low: 90, high: 120, assumed: true };
    const ranged = { ...small, demand: [{ ...demand, volume: { contacts, per: 'day' as const } }] };
    expect(calls(scaledPlan(ranged, { volume: 2 }))).toEqual({
      value: 200,
      low: 180,
      high: 240,
      assumed: true,
    });
  });

  it('makes handling longer, and puts more people where somebody is on duty', () => {
    expect(scaledPlan(small, { handling: 1.5 }).handling[0]?.time).toMatchObject({ meanSeconds: 450 });
    const staffing = (plan: Plan) => plan.teams[0]?.groups[0]?.staffing;
    expect(staffing(scaledPlan(small, { people: 2 }))).toMatchObject({ counts: [{ agents: 8 }] });
    expect(staffing(scaledPlan(small, { people: -9, team: 'first' }))).toMatchObject({
      counts: [{ agents: 0 }],
    });
    expect(staffing(scaledPlan(small, { people: 2, team: 'other' }))).toEqual(staffing(small));
  });

  it('moves what the assistant hands over to what it resolves, as far as there is any', () => {
    const shares = (plan: Plan) =>
      plan.channels.flatMap(({ assistant }) =>
        assistant === undefined ? [] : [[amount(assistant.resolvedShare), amount(assistant.handedOverShare)]],
      );
    const [[resolved, handedOver]] = shares(shop) as [[number, number]];
    const [[more, less]] = shares(scaledPlan(shop, { containment: 0.05 })) as [[number, number]];
    expect([more - resolved, handedOver - less]).toEqual([expect.closeTo(0.05, 9), expect.closeTo(0.05, 9)]);
    const [[all, none]] = shares(scaledPlan(shop, { containment: 0.99 })) as [[number, number]];
    expect([all, none]).toEqual([expect.closeTo(resolved + handedOver, 9), expect.closeTo(0, 9)]);
  });

  it.each([
    { volume: 1.2 },
    { handling: 0.9 },
    { people: 1 },
    { containment: 0.04 },
    { patience: 1.5 },
    { volume: 1.05, people: -1, team: 'returns' },
  ])('stays a sound plan, and is as many single changes as it needs: %j', (scaling) => {
    const changed = scaledPlan(shop, scaling);
    const commands = fieldDifference(shop, changed);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) if (command.change === 'set') expect(typeof command.value).toBe('number');
    const applied = applyCommands(shop, commands);
    expect(applied.ok && applied.value.document).toEqual(changed);
    expect(parsePlanValue(changed).faults).toEqual([]);
  });
});

describe('fieldDifference', () => {
  it('sets a list as a whole where it has become another one', () => {
    const changed = { ...small, promises: [] };
    expect(fieldDifference(small, changed)).toEqual([{ change: 'set', at: ['promises'], value: [] }]);
  });

  it('takes out a field that is no longer there', () => {
    const { description: _, ...rest } = { ...small, description: 'Words' };
    expect(fieldDifference({ ...small, description: 'Words' }, rest)).toEqual([
      { change: 'remove', at: ['description'] },
    ]);
  });
});
