// Finds the place that a command names. Names of parts become positions for the work, and names again for the record,
// so that a step still means the same part after others were added before it.
import { failed, ok, type Result } from '../../units/result.ts';
import { forbiddenKeys } from '../jsonText.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import type { Place } from './command.ts';

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const idOf = (value: unknown): string | undefined =>
  isFields(value) && typeof value.id === 'string' ? value.id : undefined;

/** The position or field in a holder that a part of a place means. */
function keyIn(holder: unknown, part: string | number, at: Place): Result<string | number, PlanFault> {
  const missing = failed(planFault('placeMissing', at, { part }));
  if (isList(holder)) {
    if (typeof part === 'number') return part < holder.length ? ok(part) : missing;
    const first = holder.findIndex((value) => idOf(value) === part);
    if (first < 0) return missing;
    const isOnly = !holder.some((value, index) => index > first && idOf(value) === part);
    return isOnly ? ok(first) : failed(planFault('placeAmbiguous', at, { part }));
  }
  if (!isFields(holder) || typeof part !== 'string') return missing;
  return forbiddenKeys.has(part) ? failed(planFault('valueForbiddenKey', at, { key: part })) : ok(part);
}

/** The fields and positions of a place from the root, checked all the way; the last field need not exist. */
export function findPlace(document: unknown, at: Place): Result<readonly (string | number)[], PlanFault> {
  const keys: (string | number)[] = [];
  let holder = document;
  for (const [depth, part] of at.entries()) {
    const key = keyIn(holder, part, at);
    if (!key.ok) return key;
    keys.push(key.value);
    const isLast = depth === at.length - 1;
    if (!isLast && !hasKey(holder, key.value)) return failed(planFault('placeMissing', at, { part }));
    holder = valueAt(holder, key.value);
  }
  return ok(keys);
}

const hasKey = (holder: unknown, key: string | number): boolean =>
  isList(holder) || (isFields(holder) && Object.hasOwn(holder, key));

function valueAt(holder: unknown, key: string | number): unknown {
  if (isList(holder)) return holder[Number(key)];
  return isFields(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/** What stands at fields and positions that `findPlace` gave; undefined where the last field does not exist. */
export const readPlace = (document: unknown, keys: readonly (string | number)[]): unknown =>
  keys.reduce(valueAt, document);

/** What stands at a place as it is named; undefined, too, where there is no such place. */
export function valueOfPlace(document: unknown, at: Place): unknown {
  const found = findPlace(document, at);
  return found.ok ? readPlace(document, found.value) : undefined;
}

/** The same place with ids in the place of positions, wherever an id is there and the only one of its kind. */
export function namedPlace(document: unknown, keys: readonly (string | number)[]): Place {
  let holder = document;
  return keys.map((key) => {
    const value = valueAt(holder, key);
    const id = isList(holder) ? idOf(value) : undefined;
    const siblings = isList(holder) ? holder : [];
    holder = value;
    return id !== undefined && siblings.filter((part) => idOf(part) === id).length === 1 ? id : key;
  });
}

/** A copy of the document with another value at the place; undefined takes a field away. Untouched parts are shared. */
export function withPlace(document: unknown, keys: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const inner = withPlace(valueAt(document, key), rest, value);
  if (isList(document)) return document.map((part, index) => (index === key ? inner : part));
  const fields = { ...(document as Readonly<Record<string, unknown>>) };
  if (inner === undefined) delete fields[key];
  else fields[key] = inner;
  return fields;
}
