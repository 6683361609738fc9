import { describe, expect, it } from 'vitest';
import { agentsOf, withAgents } from '../../core/plan/edits/agentsOnDuty.ts';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { fieldDifference } from '../../core/plan/edits/fieldDifference.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';

describe.each(sampleList().map(({ id }) => id))('withAgents on %s', (sample) => {
  const plan = parsePlan(openSample(sample) ?? '').plan as Plan;
  const groups = plan.teams.flatMap((team) => team.groups);

  it('gives back what agentsOf reads, as commands that a scenario could have', () => {
    const wanted = new Map(
      groups.map(({ id, staffing }) => [id, agentsOf(staffing).map((now, place) => now + place + 1)]),
    );
    const changed = withAgents(plan, wanted);
    for (const { id, staffing } of changed.teams.flatMap((team) => team.groups))
      expect([id, agentsOf(staffing)]).toEqual([id, wanted.get(id)]);
    const applied = applyCommands(plan, fieldDifference(plan, changed));
    const { plan: again, faults } = parsePlanValue(applied.ok ? applied.value.document : null);
    expect(faults).toEqual([]);
    expect(again).toEqual(changed);
  });

  it('leaves who is not named, and who stays, as they are', () => {
    const same = new Map(groups.map(({ id, staffing }) => [id, agentsOf(staffing)]));
    expect(withAgents(plan, same).teams).toEqual(plan.teams);
    expect(withAgents(plan, new Map()).teams.map((team, place) => team === plan.teams[place])).not.toContain(
      false,
    );
  });
});
