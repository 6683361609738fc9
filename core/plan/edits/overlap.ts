// Whether two steps touch the same part of a plan. Steps that do not can be taken back in any order, and a step that
// was made on an older state can be offered for the present one.
import { addedPlace } from './applyCommands.ts';
import type { Command, Place } from './command.ts';

/**
 * The parts that a step touches, from its commands and their inverse as they were recorded. A part that is known only
 * by its position stands for its whole list, because positions shift.
 */
export function touchedPlaces(commands: readonly Command[]): readonly Place[] {
  return commands.map((command) => {
    const place =
      command.change === 'add'
        ? addedPlace(command)
        : command.change === 'move'
          ? command.at.slice(0, -1)
          : command.at;
    const firstPosition = place.findIndex((part) => typeof part === 'number');
    return firstPosition < 0 ? place : place.slice(0, firstPosition);
  });
}

const isWithin = (inner: Place, outer: Place): boolean =>
  outer.length <= inner.length && outer.every((part, depth) => part === inner[depth]);

/** True where a place of the one is a place of the other, lies in it, or holds it. */
export const overlap = (one: readonly Place[], other: readonly Place[]): boolean =>
  one.some((a) => other.some((b) => isWithin(a, b) || isWithin(b, a)));
