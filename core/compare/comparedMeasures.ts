// The measures of several plans side by side, and how far each plan is from the first.
import type { MeasureId, ScopeKind } from '../measures/catalogue.ts';
import { type ComparedMeasure, type ComparedValue, verdictOfDifference } from '../measures/comparison.ts';
import type { Evaluation, MarkedTable } from '../measures/evaluation.ts';
import type { Estimate } from '../measures/result.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { MeasureColumn } from '../simulation/collect/measureParts.ts';
import { pairedDifference, type Sample, sampleOf } from './pairedTerms.ts';

/** What was counted of one plan, replication by replication. */
export interface CountedPlan {
  readonly columns: readonly MeasureColumn[];
  readonly rows: readonly Float64Array[];
}

type Subject = Pick<ComparedMeasure, 'measure' | 'scope' | 'id'>;

const keyOf = ({ measure, scope, id }: Subject): string => `${scope} ${id} ${measure}`;

/** Subjects of all plans, those of the first in its order, then what only others have. */
function subjectsOf(lists: readonly (readonly Subject[])[]): Subject[] {
  const found = new Map<string, Subject>();
  for (const list of lists)
    for (const { measure, scope, id } of list) {
      const subject = { measure, scope, id };
      if (!found.has(keyOf(subject))) found.set(keyOf(subject), subject);
    }
  return [...found.values()];
}

/** By simulation: `counted` in the order of the plans, null where a plan could not be simulated. */
export function measuresBySimulation(
  plans: readonly (Plan | null)[],
  counted: readonly (CountedPlan | null)[],
): ComparedMeasure[] {
  const tables = counted.map(
    (one) => new Map(one?.columns.map((column) => [keyOf(column), sampleOf(column, one.rows)]) ?? []),
  );
  return subjectsOf(counted.map((one) => one?.columns ?? [])).map((subject) => {
    const key = keyOf(subject);
    const first = tables[0]?.get(key);
    return {
      ...subject,
      name: nameOf(plans, subject),
      values: tables.map((table, place) => valueOf(table.get(key), place === 0 ? undefined : first, subject)),
    };
  });
}

function valueOf(
  sample: Sample | undefined,
  first: Sample | undefined,
  { measure }: Subject,
): ComparedValue | null {
  if (sample === undefined) return null;
  const { value, halfWidth } = sample;
  const difference = first === undefined ? null : pairedDifference(first, sample);
  const isKnown = difference !== null && difference.value !== null;
  return {
    value,
    halfWidth,
    difference: isKnown ? difference : null,
    verdict: isKnown ? verdictOfDifference(difference, measure) : null,
  };
}

/** By formula: differences without an interval, and so without a verdict. */
export function measuresByFormula(
  plans: readonly (Plan | null)[],
  evaluations: readonly (Evaluation | null)[],
): ComparedMeasure[] {
  const tables = evaluations.map((one) => (one === null ? new Map<string, number | null>() : valuesOf(one)));
  const subjects = evaluations.map((one) => (one === null ? [] : subjectsOfEvaluation(one)));
  return subjectsOf(subjects).map((subject) => {
    const key = keyOf(subject);
    const first = tables[0]?.get(key) ?? null;
    return {
      ...subject,
      name: nameOf(plans, subject),
      values: tables.map((table, place): ComparedValue | null => {
        const value = table.get(key);
        if (value === undefined) return null;
        const isKnown = place > 0 && value !== null && first !== null;
        const difference: Estimate | null = isKnown ? { value: value - first, halfWidth: null } : null;
        return { value, halfWidth: null, difference, verdict: null };
      }),
    };
  });
}

const scopes = ['channels', 'issueTypes', 'tiers', 'teams'] as const;

function* entriesOf(evaluation: Evaluation): Generator<readonly [Subject, number | null]> {
  for (const [id, promise] of Object.entries(evaluation.promises))
    yield [{ measure: 'serviceLevelFraction', scope: 'promises', id }, promise.serviceLevelFraction.value];
  const table = function* (scope: ScopeKind, id: string, of: MarkedTable) {
    for (const [measure, { value }] of Object.entries(of))
      yield [{ measure: measure as MeasureId, scope, id }, value] as const;
  };
  yield* table('total', '', evaluation.total);
  for (const scope of scopes)
    for (const [id, of] of Object.entries(evaluation[scope])) yield* table(scope, id, of);
}

const subjectsOfEvaluation = (evaluation: Evaluation): Subject[] =>
  [...entriesOf(evaluation)].flatMap(([subject, value]) => (value === null ? [] : [subject]));
const valuesOf = (evaluation: Evaluation): Map<string, number | null> =>
  new Map([...entriesOf(evaluation)].map(([subject, value]) => [keyOf(subject), value]));

function nameOf(plans: readonly (Plan | null)[], { scope, id }: Subject): Text | null {
  if (scope === 'total') return null;
  for (const plan of plans) {
    const part = plan?.[scope].find((one) => one.id === id);
    if (part !== undefined) return part.name;
  }
  return id;
}
