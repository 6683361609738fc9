// A new state of a document that shares with the old one all that says the same, so that who compares by identity sees at once
// what an edit has left alone.
import { idOf, isFields, isList } from './findPlace.ts';

/**
 * `after`, with the objects of `before` wherever they say the same: parts of lists are found by their id, those without one at
 * their place, counted from the start or from the end. Example: after an edit of one team, all other teams are the objects that
 * they were. One that was moved in its list is found by what it says. What it says is what `after` said.
 */
export function sharedParts<T>(before: unknown, after: T): T {
  if (before === after) return after;
  if (isList(before) && isList(after)) return sharedList(before, after) as T;
  if (isFields(before) && isFields(after) && !isList(before)) return sharedFields(before, after) as T;
  return after;
}

function sharedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const fields = Object.entries(after).map(
    ([name, value]) =>
      [name, Object.hasOwn(before, name) ? sharedParts(before[name], value) : value] as const,
  );
  const isSame =
    fields.length === Object.keys(before).length &&
    fields.every(([name, value]) => Object.hasOwn(before, name) && value === before[name]);
  return isSame ? before : Object.fromEntries(fields);
}

function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const byId = new Map(before.map((part) => [idOf(part), part]));
  const shift = before.length - after.length;
  let bySaying: ReadonlyMap<string, unknown> | undefined;
  const moved = (part: unknown): unknown => {
    if (!isFields(part)) return undefined;
    bySaying ??= new Map(before.map((one) => [JSON.stringify(one), one]));
    return bySaying.get(JSON.stringify(part));
  };
  const parts = after.map((part, position) => {
    const id = idOf(part);
    if (id !== undefined) return byId.has(id) ? sharedParts(byId.get(id), part) : part;
    const fromStart = sharedParts(before[position], part);
    if (fromStart === before[position]) return fromStart;
    if (shift === 0) return moved(part) ?? fromStart;
    const fromEnd = sharedParts(before[position + shift], part);
    return fromEnd === before[position + shift] ? fromEnd : (moved(part) ?? fromStart);
  });
  const isSame = shift === 0 && parts.every((part, position) => part === before[position]);
  return isSame ? before : parts;
}
