import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { parseEdited } from '../../../core/plan/parseEdited.ts';
import { parsePlan } from '../../../core/plan/parsePlan.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { openSample } from '../../../core/samples/index.ts';
import { type CompiledModel, compilePlan, KeptStaffing } from '../../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../../electron/host/timeZoneOffsets.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
const compiled = (plan: Plan, kept?: KeptStaffing): CompiledModel => {
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

describe('KeptStaffing', () => {
  it('keeps the duty through edits of other parts, and works it out anew after those of people, hours, shifts and the period', () => {
    const kept = new KeptStaffing();
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
});
