// Applies a step to a plan document and gives what takes it back. Pure: the document that comes in stays as it is, and
// of a step that does not fit nothing is applied.
import { failed, ok, type Result } from '../../units/result.ts';
import { excerptOf } from '../excerpt.ts';
import { jsonValueFaults } from '../jsonValue.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import type { Command, Place } from './command.ts';
import { findPlace, idOf, isList, namedPlace, readPlace, withPlace } from './findPlace.ts';

export interface Applied {
  readonly document: unknown;
  /** The step with its places named as they are kept: by id where there is one. */
  readonly commands: readonly Command[];
  /** Applied to the new document, gives the old one. */
  readonly inverse: readonly Command[];
}

/** A list may have become shorter since a step was recorded: `nearest` then takes its end. */
export type Positions = 'exact' | 'nearest';

type Step = Result<
  { readonly document: unknown; readonly done: Command; readonly back: Command },
  readonly PlanFault[]
>;

/**
 * The commands in their order, each on what the one before left. The faults are those of the first that does not fit;
 * their path is the place that it names. Whether the result is a sound plan is another question (`parseDraftValue`).
 * Example: on `{ a: [1] }`, `[{ change: 'add', at: ['a'], value: 2 }]` gives `{ a: [1, 2] }` and the inverse
 * `[{ change: 'remove', at: ['a', 1] }]`.
 */
export function applyCommands(
  document: unknown,
  commands: readonly Command[],
  positions: Positions = 'exact',
): Result<Applied, readonly PlanFault[]> {
  let current = document;
  const done: Command[] = [];
  const inverse: Command[] = [];
  for (const command of commands) {
    const step = apply(current, command, positions);
    if (!step.ok) return step;
    current = step.value.document;
    done.push(step.value.done);
    inverse.unshift(step.value.back);
  }
  return ok({ document: current, commands: done, inverse });
}

function apply(document: unknown, command: Command, positions: Positions): Step {
  const found = findPlace(document, command.at);
  if (!found.ok) return failed([found.failure]);
  const keys = found.value;
  if ('value' in command) {
    const faults = valueFaults(command.value, command.at);
    if (faults.length > 0) return failed(faults);
  }
  switch (command.change) {
    case 'set':
      return set(document, keys, command.value);
    case 'add':
      return add(document, keys, command, positions);
    case 'remove':
      return remove(document, keys, command.at);
    case 'move':
      return move(document, keys, command, positions);
  }
}

function valueFaults(value: unknown, at: Place): readonly PlanFault[] {
  if (value === undefined) return [planFault('valueNotJson', at, { found: excerptOf(value) })];
  return jsonValueFaults(value).map(({ code, path, params }) => planFault(code, [...at, ...path], params));
}

function set(document: unknown, keys: readonly (string | number)[], value: unknown): Step {
  const before = readPlace(document, keys);
  const after = withPlace(document, keys, value);
  const done: Command = { change: 'set', at: namedPlace(document, keys), value };
  const at = namedPlace(after, keys);
  const back: Command =
    before === undefined ? { change: 'remove', at } : { change: 'set', at, value: before };
  return ok({ document: after, done, back });
}

function add(
  document: unknown,
  keys: readonly (string | number)[],
  { at, value, position }: Extract<Command, { readonly change: 'add' }>,
  positions: Positions,
): Step {
  const list = readPlace(document, keys);
  if (!isList(list)) return failed([planFault('placeNotList', at)]);
  const index =
    positions === 'nearest' ? Math.min(position ?? list.length, list.length) : (position ?? list.length);
  if (index > list.length)
    return failed([planFault('positionOutside', at, { position: index, most: list.length })]);
  const after = withPlace(document, keys, list.toSpliced(index, 0, value));
  const done: Command = { change: 'add', at: namedPlace(document, keys), value, position: index };
  return ok({ document: after, done, back: { change: 'remove', at: namedPlace(after, [...keys, index]) } });
}

function remove(document: unknown, keys: readonly (string | number)[], at: Place): Step {
  const value = readPlace(document, keys);
  const key = keys.at(-1);
  if (value === undefined || key === undefined)
    return failed([planFault('placeMissing', at, { part: at.at(-1) ?? '' })]);
  const done: Command = { change: 'remove', at: namedPlace(document, keys) };
  const holder = readPlace(document, keys.slice(0, -1));
  if (!isList(holder)) {
    const after = withPlace(document, keys, undefined);
    return ok({ document: after, done, back: { change: 'set', at: namedPlace(after, keys), value } });
  }
  const index = Number(key);
  const after = withPlace(document, keys.slice(0, -1), holder.toSpliced(index, 1));
  const list = namedPlace(after, keys.slice(0, -1));
  return ok({ document: after, done, back: { change: 'add', at: list, value, position: index } });
}

function move(
  document: unknown,
  keys: readonly (string | number)[],
  { at, position: asked }: Extract<Command, { readonly change: 'move' }>,
  positions: Positions,
): Step {
  const holder = keys.slice(0, -1);
  const list = readPlace(document, holder);
  if (keys.length === 0 || !isList(list)) return failed([planFault('placeNotList', at)]);
  const position = positions === 'nearest' ? Math.min(asked, list.length - 1) : asked;
  if (position >= list.length)
    return failed([planFault('positionOutside', at, { position, most: list.length - 1 })]);
  const from = Number(keys.at(-1));
  const after = withPlace(document, holder, list.toSpliced(from, 1).toSpliced(position, 0, list[from]));
  return ok({
    document: after,
    done: { change: 'move', at: namedPlace(document, keys), position },
    back: { change: 'move', at: namedPlace(after, [...holder, position]), position: from },
  });
}

/** The place of what an addition adds, where it has a name. */
export const addedPlace = ({ at, value }: Extract<Command, { readonly change: 'add' }>): Place => {
  const id = idOf(value);
  return id === undefined ? at : [...at, id];
};
