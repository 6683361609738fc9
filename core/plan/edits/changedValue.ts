// A value of a plan as one would say it: a number with its unit, a name, a word of a closed list. For lists of changes.
import { amount } from '../amount.ts';
import { lawMean } from '../lawMean.ts';
import type { Quantity, Text } from '../schema/elements.ts';
import type { Law } from '../schema/law.ts';
import type { Plan } from '../schema/plan.ts';
import { idOf, isFields, isList } from './findPlace.ts';

export type ChangedUnit = 'number' | 'share' | 'seconds' | 'hours' | 'money';

export type ChangedValue =
  /** Not set: the default counts, or nothing. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'number'; readonly value: number; readonly unit: ChangedUnit }
  | { readonly kind: 'text'; readonly text: Text }
  /** Words of a closed list; `field` says of which. */
  | { readonly kind: 'words'; readonly field: string; readonly words: readonly string[] }
  | { readonly kind: 'flag'; readonly value: boolean }
  /** Parts of the plan, or words that people write; an empty list means all. */
  | { readonly kind: 'names'; readonly names: readonly Text[] }
  | { readonly kind: 'date'; readonly date: string }
  /** `mean`: seconds; null for never. */
  | { readonly kind: 'law'; readonly law: Law['law']; readonly mean: number | null }
  /** Something with more in it than a sentence holds. */
  | { readonly kind: 'much' };

/** The list in which a reference is found, by the field that holds it. */
const references: Readonly<Record<string, keyof Plan>> = {
  tier: 'tiers',
  tiers: 'tiers',
  entryTier: 'tiers',
  team: 'teams',
  teams: 'teams',
  reportsTo: 'teams',
  channel: 'channels',
  channels: 'channels',
  preferredChannels: 'channels',
  issueType: 'issueTypes',
  issueTypes: 'issueTypes',
  role: 'roles',
  contract: 'contracts',
  shift: 'shifts',
  profile: 'profiles',
  department: 'departments',
  hours: 'calendars',
  calendar: 'calendars',
  demand: 'demand',
};

const groupReferences: ReadonlySet<string> = new Set(['lead', 'groups']);
const personReferences: ReadonlySet<string> = new Set(['segment', 'segments']);

const shares: ReadonlySet<string> = new Set([
  'plannedShrinkage',
  'unplannedAbsence',
  'growthPerYear',
  'attritionPerYear',
  'shareToAttain',
  'rangeHolds',
  'startFactor',
  'afterShareOfPromise',
]);

function unitOf(field: string, holder: unknown): ChangedUnit {
  if (field === 'threshold' && isFields(holder)) {
    const { scale } = holder;
    if (scale === 'fraction') return 'share';
    if (scale === 'seconds' || scale === 'money') return scale;
  }
  if (shares.has(field) || field === 'share' || field.endsWith('Share')) return 'share';
  if (field === 'seconds' || field.endsWith('Seconds')) return 'seconds';
  if (field.endsWith('hoursPerWeek') || field.endsWith('HoursPerMonth')) return 'hours';
  if (/cost/i.test(field)) return 'money';
  return 'number';
}

export const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'number' || (isFields(value) && typeof value.value === 'number');

export const isLaw = (value: unknown): value is Law => isFields(value) && typeof value.law === 'string';

export const isText = (value: unknown): value is Text =>
  typeof value === 'string' ||
  (isFields(value) &&
    Object.keys(value).length > 0 &&
    Object.entries(value).every(
      ([language, said]) => ['en', 'fa', 'ar'].includes(language) && typeof said === 'string',
    ));

/** Fields with words that people write. */
const written: ReadonlySet<string> = new Set([
  'name',
  'description',
  'notes',
  'note',
  'industry',
  'products',
  'philosophy',
  'strategies',
  'source',
  'tone',
  'specialty',
  'duties',
  'skills',
  'timeZone',
  'currency',
]);

/** What stands in a field, as one would say it. `holder`: the object with the field. */
export function changedValue(plan: Plan, field: string, value: unknown, holder: unknown): ChangedValue {
  if (value === undefined || value === null) return { kind: 'nothing' };
  if (typeof value === 'boolean') return { kind: 'flag', value };
  if (isQuantity(value)) return { kind: 'number', value: amount(value), unit: unitOf(field, holder) };
  if (isLaw(value)) {
    const mean = lawMean(value);
    return { kind: 'law', law: value.law, mean: Number.isFinite(mean) ? mean : null };
  }
  if (field === 'when' || field === 'applies') return { kind: 'names', names: namesOfFilter(plan, value) };
  if (isList(value)) {
    const names = value.map((part) => nameIn(plan, field, part));
    if (names.length === 0) return { kind: 'names', names: [] };
    if (names.every((name) => name !== null)) return { kind: 'names', names };
    const isWords = value.every((part) => typeof part === 'string');
    return isWords ? { kind: 'words', field, words: value } : { kind: 'much' };
  }
  const name = nameIn(plan, field, value);
  if (name !== null) return { kind: 'names', names: [name] };
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { kind: 'date', date: value };
  if (typeof value === 'string' && /^\d\d:\d\d$/.test(value)) return { kind: 'text', text: value };
  if (typeof value === 'string') return { kind: 'words', field, words: [value] };
  if (isText(value)) return { kind: 'text', text: value };
  return { kind: 'much' };
}

/** The name of what a reference means, or the words themselves where people write them; null for anything else. */
function nameIn(plan: Plan, field: string, value: unknown): Text | null {
  if (isFields(value) && field === 'to' && typeof value.team === 'string')
    return nameIn(plan, 'team', value.team);
  if (written.has(field) && isText(value)) return value;
  if (typeof value !== 'string') return null;
  const list = references[field];
  if (list !== undefined) return nameOf(plan[list], value);
  if (groupReferences.has(field))
    return nameOf(
      plan.teams.flatMap(({ groups }) => groups),
      value,
    );
  return personReferences.has(field) ? nameOf(plan.company.personas, value) : null;
}

function nameOf(list: unknown, id: string): Text {
  const found = isList(list) ? list.find((part) => idOf(part) === id) : undefined;
  return isFields(found) && isText(found.name) ? found.name : id;
}

function namesOfFilter(plan: Plan, filter: unknown): Text[] {
  if (!isFields(filter)) return [];
  return Object.entries(filter).flatMap(([field, values]) =>
    isList(values) ? values.map((value) => nameIn(plan, field, value) ?? String(value)) : [],
  );
}
