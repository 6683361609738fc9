// Needs as a file of their own, or as part of a plan: from text to what is asked for, or to all that is wrong with it.
import { excerptOf } from './excerpt.ts';
import { readJson } from './jsonText.ts';
import { jsonValueFaults } from './jsonValue.ts';
import { parsePlanValue } from './parsePlan.ts';
import { limitFaults, type PlanFault, planFault } from './planFault.ts';
import type { Text } from './schema/elements.ts';
import { type Needs, needsFile } from './schema/needs.ts';
import type { Plan } from './schema/plan.ts';
import { schemaFaults } from './schemaFaults.ts';

export interface AskedNeeds {
  readonly id: string;
  readonly name: Text;
  readonly needs: Needs;
  readonly locale: Plan['locale'];
  readonly start: string | undefined;
  /** The plan that the needs are part of: the organisation as it is. */
  readonly present: Plan | null;
}

export interface ParsedNeeds {
  readonly asked: AskedNeeds | null;
  readonly faults: readonly PlanFault[];
}

const refused = (faults: readonly PlanFault[]): ParsedNeeds => ({ asked: null, faults: limitFaults(faults) });

/**
 * Reads a `saff-needs` file, or the needs of a plan, whose people are then the present organisation. Never throws.
 * Example: `{"format":"saff-needs","formatVersion":1,"id":"a","name":"A","needs":{}}` asks with nothing said.
 */
export function parseNeeds(text: string): ParsedNeeds {
  const reading = readJson(text);
  if (!reading.ok) return refused(reading.faults);
  const { value } = reading;
  const valueFaults = jsonValueFaults(value);
  if (valueFaults.length > 0) return refused(valueFaults);
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (format === 'saff-plan') return ofPlan(value);
  if (format !== 'saff-needs')
    return refused([planFault('notAPlan', ['format'], { expected: 'saff-needs', found: excerptOf(format) })]);
  const parsed = needsFile.safeParse(value, { reportInput: true });
  if (!parsed.success) return refused(schemaFaults(parsed.error.issues));
  const { id, name, needs, locale, start } = parsed.data;
  return { asked: { id, name, needs, locale, start, present: null }, faults: [] };
}

function ofPlan(value: unknown): ParsedNeeds {
  const { plan, faults } = parsePlanValue(value);
  if (plan === null) return refused(faults);
  const { id, name, needs = {}, locale, horizon } = plan;
  return { asked: { id, name, needs, locale, start: horizon.start, present: plan }, faults: [] };
}
