// What differs between two plans, field by field and named by the parts it belongs to: the content of every list of changes,
// whether of versions, of scenarios or of a plan found in a file. The words are made elsewhere.
import { canonicalJson } from '../canonicalJson.ts';
import type { Text } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import { type ChangedValue, changedValue, isLaw, isQuantity, isText } from './changedValue.ts';
import type { Place } from './command.ts';
import { idOf, isFields, isList } from './findPlace.ts';

export interface ChangedPart {
  /** The list that it stands in, such as `teams`. */
  readonly list: string;
  /** Its name, or the names of what it joins; none: it is called by its number. */
  readonly names: readonly Text[];
  readonly number: number;
}

export interface PlanChange {
  /** `set`: a field has another value. `added`, `removed`: the last of `of`. `order`: of the list that `fields` names. */
  readonly kind: 'set' | 'added' | 'removed' | 'order';
  /** Where it stands: in the later plan, of what was removed in the earlier one. */
  readonly at: Place;
  /** The parts of lists around it, the outermost first. */
  readonly of: readonly ChangedPart[];
  /** Names of fields below the last part: the field itself is the last of them. */
  readonly fields: readonly string[];
  readonly before: ChangedValue;
  readonly after: ChangedValue;
}

/** Fields that say what the file is, or that no person sets. */
const notTold: ReadonlySet<string> = new Set(['$schema', 'format', 'formatVersion', 'id', 'streamKey']);

/** Told as a whole: pictures, curves and timetables, whose single figures would be a list of their own. */
const told: ReadonlySet<string> = new Set([
  'responseCurves',
  'weekly',
  'exceptions',
  'patienceByTier',
  'speed',
  'monthFactors',
  'weekdayFactors',
  'timeOfDay',
  'specialDays',
  'arrivalsSeconds',
  'people',
  'queueList',
  'breaks',
  'changes',
]);

interface Around {
  readonly at: Place;
  readonly of: readonly ChangedPart[];
  readonly fields: readonly string[];
}

/**
 * Every difference, in the order of the document. Parts are known again by their id, rules without one by what they are about.
 * Example: two more agents of one group are one change of `staffing`, `agents` with the team and the group around it.
 */
export function planChanges(before: Plan, after: Plan): readonly PlanChange[] {
  const found: PlanChange[] = [];
  const say = (
    around: Around,
    kind: PlanChange['kind'],
    values: [unknown, unknown],
    holders: unknown[],
  ): void => {
    const field = around.fields.at(-1) ?? '';
    found.push({
      ...around,
      kind,
      before: changedValue(before, field, values[0], holders[0]),
      after: changedValue(after, field, values[1], holders[1]),
    });
  };

  const fields = (around: Around, old: unknown, now: unknown): void => {
    const names = new Set([
      ...Object.keys(isFields(old) ? old : {}),
      ...Object.keys(isFields(now) ? now : {}),
    ]);
    for (const name of names) {
      if (notTold.has(name)) continue;
      const [one, other] = [fieldOf(old, name), fieldOf(now, name)];
      if (one === other || canonicalJson(one) === canonicalJson(other)) continue;
      const below = { at: [...around.at, name], of: around.of, fields: [...around.fields, name] };
      value(below, [one, other], [old, now]);
    }
  };

  const value = (around: Around, [old, now]: [unknown, unknown], holders: unknown[]): void => {
    const name = around.fields.at(-1) ?? '';
    if (isPartList(old) && isPartList(now) && !told.has(name)) parts(around, old ?? [], now ?? []);
    else if (isFields(old) && isFields(now) && !isWhole(name, old) && !isWhole(name, now))
      fields(around, old, now);
    else say(around, 'set', [old, now], holders);
  };

  const parts = (around: Around, old: readonly unknown[], now: readonly unknown[]): void => {
    const list = around.fields.at(-1) ?? '';
    const { pairs, removed, added, isMoved } = matched(old, now);
    const around1 = (plan: Plan, part: unknown, position: number): Around => ({
      at: [...around.at, idOf(part) ?? position],
      of: [...around.of, { list, names: namesOf(plan, part), number: position + 1 }],
      fields: [],
    });
    for (const [from, to] of pairs) {
      const [one, other] = [old[from], now[to]];
      if (one === other) continue;
      const here = around1(after, other, to);
      if (isFields(one) && isFields(other)) fields(here, one, other);
      else if (canonicalJson(one) !== canonicalJson(other))
        say({ ...here, fields: [list] }, 'set', [one, other], []);
    }
    for (const position of added)
      say(around1(after, now[position], position), 'added', [undefined, undefined], []);
    for (const position of removed)
      say(around1(before, old[position], position), 'removed', [undefined, undefined], []);
    if (isMoved) say(around, 'order', [undefined, undefined], []);
  };

  if (before !== after) fields({ at: [], of: [], fields: [] }, before, after);
  return found;
}

