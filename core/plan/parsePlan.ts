// The one door through which a plan comes in: from text to a plan with its hash, or to everything that is wrong with it.
import { z } from 'zod';
import { failed, ok, type Result } from '../units/result.ts';
import { checkPlan } from './checks/checkPlan.ts';
import { excerptOf } from './excerpt.ts';
import { readJson } from './jsonText.ts';
import { jsonValueFaults } from './jsonValue.ts';
import { migrated } from './migrations.ts';
import { limitFaults, type PlanFault, planFault } from './planFault.ts';
import { planHash } from './planHash.ts';
import { formatVersion, type Plan, planSchema } from './schema/plan.ts';
import { schemaFaults } from './schemaFaults.ts';

// The content security policy of the window forbids the code generation that the schema library would try.
z.config({ jitless: true });

/** What every plan says of itself in its first field. */
const format = 'saff-plan';

/** A plan where there are no faults; warnings never stop anything. */
export interface ParsedPlan {
  readonly plan: Plan | null;
  /** SHA-256 of the plan's content; null where there is no plan. */
  readonly planHash: string | null;
  readonly faults: readonly PlanFault[];
  readonly warnings: readonly PlanFault[];
}

/** A document whose fields are all sound, whatever they mean together. */
export interface ParsedDraft extends ParsedPlan {
  readonly draft: Plan | null;
}

const noDraft = (faults: readonly PlanFault[]): ParsedDraft => ({ ...refused(faults), draft: null });

const refused = (faults: readonly PlanFault[], warnings: readonly PlanFault[] = []): ParsedPlan => ({
  plan: null,
  planHash: null,
  faults,
  warnings,
});

type Document = Readonly<Record<string, unknown>>;

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document in the present version, or the one fault that makes looking any further pointless. */
function presentVersion(value: unknown): Result<Document, PlanFault> {
  if (!isDocument(value)) return failed(planFault('notAnObject', [], { found: excerptOf(value) }));
  if (value.format !== format) {
    return failed(planFault('notAPlan', ['format'], { expected: format, found: excerptOf(value.format) }));
  }
  const version = value.formatVersion;
  const isWhole = typeof version === 'number' && Number.isInteger(version);
  if (isWhole && version > formatVersion) {
    return failed(planFault('versionNewer', ['formatVersion'], { version, supported: formatVersion }));
  }
  const document = isWhole && version >= 1 ? migrated(value, version, formatVersion) : undefined;
  if (document !== undefined) return ok(document);
  const params = { found: excerptOf(version), supported: formatVersion };
  return failed(planFault('versionUnknown', ['formatVersion'], params));
}

/**
 * As `parsePlanValue`, but with the document wherever all of its fields are sound: a plan that is being worked on may
 * name a team that is not there yet.
 */
export function parseDraftValue(value: unknown): ParsedDraft {
  const valueFaults = jsonValueFaults(value);
  if (valueFaults.length > 0) return noDraft(valueFaults);
  const document = presentVersion(value);
  if (!document.ok) return noDraft([document.failure]);
  const parsed = planSchema.safeParse(document.value, { reportInput: true });
  if (!parsed.success) return noDraft(limitFaults(schemaFaults(parsed.error.issues)));
  return readDraft(parsed.data);
}

/** The last stage alone: what a document means whose fields are all sound. `before`: a state from which it was made, which was read. */
export function readDraft(draft: Plan, before?: Plan): ParsedDraft {
  const { errors, warnings } = checkPlan(draft, before);
  if (errors.length > 0) return { ...refused(limitFaults(errors), limitFaults(warnings)), draft };
  const hash = planHash(draft, before);
  return { plan: draft, planHash: hash, faults: [], warnings: limitFaults(warnings), draft };
}

/** As `parseDraftValue`, from the text of a file. */
export function parseDraft(text: string): ParsedDraft {
  const reading = readJson(text);
  return reading.ok ? parseDraftValue(reading.value) : noDraft(reading.faults);
}

/** As `parsePlan`, for JSON that was parsed already; plain data only, anything else is a fault. */
export function parsePlanValue(value: unknown): ParsedPlan {
  const { draft: _, ...parsed } = parseDraftValue(value);
  return parsed;
}

/**
 * Reads a plan from the text of its file. Never throws, whatever the text.
 *
 * The stages are form (JSON), version, fields, meaning; each is reached only when the one before found nothing, and
 * each reports all that it finds, at most 200 faults and a count of the rest.
 * Example: `parsePlan('{"format":"saff-plan","formatVersion":9}')` gives only the fault `versionNewer`.
 */
export function parsePlan(text: string): ParsedPlan {
  const reading = readJson(text);
  return reading.ok ? parsePlanValue(reading.value) : refused(reading.faults);
}
