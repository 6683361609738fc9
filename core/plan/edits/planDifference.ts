// From one plan to another as commands: for edits that are easier thought of as a new plan than as steps.
import type { Plan } from '../schema/plan.ts';
import type { Command, Place } from './command.ts';
import { idOf, isList } from './findPlace.ts';

/**
 * The commands that make the one plan of the other. Parts of lists by id are set or taken out one by one, as long as what is
 * left keeps its order; anything else that differs is set as a whole. Parts that are the same object are not looked into.
 */
export function planDifference(before: Plan, after: Plan): Command[] {
  const old = before as Readonly<Record<string, unknown>>;
  return Object.entries(after).flatMap(([field, value]) =>
    value === old[field] ? [] : fieldDifference([field], old[field], value),
  );
}

function fieldDifference(at: Place, before: unknown, after: unknown): Command[] {
  const whole: Command[] =
    after === undefined ? [{ change: 'remove', at }] : [{ change: 'set', at, value: after }];
  if (!isList(before) || !isList(after)) return whole;
  const old = new Map(before.map((part) => [idOf(part), part]));
  const kept = new Set(after.map(idOf));
  const inOrder = before.map(idOf).filter((id) => kept.has(id));
  const isPlain =
    old.size === before.length &&
    kept.size === after.length &&
    !old.has(undefined) &&
    after.every((part, position) => idOf(part) !== undefined && idOf(part) === inOrder[position]);
  if (!isPlain) return whole;
  return [
    ...after.flatMap((value): Command[] => {
      const id = idOf(value) ?? '';
      return value === old.get(id) ? [] : [{ change: 'set', at: [...at, id], value }];
    }),
    ...before.flatMap((part): Command[] => {
      const id = idOf(part) ?? '';
      return kept.has(id) ? [] : [{ change: 'remove', at: [...at, id] }];
    }),
  ];
}
