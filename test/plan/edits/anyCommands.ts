// Steps as a person might make them on a given plan, some of which do not fit.
import fc from 'fast-check';
import type { Command, Place } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';

/** Every place of the document that is not the root, with what stands there; parts of lists by position or by id. */
function placesOf(value: unknown, at: Place = []): { readonly at: Place; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const id = Array.isArray(value) && typeof part === 'object' ? (part as { id?: unknown })?.id : undefined;
    const step = Array.isArray(value) ? (typeof id === 'string' ? id : Number(key)) : key;
    const here = [...at, step];
    return [{ at: here, value: part }, ...placesOf(part, here)];
  });
}

/** A value of the same kind, or another one. */
const changed = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value === 'number') return fc.constantFrom(0, 1, value * 2, value / 2, 0.25);
  if (typeof value === 'string') return fc.constantFrom('other', 'تیم ۲', value);
  if (typeof value === 'boolean') return fc.constant(!value);
  return fc.constantFrom(value, [], {});
};

export function anyCommands(plan: Plan): fc.Arbitrary<readonly Command[]> {
  const places = placesOf(plan).filter(({ at }) => at[0] !== 'format' && at[0] !== 'formatVersion');
  const parts = places.filter(({ at }) => at.length > 1);
  const lists = places.filter(({ value }) => Array.isArray(value));
  const set = fc
    .constantFrom(...places)
    .chain(({ at, value }) => changed(value).map((other): Command => ({ change: 'set', at, value: other })));
  const remove = fc.constantFrom(...parts).map(({ at }): Command => ({ change: 'remove', at }));
  const move = fc
    .tuple(fc.constantFrom(...parts), fc.nat(3))
    .map(([{ at }, position]): Command => ({ change: 'move', at, position }));
  const add = fc
    .tuple(fc.constantFrom(...lists), fc.nat(2), fc.nat(9))
    .map(([list, position, last]): Command => {
      const [first] = list.value as readonly unknown[];
      const value =
        typeof first === 'object' && first !== null && 'id' in first ? { ...first, id: `new${last}` } : first;
      return { change: 'add', at: list.at, value: value ?? 'a note', position };
    });
  return fc.array(fc.oneof({ arbitrary: set, weight: 4 }, remove, move, add), { minLength: 1, maxLength: 4 });
}
