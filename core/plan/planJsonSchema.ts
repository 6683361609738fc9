// The schema of the plan as JSON Schema, for editors and other tools; committed as plan.schema.json.
import { z } from 'zod';
import { calendar, locale, timeSpan } from './schema/calendar.ts';
import { channel } from './schema/channel.ts';
import { company, goal, internalWork, persona } from './schema/company.ts';
import { demand, issueType, profile, volumeModel } from './schema/demand.ts';
import { careerStep, duty, page } from './schema/duties.ts';
import * as common from './schema/elements.ts';
import * as flow from './schema/flow.ts';
import { law } from './schema/law.ts';
import { needs } from './schema/needs.ts';
import { formatVersion, planSchema } from './schema/plan.ts';
import { contract, group, role, shift, staffing, team, tier } from './schema/team.ts';

/** Parts that get a name of their own in the file. */
const parts: Readonly<Record<string, z.core.$ZodType>> = {
  id: common.id,
  text: common.text,
  anyQuantity: common.anyQuantity,
  positive: common.positive,
  nonNegative: common.nonNegative,
  fraction: common.fraction,
  clockTime: common.clockTime,
  weekday: common.weekday,
  isoDate: common.isoDate,
  streamKey: common.streamKey,
  contactFilter: common.contactFilter,
  law,
  timeSpan,
  calendar,
  locale,
  channel,
  company,
  persona,
  needs,
  goal,
  internalWork,
  duty,
  careerStep,
  page,
  demand,
  issueType,
  profile,
  volumeModel,
  routingRule: flow.routingRule,
  handlingRule: flow.handlingRule,
  outcomeRule: flow.outcomeRule,
  returnRule: flow.returnRule,
  waitingTrigger: flow.waitingTrigger,
  department: flow.department,
  promise: flow.promise,
  scenario: flow.scenario,
  horizon: flow.horizon,
  startingBacklog: flow.startingBacklog,
  tier,
  role,
  contract,
  shift,
  staffing,
  group,
  team,
};

/**
 * The plan as it may be written (defaults may be left out), in JSON Schema draft 2020-12. It says what each field
 * may hold; what the fields mean together only `parsePlan` checks.
 */
export function planJsonSchema(): object {
  const names = z.registry<{ id: string }>();
  for (const [id, part] of Object.entries(parts)) names.add(part, { id });
  const schema = z.toJSONSchema(planSchema, {
    io: 'input',
    target: 'draft-2020-12',
    metadata: names,
    override: ({ zodSchema, jsonSchema }) => {
      const description = z.globalRegistry.get(zodSchema)?.description;
      if (description !== undefined) jsonSchema.description = description;
      // The name of the part is its place under $defs; an `id` of its own would mean an address.
      delete jsonSchema.id;
    },
  });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: `https://saff.example/plan.schema.${formatVersion}.json`,
    title: 'Saff plan',
    description: 'A customer-support organisation, what its customers ask of it, and what it promises.',
    ...rest,
  };
}

const lineWidth = 110;

/** JSON with two spaces, short lists of plain values on one line; `used` characters stand before it on its line. */
function written(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    const fields = Object.entries(value).map(([name, field]) => {
      const start = `${inner}${JSON.stringify(name)}: `;
      return start + written(field, inner, start.length);
    });
    return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
  }
  const line = `[${value.map((part) => JSON.stringify(part)).join(', ')}]`;
  const isPlain = value.every((part) => typeof part !== 'object');
  if (isPlain && used + line.length < lineWidth) return line;
  return `[\n${value.map((part) => inner + written(part, inner, inner.length)).join(',\n')}\n${indent}]`;
}

/** The text of plan.schema.json. */
export const planJsonSchemaText = (): string => `${written(planJsonSchema(), '', 0)}\n`;
