// What each change of a scenario does, one after the other: in words, or why it is left out.
import { type PlanChange, planChanges } from '../../../core/plan/edits/planChanges.ts';
import { resolveScenario } from '../../../core/plan/scenarios/resolveScenario.ts';
import type { Scenario, ScenarioChange } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Fault } from '../../../core/units/fault.ts';

export interface ChangeStep {
  readonly change: ScenarioChange;
  /** None: it changes nothing that is not so already. */
  readonly differences: readonly PlanChange[];
  readonly fault: Fault | null;
}

/** The changes of a scenario in their order, each against what the ones before it leave. */
export function changeSteps(plan: Plan, scenario: Scenario): ChangeStep[] {
  const upTo = (count: number) =>
    resolveScenario(
      {
        ...plan,
        scenarios: plan.scenarios.map((one) =>
          one.id === scenario.id ? { ...one, changes: one.changes.slice(0, count) } : one,
        ),
      },
      scenario.id,
    );
  const { faults } = resolveScenario(plan, scenario.id);
  const place = plan.scenarios.findIndex(({ id }) => id === scenario.id);
  let before = upTo(0).document as Plan;
  return scenario.changes.map((change, number) => {
    const after = upTo(number + 1).document as Plan;
    const step: ChangeStep = {
      change,
      differences: planChanges(before, after),
      fault: faults.find(({ path }) => path[1] === place && path[3] === number) ?? null,
    };
    before = after;
    return step;
  });
}
