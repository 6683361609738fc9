// From one plan to another as commands on single fields: a list of changes then says no more than what was changed, and still fits
// when something else beside it is.
import type { Plan } from '../schema/plan.ts';
import { alike } from './alike.ts';
import type { Command, Place } from './command.ts';
import { idOf, isFields, isList } from './findPlace.ts';

/**
 * The commands that make the one plan of the other, each as deep in the document as it can be. Parts of lists are held against each
 * other by their id or, in lists of one length, by their place; a list that has become another one is set as a whole.
 * Example: one agent more is one `set` of `agents`.
 */
export const fieldDifference = (before: Plan, after: Plan): Command[] => differences([], before, after);

function differences(at: Place, before: unknown, after: unknown): Command[] {
  if (before === after || alike(before, after)) return [];
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences([...at, name], before[name], after[name]));
  }
  if (isList(before) && isList(after) && isSameList(before, after))
    return after.flatMap((part, place) => differences([...at, idOf(part) ?? place], before[place], part));
  return [after === undefined ? { change: 'remove', at } : { change: 'set', at, value: after }];
}

const isSameList = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.length === after.length &&
  before.every((part, place) => isFields(part) && idOf(part) === idOf(after[place]));