const fieldOf = (holder: unknown, name: string): unknown =>
  isFields(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;

/** A list of parts, or none at all. */
const isPartList = (value: unknown): value is readonly unknown[] | undefined =>
  value === undefined || (isList(value) && value.every(isPart));

const isPart = (value: unknown): boolean => isFields(value) && !isText(value);

/** A value that is said at once. A filter is one, whatever is in it. */
const isWhole = (name: string, value: unknown): boolean =>
  told.has(name) ||
  name === 'when' ||
  name === 'applies' ||
  isText(value) ||
  isQuantity(value) ||
  isLaw(value);

interface Matched {
  readonly pairs: readonly (readonly [from: number, to: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
  readonly isMoved: boolean;
}

/** Which part of the one list is which of the other: by id, else by the filter, else by the place. */
function matched(old: readonly unknown[], now: readonly unknown[]): Matched {
  const keysOf = (list: readonly unknown[]): string[] => {
    const seen = new Map<string, number>();
    return list.map((part, position) => {
      const key = keyOf(part) ?? `#${position}`;
      const times = seen.get(key) ?? 0;
      seen.set(key, times + 1);
      return `${key} ${times}`;
    });
  };
  const oldKeys = keysOf(old);
  const nowKeys = keysOf(now);
  // Rules that changed what they are about, in lists of one length, are the same by their place.
  const byPlace = old.length === now.length && [...old, ...now].every((part) => idOf(part) === undefined);
  const isSameSet = oldKeys.every((key) => nowKeys.includes(key));
  const [left, right] =
    byPlace && !isSameSet ? [old.map((_, i) => String(i)), now.map((_, i) => String(i))] : [oldKeys, nowKeys];
  const pairs = right.flatMap((key, to): [number, number][] => {
    const from = left.indexOf(key);
    return from < 0 ? [] : [[from, to]];
  });
  return {
    pairs,
    removed: left.flatMap((key, from) => (right.includes(key) ? [] : [from])),
    added: right.flatMap((key, to) => (left.includes(key) ? [] : [to])),
    isMoved: pairs.some(([from], place) => place > 0 && from < (pairs[place - 1]?.[0] ?? 0)),
  };
}

function keyOf(part: unknown): string | undefined {
  const id = idOf(part);
  if (id !== undefined) return `id ${id}`;
  if (!isFields(part)) return canonicalJson(part);
  const about = part.when ?? part.shift ?? part.date ?? part.demand ?? part.department ?? part.kind;
  return about === undefined ? undefined : `about ${canonicalJson(about)}`;
}

/** What a part is called; a part without a name by what it joins. */
function namesOf(plan: Plan, part: unknown): readonly Text[] {
  if (!isFields(part)) return [];
  if (isText(part.name) && part.name !== '') return [part.name];
  const joined = ['issueType', 'channel', 'shift', 'role', 'demand'].flatMap((field) => {
    const value = changedValue(plan, field, part[field], part);
    return value.kind === 'names' ? value.names : [];
  });
  if (joined.length > 0) return joined;
  const about = changedValue(plan, 'when', part.when, part);
  if (about.kind === 'names' && about.names.length > 0) return about.names;
  return idOf(part) === undefined ? [] : [String(idOf(part))];
}
