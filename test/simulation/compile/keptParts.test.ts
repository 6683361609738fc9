import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { parseEdited } from '../../../core/plan/parseEdited.ts';
import { parsePlan } from '../../../core/plan/parsePlan.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { openSample } from '../../../core/samples/index.ts';
import { type CompiledModel, compilePlan, KeptParts } from '../../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../../electron/host/timeZoneOffsets.ts';
import { anyCommands } from '../../plan/edits/anyCommands.ts';
import { randomPlan } from '../../support/randomPlans.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
const compiled = (plan: Plan, kept?: KeptParts): CompiledModel => {
  const model = compilePlan(plan, { planHash: '', offsets: timeZoneOffsets, ...(kept && { kept }) });
  if (!model.ok) throw new Error(JSON.stringify(model.failure));
  return model.value;
};
const edited = (plan: Plan, command: Command): Plan => {
  const applied = applyCommands(plan, [command]);
  const after = applied.ok ? parseEdited(plan, applied.value.document).plan : null;
  if (after === null) throw new Error('the edit does not fit');
  return after;
};

describe('KeptParts', () => {
  it('keeps the duty through edits of other parts, and works it out anew after those of people, hours, shifts and the period', () => {
    const kept = new KeptParts();
    let plan = shop;
    let duty = compiled(plan, kept).duty;
    const [promise] = shop.promises;
    const [team] = shop.teams;
    const [group] = team?.groups ?? [];
    const [role] = shop.roles;
    const steps: readonly (readonly [Command, 'kept' | 'new'])[] = [
      [{ change: 'set', at: ['promises', promise?.id ?? '', 'targetSeconds'], value: 77 }, 'kept'],
      [{ change: 'set', at: ['name'], value: 'Another name' }, 'kept'],
      [
        {
          change: 'set',
          at: ['teams', team?.id ?? '', 'groups', group?.id ?? '', 'unplannedAbsence'],
          value: 0.3,
        },
        'new',
      ],
      [{ change: 'set', at: ['roles', role?.id ?? '', 'contactTimeShare'], value: 0.5 }, 'new'],
      [{ change: 'set', at: ['horizon', 'days'], value: 9 }, 'new'],
      [{ change: 'set', at: ['locale', 'timeZone'], value: 'Europe/Berlin' }, 'new'],
    ];
    for (const [command, outcome] of steps) {
      plan = edited(plan, command);
      const model = compiled(plan, kept);
      expect(model).toEqual(compiled(plan));
      expect(model.duty === duty ? 'kept' : 'new').toBe(outcome);
      duty = model.duty;
    }
  });

  it('gives what compiling anew gives, whatever the edits', () => {
    const kept = new KeptParts();
    let sound = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const first = randomPlan(seed, 300).plan;
      let plan = first;
      fc.assert(
        fc.property(anyCommands(first), (commands) => {
          const applied = applyCommands(plan, commands);
          const after = applied.ok ? parseEdited(plan, applied.value.document).plan : null;
          if (after === null) return;
          const whole = compilePlan(structuredClone(after), { planHash: '', offsets: timeZoneOffsets });
          expect(compilePlan(after, { planHash: '', offsets: timeZoneOffsets, kept })).toEqual(whole);
          plan = after;
          sound += 1;
        }),
        { seed, numRuns: 25 },
      );
    }
    expect(sound).toBeGreaterThan(50);
  });

  it('leaves where contacts go and the classes of other rows as they are when a volume, a team or a promise changes', () => {
    const kept = new KeptParts();
    const before = compiled(shop, kept);
    const [row] = shop.demand;
    const [team] = shop.teams;
    const compiledWith = (command: Command) => compiled(edited(shop, command), kept);
    const volume = compiledWith({
      change: 'set',
      at: ['demand', row?.id ?? '', 'volume', 'contacts'],
      value: 7,
    });
    expect(volume.stages).toBe(before.stages);
    expect(volume.pairs).toBe(before.pairs);
    expect(volume.classes[0]).not.toEqual(before.classes[0]);
    expect(volume.classes[1]).toBe(before.classes[1]);
    const renamed = compiledWith({ change: 'set', at: ['teams', team?.id ?? '', 'name'], value: 'Another' });
    expect(renamed.queues).toBe(before.queues);
  });
});
