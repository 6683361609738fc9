// A plan after an edit, read anew only where the edit went: for who asks many times a second what a change would come to.
import { sharedParts } from './edits/sharedParts.ts';
import { jsonValueFaults } from './jsonValue.ts';
import { type ParsedDraft, parseDraftValue, readDraft } from './parsePlan.ts';
import { formatVersion, type Plan, planSchema } from './schema/plan.ts';

type Field = keyof typeof planSchema.shape;
type Fields = Readonly<Record<string, unknown>>;

const allFields = Object.keys(planSchema.shape) as readonly Field[];

/**
 * What `parseDraftValue` gives for `document`, where this was made from the plan `before`, which was read, and shares with it the
 * objects that the edit left alone (as `applyCommands` does). Only fields of the document that are other objects than before are held
 * against the schema; what the plan means is checked as a whole. Parts that say the same are the objects of `before`.
 */
export function parseEdited(before: Plan, document: unknown): ParsedDraft {
  const edited = editedFields(before, document);
  if (edited === null) return parseDraftValue(document);
  const draft = Object.fromEntries(
    allFields.flatMap((field) => {
      const value = edited.has(field) ? edited.get(field) : before[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
  return readDraft(draft as Plan);
}

/** The fields that differ, as the schema reads them; null where the whole document has to be read. */
function editedFields(before: Plan, document: unknown): ReadonlyMap<Field, unknown> | null {
  const isFields = typeof document === 'object' && document !== null && !Array.isArray(document);
  if (!isFields || (document as Fields).formatVersion !== formatVersion) return null;
  const after = document as Fields;
  if (Object.keys(after).some((field) => !Object.hasOwn(planSchema.shape, field))) return null;
  if (jsonValueFaults(document).length > 0) return null;
  const edited = new Map<Field, unknown>();
  for (const field of allFields) {
    const value = after[field];
    if (value === before[field]) continue;
    const parsed = planSchema.shape[field].safeParse(value);
    if (!parsed.success) return null;
    edited.set(field, sharedParts(before[field], parsed.data));
  }
  return edited;
}
