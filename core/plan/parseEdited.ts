// A plan after an edit, read anew only where the edit went: for who asks many times a second what a change would come to.
import { z } from 'zod';
import { sharedParts } from './edits/sharedParts.ts';
import { valueLimit } from './jsonText.ts';
import { readJsonValue } from './jsonValue.ts';
import { type ParsedDraft, parseDraftValue, readDraft } from './parsePlan.ts';
import { formatVersion, type Plan, planSchema } from './schema/plan.ts';

type Field = keyof typeof planSchema.shape;
type Fields = Readonly<Record<string, unknown>>;

const allFields = Object.keys(planSchema.shape) as readonly Field[];

/** How many values each field of a plan holds, of plans that were edited; each goes with its plan. */
const valuesOf = new WeakMap<Plan, ReadonlyMap<Field, number>>();

/**
 * What `parseDraftValue` gives for `document`, where this was made from the plan `before`, which was read, and shares with it the
 * objects that the edit left alone (as `applyCommands` does). Only fields of the document that are other objects than before are held
 * against the schema, of lists only the parts that are; checks, the canonical text and the hash are made anew of what changed. Parts
 * that say the same are the objects of `before`.
 */
export function parseEdited(before: Plan, document: unknown): ParsedDraft {
  const edited = editedFields(before, document);
  if (edited === null) return parseDraftValue(document);
  const fields: Partial<Record<Field, unknown>> = {};
  for (const field of allFields) {
    const value = edited.values.has(field) ? edited.values.get(field) : before[field];
    if (value !== undefined) fields[field] = value;
  }
  const draft = fields as Plan;
  valuesOf.set(draft, edited.counts);
  return readDraft(draft, before);
}

interface Edited {
  /** The fields that differ, as the schema reads them. */
  readonly values: ReadonlyMap<Field, unknown>;
  readonly counts: ReadonlyMap<Field, number>;
}

/** Null where the whole document has to be read. */
function editedFields(before: Plan, document: unknown): Edited | null {
  const isFields = typeof document === 'object' && document !== null && !Array.isArray(document);
  if (!isFields || (document as Fields)['formatVersion'] !== formatVersion) return null;
  const after = document as Fields;
  const names = Object.keys(after);
  if (names.some((field) => !Object.hasOwn(planSchema.shape, field))) return null;
  const known = valuesOf.get(before) ?? countsOf(before);
  valuesOf.set(before, known);
  const counts = new Map<Field, number>();
  let values = 1;
  for (const name of names) {
    const field = name as Field;
    const same = after[field] === before[field] ? known.get(field) : undefined;
    const read = same === undefined ? readJsonValue(after[field], field) : { faults: [], values: same };
    if (read.faults.length > 0) return null;
    counts.set(field, read.values);
    values += read.values;
  }
  if (values > valueLimit) return null;
  const edited = new Map<Field, unknown>();
  for (const field of allFields) {
    const value = after[field];
    if (value === before[field]) continue;
    const parsed = readField(field, before[field], value);
    if (parsed === null) return null;
    edited.set(field, sharedParts(before[field], parsed.value));
  }
  return { values: edited, counts };
}

const countsOf = (plan: Plan): ReadonlyMap<Field, number> =>
  new Map(allFields.map((field) => [field, readJsonValue(plan[field], field).values]));

/** A field as the schema reads it; null where it does not fit. Parts of a list that were there before have been read. */
function readField(field: Field, before: unknown, value: unknown): { readonly value: unknown } | null {
  const part = partOf(field);
  if (part === null || !Array.isArray(before) || !Array.isArray(value)) {
    const parsed = planSchema.shape[field].safeParse(value);
    return parsed.success ? { value: parsed.data } : null;
  }
  const known = new Set<unknown>(before);
  const parts: unknown[] = [];
  for (const one of value) {
    const parsed = known.has(one) ? { success: true, data: one as unknown } : part.safeParse(one);
    if (!parsed.success) return null;
    parts.push(parsed.data);
  }
  return { value: parts };
}

/** The schema of the parts of a field that is a list of any length; null for other fields. */
function partOf(field: Field): z.ZodType | null {
  let schema: unknown = planSchema.shape[field];
  while (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) schema = schema.unwrap();
  const isPlain = schema instanceof z.ZodArray && (schema.def.checks?.length ?? 0) === 0;
  return isPlain ? ((schema as z.ZodArray).element as z.ZodType) : null;
}
