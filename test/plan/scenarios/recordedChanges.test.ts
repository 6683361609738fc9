import { describe, expect, it } from 'vitest';
import type { Command } from '../../../core/plan/edits/command.ts';
import { parsePlanValue } from '../../../core/plan/parsePlan.ts';
import { recordedChanges } from '../../../core/plan/scenarios/recordedChanges.ts';
import type { Scenario, ScenarioChange } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { smallPlan } from '../../support/smallPlan.ts';

const agents = ['teams', 'first', 'groups', 'agents', 'staffing', 'counts', 0, 'agents'];
const set = (at: (string | number)[], value: unknown): Command => ({ change: 'set', at, value });
const night = { id: 'night', name: 'Night', groups: [] };

const recorded = (changes: ScenarioChange[], ...commands: Command[]) => {
  const scenario: Scenario = { id: 'more', name: 'More', changes };
  const plan = parsePlanValue({ ...smallPlan(), scenarios: [scenario] }).plan as Plan;
  return recordedChanges(plan, scenario, commands);
};

describe('recordedChanges', () => {
  it('takes an edit as a change at the end', () => {
    expect(recorded([], set(agents, 8), set(['horizon', 'days'], 3))).toEqual([
      { change: 'set', at: agents, value: 8 },
      { change: 'set', at: ['horizon', 'days'], value: 3 },
    ]);
  });

  it('keeps one change of a figure that is set again, with its name', () => {
    const named = { name: 'More people', at: agents, change: 'set' as const, value: 7 };
    expect(recorded([named], set(['horizon', 'days'], 3), set(agents, 8))).toEqual([
      { ...named, value: 8 },
      { change: 'set', at: ['horizon', 'days'], value: 3 },
    ]);
  });

  it('drops what is set back to what the scenario stands on', () => {
    expect(recorded([{ at: agents, change: 'set', value: 7 }], set(agents, 6))).toEqual([]);
    expect(recorded([], set(agents, 6))).toEqual([]);
  });

  it('does not drop what stands on another change', () => {
    const whole = { at: agents.slice(0, -2), change: 'set' as const, value: [] };
    expect(recorded([whole], set(agents, 6))).toHaveLength(2);
  });

  it('leaves nothing of a part that the scenario added and takes out again', () => {
    const changes = recorded(
      [{ at: ['teams'], change: 'add', value: night }],
      set(['teams', 'night', 'name'], 'Late'),
      { change: 'remove', at: ['teams', 'night'] },
    );
    expect(changes).toEqual([]);
  });

  it('records the removal of a part of the plan', () => {
    expect(recorded([], { change: 'remove', at: ['teams', 'first'] })).toEqual([
      { change: 'remove', at: ['teams', 'first'] },
    ]);
  });
});
