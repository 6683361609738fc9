import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { baseOf, resolveScenario } from '../../core/plan/scenarios/resolveScenario.ts';
import type { Scenario } from '../../core/plan/schema/flow.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { removalAt } from '../../renderer/parts/at/useRemoval.ts';
import { changeSteps } from '../../renderer/parts/scenarios/changeSteps.ts';
import {
  addScenario,
  applyScenario,
  duplicateScenario,
  possibleFoundations,
  removeScenario,
} from '../../renderer/parts/scenarios/scenarioEdits.ts';
import { smallPlan } from '../support/smallPlan.ts';

const agents = ['teams', 'first', 'groups', 'agents', 'staffing', 'counts', 0, 'agents'];
const more: Scenario = { id: 'more', name: 'More', changes: [{ at: agents, change: 'set', value: 8 }] };
const longer: Scenario = {
  id: 'longer',
  name: 'Longer',
  on: 'more',
  changes: [
    { at: ['horizon', 'days'], change: 'set', value: 3 },
    { at: ['teams', 'none'], change: 'remove' },
  ],
};
const other: Scenario = { id: 'other', name: 'Other', on: 'longer', changes: [] };

const plan = parsePlanValue({ ...smallPlan(), scenarios: [more, longer, other] }).plan as Plan;
const planAfter = (commands: readonly Command[]): Plan => {
  const applied = applyCommands(plan, commands);
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  const { plan: parsed, faults } = parsePlanValue(applied.value.document);
  expect(faults).toEqual([]);
  return parsed as Plan;
};
const ids = ({ scenarios }: Plan): string[] =>
  scenarios.map(({ id, on }) => (on === undefined ? id : `${id} on ${on}`));

describe('the steps of the scenarios', () => {
  it('add one at the end, with what was tried', () => {
    const added = planAfter(addScenario(plan, 'New', 'more', [{ change: 'set', at: agents, value: 9 }]));
    expect(ids(added).at(-1)).toBe('scenario-4 on more');
    expect(JSON.stringify(resolveScenario(added, 'scenario-4').document)).toContain('"agents":9');
  });

  it('copy one below itself', () => {
    expect(ids(planAfter(duplicateScenario(plan, more, 'Copy')))).toEqual([
      'more',
      'scenario-4',
      'longer on more',
      'other on longer',
    ]);
  });

  it('take one out, and let what stood on it stand below', () => {
    expect(ids(planAfter(removeScenario(plan, longer)))).toEqual(['more', 'other on more']);
    expect(ids(planAfter(removeScenario(plan, more)))).toEqual(['longer', 'other on longer']);
  });

  it('make one the plan in one step, with all it stands on, and leave out what does not fit', () => {
    const applied = planAfter(applyScenario(plan, longer));
    expect(ids(applied)).toEqual(['other']);
    expect(baseOf(applied)).toEqual(resolveScenario(plan, 'longer').document);
  });

  it('drop a single change', () => {
    const second = ['scenarios', 'longer', 'changes', 1];
    expect(planAfter(removalAt(plan, second, {})).scenarios[1]?.changes).toEqual([longer.changes[0]]);
  });

  it('offer to stand on what does not stand on it', () => {
    expect(possibleFoundations(plan, more).map(({ id }) => id)).toEqual([]);
    expect(possibleFoundations(plan, other).map(({ id }) => id)).toEqual(['more', 'longer']);
  });
});

describe('changeSteps', () => {
  it('says what each change does, and which does not fit', () => {
    const steps = changeSteps(plan, longer);
    expect(steps.map(({ differences, fault }) => [differences.length, fault?.code ?? null])).toEqual([
      [1, null],
      [0, 'scenarioChangeBroken'],
    ]);
  });
});
