// What a step is called in the history and beside undo: a word of a closed list and the place it is about. Language
// comes later, from the two, so that a history reads in whatever language the window has.
import { addedPlace } from './applyCommands.ts';
import type { Command, Place } from './command.ts';

export const stepCodes = ['set', 'add', 'remove', 'move', 'several', 'rename', 'replace'] as const;
export type StepCode = (typeof stepCodes)[number];

export interface StepName {
  readonly code: StepCode;
  /** The part that the step is about; of several the part that holds them all. */
  readonly at: Place;
}

const placeOf = (command: Command): Place => (command.change === 'add' ? addedPlace(command) : command.at);

/** Example: adding the team `night` is `{ code: 'add', at: ['teams', 'night'] }`. */
export function stepName(commands: readonly Command[]): StepName {
  const places = commands.map(placeOf);
  const [first = []] = places;
  const depth = places.reduce((shared, place) => {
    const differs = place.findIndex((part, index) => part !== first[index]);
    return Math.min(shared, differs < 0 ? place.length : differs);
  }, first.length);
  const at = first.slice(0, depth);
  const [only, second] = commands;
  if (only === undefined) return { code: 'several', at };
  if (only.change === 'set' && only.at.length === 0) return { code: 'replace', at };
  if (second === undefined && only.change === 'set' && at.length === 1 && at[0] === 'name')
    return { code: 'rename', at };
  return { code: commands.every(({ change }) => change === only.change) ? only.change : 'several', at };
}
