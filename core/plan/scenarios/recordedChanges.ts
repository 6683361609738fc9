// Edits made while a scenario is shown, taken into its list of changes: each once, and none that came to nothing.
import { alike } from '../edits/alike.ts';
import { addedPlace } from '../edits/applyCommands.ts';
import type { Command, Place } from '../edits/command.ts';
import { findPlace, readPlace } from '../edits/findPlace.ts';
import { overlap } from '../edits/overlap.ts';
import type { Scenario, ScenarioChange } from '../schema/flow.ts';
import type { Plan } from '../schema/plan.ts';
import { baseOf, commandOf, resolveScenario } from './resolveScenario.ts';

/**
 * The changes of a scenario after some more edits. A figure that is set again stays one change with its name; a part that was
 * added by the scenario and is taken out again leaves nothing; what is set back to what the scenario stands on is no change.
 */
export function recordedChanges(
  plan: Plan,
  scenario: Scenario,
  commands: readonly Command[],
): ScenarioChange[] {
  const foundation = scenario.on === undefined ? baseOf(plan) : resolveScenario(plan, scenario.on).document;
  return commands.reduce<ScenarioChange[]>(
    (changes, command) => withCommand(foundation, changes, command),
    [...scenario.changes],
  );
}

const same = (one: Place, other: Place): boolean =>
  one.length === other.length && one.every((step, depth) => step === other[depth]);

const isWithin = (inner: Place, outer: Place): boolean =>
  inner.length >= outer.length && outer.every((step, depth) => step === inner[depth]);

/** The part that a change is about; the list for a position that may shift. */
export function touched(command: Command): Place {
  if (command.change === 'add') return addedPlace(command);
  return command.change === 'move' ? command.at.slice(0, -1) : command.at;
}

function withCommand(foundation: unknown, changes: ScenarioChange[], command: Command): ScenarioChange[] {
  if (command.change === 'set') return withSet(foundation, changes, command);
  if (command.change === 'remove') {
    const added = changes.findIndex(
      (change) => change.change === 'add' && same(touched(commandOf(change)), command.at),
    );
    if (added >= 0 && typeof command.at.at(-1) === 'string')
      return changes.filter((change) => !isWithin(touched(commandOf(change)), command.at));
  }
  return [...changes, changeOf(command)];
}

function withSet(
  foundation: unknown,
  changes: ScenarioChange[],
  command: Extract<Command, { readonly change: 'set' }>,
): ScenarioChange[] {
  const about = changes.flatMap((change, number) =>
    overlap([touched(commandOf(change))], [command.at]) ? [number] : [],
  );
  const last = about.at(-1);
  const before = last === undefined ? undefined : changes[last];
  const isAgain = before !== undefined && before.change === 'set' && same(before.at, command.at);
  if ((about.length === 0 || (about.length === 1 && isAgain)) && isAsBefore(foundation, command))
    return changes.filter((_, number) => number !== last);
  if (!isAgain) return [...changes, changeOf(command)];
  return changes.map((change, number) => (number === last ? { ...change, value: command.value } : change));
}

function isAsBefore(
  foundation: unknown,
  { at, value }: Extract<Command, { readonly change: 'set' }>,
): boolean {
  const found = findPlace(foundation, at);
  return found.ok && alike(readPlace(foundation, found.value), value);
}

const changeOf = (command: Command): ScenarioChange =>
  ({ ...command, at: [...command.at] }) as ScenarioChange;
