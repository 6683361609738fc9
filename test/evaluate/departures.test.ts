// Marks are true: every field of a plan is followed by the formulas, or has no part in the measures, or makes them
// approximations that name it. A field that is new in the schema stands in none of the lists and fails here.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import { type Departure, departures, type Evaluation } from '../../core/measures/evaluation.ts';
import planSchema from '../../core/plan/plan.schema.json' with { type: 'json' };
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { ofContacts } from './departing/ofContacts.ts';
import { ofPeople } from './departing/ofPeople.ts';
import { base } from './departing/plainPlan.ts';

const departing = { ...ofContacts, ...ofPeople };

/** Fields that formulas follow: flows, laws by their means, staff, targets; or that only choose what others are about. */
const followed = [
  'channels[].afterHours',
  'channels[].patienceByTier',
  'channels[].costPerContact',
  'contracts[]',
  'company.retention',
  'demand[].channel',
  'demand[].issueType',
  'demand[].language',
  'demand[].segment',
  'demand[].profile',
  'demand[].volume',
  'handling[].wrapUpShare',
  'horizon',
  'issueTypes[].entryTier',
  'locale.timeZone',
  'outcomes[].next[].kind',
  'outcomes[].next[].share',
  'outcomes[].when',
  'promises[].applies',
  'promises[].blocked',
  'promises[].calendar',
  'promises[].firstResponseAt',
  'promises[].serviceLevelOf',
  'promises[].shareToAttain',
  'promises[].targetSeconds',
  'promises[].turnedAway',
  'roles[].contactTimeShare',
  'shifts[]',
  'teams[].groups[].contract',
  'teams[].groups[].headcount',
  'teams[].groups[].languages',
  'teams[].groups[].role',
  'teams[].groups[].skills',
  'teams[].groups[].staffing',
  'teams[].hours',
  'teams[].serves',
  'teams[].site.timeZone',
  'teams[].tier',
];

/** Fields with no part in the measures that formulas answer, or that only names, texts and keys depend on. */
const without = [
  '$schema',
  ...['id', 'name', 'description', 'notes', 'incomplete', 'format', 'formatVersion'],
  ...[
    'locale',
    'company',
    'goals',
    'scenarios',
    'careerSteps',
    'pages',
    'needs',
    'reviews',
    'roles',
    'tiers',
    'issueTypes[].complexity',
  ],
  // Who may take a contact is a matter of the queue; among agents alike it changes nobody's wait.
  ...['teams[].agentChoice', 'teams[].groups[].resumedBySameAgent', 'teams[].groups[].staffing.leaverChoice'],
  // The measures of a promise are those of the horizon; formulas judge no periods.
  'promises[].period',
  // A pause counts for promises on the resolution, which are never exact.
  'promises[].pausesInOtherDepartment',
  ...['teams[].specialty', 'teams[].reportsTo', 'teams[].lead', 'teams[].site.name'],
  ...['teams[].groups[].people', 'teams[].groups[].sourcing'],
  // What is only believed of the volume is for those who ask how sure an answer is.
  ...['volumeModel.contactRatePerCustomerPerMonth', 'volumeModel.forecastError'],
  ...['volumeModel.assumed', 'volumeModel.source'],
];
/** Last words of a path that say who or what is meant, wherever they stand. */
const names =
  /(?:^|\.|\])(?:id|name|streamKey|description|text|note|title|assumed|source|low|high|value|en|fa|ar)$/;

interface Node {
  readonly $ref?: string;
  readonly type?: string;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
}
const { $defs = {} } = planSchema as { $defs?: Readonly<Record<string, Node>> };

/** Every field of the schema by its path. */
function fieldsOf(node: Node, path: string, depth: number): string[] {
  const at = node.$ref === undefined ? node : ($defs[node.$ref.split('/').at(-1) ?? ''] ?? {});
  if (depth > 9) return [];
  const choices = at.anyOf ?? at.oneOf;
  if (choices !== undefined) return choices.flatMap((one) => fieldsOf(one, path, depth + 1));
  if (at.type === 'array') return fieldsOf(at.items ?? {}, `${path}[]`, depth + 1);
  if (at.properties === undefined) return [path];
  return Object.entries(at.properties).flatMap(([name, inner]) =>
    fieldsOf(inner, path === '' ? name : `${path}.${name}`, depth + 1),
  );
}
const fields = [...new Set(fieldsOf(planSchema as unknown as Node, '', 0))];

const isUnder = (field: string, rule: string): boolean =>
  field === rule ||
  field.startsWith(`${rule}.`) ||
  field.startsWith(`${rule}[`) ||
  (rule.endsWith('[]') && field.startsWith(rule));
const rules = [...Object.keys(departing), ...followed, ...without];

function departuresOf(plan: PlanInput): Set<Departure> {
  const answer: Evaluation = evaluate(compiledPlan(plan));
  const found = new Set<Departure>();
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'approximation' && 'departures' in node)
      for (const one of node.departures as Departure[]) found.add(one);
    else for (const inner of Object.values(node)) look(inner);
  };
  look([answer.total, answer.teams, answer.promises]);
  return found;
}

describe('the marks of formulas', () => {
  it('are exact for the plan that the fields are put into', () => {
    expect([...departuresOf(base())]).toEqual([]);
  });

  it('know every field of the schema', () => {
    expect(fields.length).toBeGreaterThan(300);
    const unknown = fields.filter(
      (field) => !names.test(field) && !rules.some((rule) => isUnder(field, rule)),
    );
    expect(unknown).toEqual([]);
    expect(rules.filter((rule) => !fields.some((field) => isUnder(field, rule)))).toEqual([]);
  });

  it.each(Object.entries(departing))('name what they leave out: %s', (_, [departure, plan]) => {
    expect([...departuresOf(plan())]).toContain(departure);
  });

  it('name every departure for some field', () => {
    const shown = new Set(Object.values(departing).map(([departure]) => departure));
    expect(departures.filter((departure) => !shown.has(departure))).toEqual([]);
  });
});
