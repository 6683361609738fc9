// From a plan with scenarios to the whole plan that one of them stands for. A change that no longer fits is left out and said:
// a scenario must not stop the plan it was made on, nor make something else of it in silence.
import { applyCommands } from '../edits/applyCommands.ts';
import type { Command } from '../edits/command.ts';
import { idOf, isList, valueOfPlace } from '../edits/findPlace.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import type { Scenario, ScenarioChange } from '../schema/flow.ts';
import type { Plan } from '../schema/plan.ts';

export interface ResolvedScenario {
  /** The plan with the changes made, and without scenarios. Whether it is sound is another question (`parseDraftValue`). */
  readonly document: unknown;
  /** Changes that were left out, by their place in the plan that came in. */
  readonly faults: readonly PlanFault[];
}

/** What a scenario may not change: what the document is, and the scenarios themselves. */
const fixed: ReadonlySet<string | number> = new Set([
  '$schema',
  'format',
  'formatVersion',
  'id',
  'scenarios',
]);

export interface Foundations {
  /** The scenario and all that it stands on, the lowest first. */
  readonly chain: readonly Scenario[];
  readonly isCircle: boolean;
}

/** What a scenario stands on; an identifier that is not there ends the chain. */
export function foundationsOf({ scenarios }: Pick<Plan, 'scenarios'>, id: string): Foundations {
  const chain: Scenario[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    const found: Scenario | undefined = scenarios.find((scenario) => scenario.id === next);
    if (found === undefined) break;
    if (chain.includes(found)) return { chain, isCircle: true };
    chain.unshift(found);
    next = found.on;
  }
  return { chain, isCircle: false };
}

/** The plan as its own base: without its scenarios, so that base and scenarios differ in what was changed alone. */
export const baseOf = (plan: Plan): Plan => ({ ...plan, scenarios: [] });

export const commandOf = ({ at, change, value, position }: ScenarioChange): Command => {
  switch (change) {
    case 'set':
      return { change, at, value };
    case 'add':
      return { change, at, value, ...(position !== undefined && { position }) };
    case 'remove':
      return { change, at };
    case 'move':
      return { change, at, position: position ?? 0 };
  }
};

/**
 * The plan that a scenario stands for. Example: of a plan with five agents and the scenario
 * `{ id: 'more', changes: [{ at: [..., 'agents'], change: 'set', value: 6 }] }` the same plan with six.
 */
export function resolveScenario(plan: Plan, id: string): ResolvedScenario {
  const faults: PlanFault[] = [];
  let document: unknown = baseOf(plan);
  for (const scenario of foundationsOf(plan, id).chain) {
    const place = plan.scenarios.indexOf(scenario);
    for (const [number, change] of scenario.changes.entries()) {
      const at = ['scenarios', place, 'changes', number];
      const command = commandOf(change);
      const fault = unfit(document, command);
      if (fault !== null) {
        faults.push(planFault(fault.code, at, { ...fault.params, number: number + 1 }));
        continue;
      }
      const applied = applyCommands(document, [command], 'nearest');
      if (applied.ok) document = applied.value.document;
      else
        faults.push(
          planFault('scenarioChangeBroken', at, { part: partOf(applied.failure), number: number + 1 }),
        );
    }
  }
  return { document, faults };
}

const partOf = ([first]: readonly PlanFault[]): string | number =>
  first?.params.part ?? first?.path.at(-1) ?? '';

/** Why a change is left out although it could be applied. */
function unfit(document: unknown, command: Command): Pick<PlanFault, 'code' | 'params'> | null {
  const [field = ''] = command.at;
  if (fixed.has(field)) return { code: 'scenarioChangeForbidden', params: { part: field } };
  if (command.change !== 'add') return null;
  const id = idOf(command.value);
  const list = valueOfPlace(document, command.at);
  const isThere = id !== undefined && isList(list) && list.some((part) => idOf(part) === id);
  return isThere ? { code: 'scenarioChangeTwice', params: { part: id } } : null;
}
