// The steps of the list of scenarios: each a list of commands on the plan that holds them.
import type { Command } from '../../../core/plan/edits/command.ts';
import { commandOf, foundationsOf, resolveScenario } from '../../../core/plan/scenarios/resolveScenario.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Scenario } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { freeId } from '../at/freeId.ts';

const placeOf = ({ scenarios }: Plan, id: string): number => scenarios.findIndex((one) => one.id === id);

/** A scenario at the end, on another one where that is asked for. */
export function addScenario(
  plan: Plan,
  name: Text,
  on?: string,
  commands: readonly Command[] = [],
): Command[] {
  const changes = commands.map((command) => ({ ...command, at: [...command.at] }));
  const value = { id: freeId(plan.scenarios, 'scenario'), name, ...(on !== undefined && { on }), changes };
  return [{ change: 'add', at: ['scenarios'], value }];
}

/** A copy below the scenario, under another name. */
export function duplicateScenario(plan: Plan, scenario: Scenario, name: Text): Command[] {
  const value = { ...scenario, id: freeId(plan.scenarios, 'scenario'), name };
  return [{ change: 'add', at: ['scenarios'], value, position: placeOf(plan, scenario.id) + 1 }];
}

/** Out of the list; what stood on it stands on what it stood on. */
export function removeScenario(plan: Plan, scenario: Scenario): Command[] {
  const below = plan.scenarios.filter(({ on }) => on === scenario.id);
  return [
    ...below.map(({ id }) => standOn(id, scenario.on)),
    { change: 'remove', at: ['scenarios', scenario.id] },
  ];
}

const standOn = (id: string, on: string | undefined): Command =>
  on === undefined
    ? { change: 'remove', at: ['scenarios', id, 'on'] }
    : { change: 'set', at: ['scenarios', id, 'on'], value: on };

/**
 * What the scenario says becomes the plan: one step with its changes and those of all it stands on, which are no scenarios any
 * more. Others that stood on one of them stand on the plan.
 */
export function applyScenario(plan: Plan, scenario: Scenario): Command[] {
  const { chain } = foundationsOf(plan, scenario.id);
  const ids = new Set(chain.map(({ id }) => id));
  const { faults } = resolveScenario(plan, scenario.id);
  const isLeftOut = (of: Scenario, number: number): boolean =>
    faults.some(({ path }) => path[1] === placeOf(plan, of.id) && path[3] === number);
  return [
    ...chain.flatMap((one) =>
      one.changes.filter((_, number) => !isLeftOut(one, number)).map((change) => commandOf(change)),
    ),
    ...plan.scenarios
      .filter(({ id, on }) => !ids.has(id) && on !== undefined && ids.has(on))
      .map(({ id }) => standOn(id, undefined)),
    ...[...ids].map((id): Command => ({ change: 'remove', at: ['scenarios', id] })),
  ];
}

/** Scenarios that this one can stand on: neither itself nor what stands on it. */
export const possibleFoundations = (plan: Plan, scenario: Scenario): readonly Scenario[] =>
  plan.scenarios.filter(({ id }) => !foundationsOf(plan, id).chain.some((one) => one.id === scenario.id));
