// What a plan file holds: a plan, or a bundle of a plan and results of exactly this plan. Both have the same ending, and
// the first field says which it is.
import type { SimulationResult } from '../measures/result.ts';
import { canonicalJson, serialisePlan } from '../plan/canonical.ts';
import { excerptOf, excerptOfText } from '../plan/excerpt.ts';
import { readJson, textLimit, valueLimit } from '../plan/jsonText.ts';
import { type ParsedDraft, parseDraft, parseDraftValue } from '../plan/parsePlan.ts';
import { limitFaults, type PlanFault, planFault } from '../plan/planFault.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { schemaFaults } from '../plan/schemaFaults.ts';
import { resultSchema } from './resultSchema.ts';

export const bundleFormat = 'saff-bundle';
/** Version of the form that this build writes; newer ones are refused. The plan and its results have versions of their own. */
export const bundleVersion = 1;
export const mostResults = 50;

/** Series of figures are most of a bundle, and are not counted as values. */
const limits = {
  characters: textLimit,
  values: 4 * valueLimit,
  uncounted: new Set<string | number | undefined>([
    'values',
    'halfWidths',
    'arrivalsSeconds',
    'valuesSeconds',
  ]),
};

export interface ReadPlanFile extends ParsedDraft {
  /** Results of this very plan; empty for the file of a plan alone. */
  readonly results: readonly SimulationResult[];
}

/**
 * Reads a file that may hold a plan or a bundle. Never throws, whatever the text. A bundle is taken as a whole or not at
 * all, but for results of another engine in a form that is not known here: they are left out with a warning.
 * Example: `readPlanFile('{"format":"saff-bundle","formatVersion":2}')` gives only the fault `versionNewer`.
 */
export function readPlanFile(text: string, engineVersion: string): ReadPlanFile {
  const reading = text.includes(`"${bundleFormat}"`) ? readJson(text, limits) : undefined;
  if (reading === undefined) return { ...parseDraft(text), results: [] };
  if (!reading.ok) return refused(reading.faults);
  const bundle = reading.value;
  if (!isFields(bundle) || bundle.format !== bundleFormat) return { ...parseDraft(text), results: [] };
  return readBundle(bundle, engineVersion);
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bundleFields = ['format', 'formatVersion', 'plan', 'results'];

function readBundle(bundle: Fields, engineVersion: string): ReadPlanFile {
  const version = bundle.formatVersion;
  if (version !== bundleVersion) {
    const isNewer = typeof version === 'number' && Number.isInteger(version) && version > bundleVersion;
    return refused([
      isNewer
        ? planFault('versionNewer', ['formatVersion'], { version, supported: bundleVersion })
        : planFault('versionUnknown', ['formatVersion'], {
            found: excerptOf(version),
            supported: bundleVersion,
          }),
    ]);
  }
  const faults: PlanFault[] = Object.keys(bundle)
    .filter((field) => !bundleFields.includes(field))
    .map((field) => planFault('unknownField', [field], { field: excerptOfText(field) }));
  for (const field of ['plan', 'results'])
    if (!Object.hasOwn(bundle, field)) faults.push(planFault('missingField', [field]));
  if (faults.length > 0) return refused(limitFaults(faults));

  const parsed = parseDraftValue(bundle.plan);
  const within = (fault: PlanFault): PlanFault => ({ ...fault, path: ['plan', ...fault.path] });
  if (parsed.draft === null) return refused(parsed.faults.map(within));
  const read = readResults(bundle.results, parsed.planHash, engineVersion);
  if (read.faults.length > 0) return refused(limitFaults(read.faults));
  return { ...parsed, warnings: [...parsed.warnings, ...read.warnings], results: read.results };
}

function readResults(list: unknown, planHash: string | null, engineVersion: string) {
  const faults: PlanFault[] = [];
  const warnings: PlanFault[] = [];
  const results: SimulationResult[] = [];
  if (!Array.isArray(list))
    return {
      faults: [planFault('expectedList', ['results'], { found: excerptOf(list) })],
      warnings,
      results,
    };
  if (list.length > mostResults) {
    const params = { maximum: mostResults, found: list.length };
    return { faults: [planFault('listTooLong', ['results'], params)], warnings, results };
  }
  const questions = new Set<string>();
  for (const [at, value] of list.entries()) {
    const path = ['results', at] as const;
    const parsed = resultSchema.safeParse(value, { reportInput: true });
    if (!parsed.success) {
      const written = isFields(value) ? value.engineVersion : undefined;
      const isOther = typeof written === 'string' && written !== engineVersion;
      if (isOther) warnings.push(planFault('resultOfOtherEngine', path, { version: excerptOfText(written) }));
      else faults.push(...schemaFaults(parsed.error.issues).map((fault) => under(path, fault)));
      continue;
    }
    const result = parsed.data as SimulationResult;
    const question = questionOf(result);
    if (result.planHash !== planHash) faults.push(planFault('resultOfOtherPlan', [...path, 'planHash']));
    else if (questions.has(question)) faults.push(planFault('resultTwice', path));
    questions.add(question);
    results.push(result);
  }
  return { faults, warnings, results };
}

/** The names that would be suggested are those of the plan, which a result is not. */
const under = (path: readonly (string | number)[], { code, path: inner, params }: PlanFault): PlanFault =>
  code === 'misspeltField'
    ? planFault('unknownField', [...path, ...inner], { field: params.field ?? '' })
    : planFault(code, [...path, ...inner], params);

/** Two results that answer the same question are the same result. */
const questionOf = ({ engineVersion, seed, replications, precisionFraction }: SimulationResult): string =>
  JSON.stringify([engineVersion, seed, precisionFraction, replications]);

const refused = (faults: readonly PlanFault[]): ReadPlanFile => ({
  plan: null,
  planHash: null,
  draft: null,
  faults,
  warnings: [],
  results: [],
});

/** Room for the results: what is written can be read again, by whatever reads the file as bytes too. */
const roomBeside = (planText: string): number => 0.9 * textLimit - 2 * planText.length;

/**
 * A plan with results as the text of one file: the plan as in a file of its own, two spaces further in, and each result on
 * one line with its fields in alphabetical order, the lines in the order of their questions. The same plan and results give
 * the same bytes. Of results beyond what may stand in a file the first ones are taken.
 */
export function serialiseBundle(plan: Plan, results: readonly SimulationResult[]): string {
  const planText = serialisePlan(plan).trimEnd().split('\n').join('\n  ');
  const lines = new Map<string, string>();
  let room = roomBeside(planText);
  for (const result of results) {
    const question = questionOf(result);
    if (lines.has(question)) continue;
    const line = `    ${canonicalJson(result)}`;
    room -= line.length;
    if (room < 0 || lines.size === mostResults) break;
    lines.set(question, line);
  }
  const ordered = [...lines].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
  return [
    '{',
    `  "format": "${bundleFormat}",`,
    `  "formatVersion": ${bundleVersion},`,
    `  "plan": ${planText},`,
    ordered.length === 0 ? '  "results": []' : `  "results": [\n${ordered.join(',\n')}\n  ]`,
    '}',
    '',
  ].join('\n');
}
