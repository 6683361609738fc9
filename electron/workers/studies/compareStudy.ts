import {
  type Contestant,
  type CountedPlan,
  comparedPlan,
  comparedPromises,
  contestantOf,
  measuresByFormula,
  measuresBySimulation,
} from '../../../core/compare/index.ts';
import type { Failure } from '../../../core/contract/failures.ts';
import { createEvaluator } from '../../../core/evaluate/index.ts';
import type { ComparedMeasure, Comparison } from '../../../core/measures/comparison.ts';
import { parsePlan } from '../../../core/plan/parsePlan.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { measureColumns } from '../../../core/simulation/collect/measureParts.ts';
import { type CompiledModel, compilePlan, engineVersion } from '../../../core/simulation/index.ts';
import type { Fault } from '../../../core/units/fault.ts';
import { timeZoneOffsets } from '../../host/timeZoneOffsets.ts';
import { type Study, StudyEnded, type StudyTools } from '../studyTable.ts';
import { withinFormulas } from './withinFormulas.ts';

/** A precision is looked at after so many replications for the first time, and then after each batch. */
const leastForPrecision = 20;
const batch = 10;

/** Plans side by side, by formula or with the same customers in the same replications. */
export const compareStudy: Study<'compare'> = async (plan, asked, tools) => {
  const contestants = [asked.reference, ...asked.others].map((one) => found(plan, one));
  const [first] = contestants as [Contestant];
  if (first.faults.length > 0) throw ended(first.faults);
  const drafts = contestants.map(({ draft }) => draft);
  const { seed, by } = asked;
  const describe = (entered: readonly Contestant[]) => ({
    ...{ engineVersion, seed, confidenceLevel: 0.95 as const },
    plans: entered.map((one) => comparedPlan(one, first)),
    promises: comparedPromises(entered),
  });
  if (by === 'formula') {
    const evaluator = createEvaluator({ offsets: timeZoneOffsets });
    const evaluations = contestants.map(({ draft, planHash }, place) => {
      tools.onStep(place + 1, contestants.length);
      if (draft === null || planHash === null) return null;
      withinFormulas(draft, planHash);
      const answer = evaluator.evaluate(draft, planHash);
      return answer.ok ? answer.value : null;
    });
    const value: Comparison = {
      ...{ by, replications: 0, stop: 'formula', precisionFraction: null },
      ...describe(contestants),
      measures: measuresByFormula(drafts, evaluations),
    };
    return { study: 'compare', value };
  }
  const compiled = contestants.map(modelOf);
  const runs = await simulated(
    compiled.map(({ model }) => model),
    drafts,
    asked,
    tools,
  );
  const value: Comparison = {
    ...{ by, replications: runs.replications, stop: runs.stop },
    precisionFraction: asked.precisionFraction ?? null,
    ...describe(compiled.map(({ contestant }) => contestant)),
    measures: runs.measures,
  };
  return { study: 'compare', value };
};

type Asked = Parameters<Study<'compare'>>[1];

function found(plan: Plan, { scenario, text }: Asked['reference']): Contestant {
  const other = text === undefined ? null : parsePlan(text);
  if (other !== null && other.plan === null)
    return { scenario: null, name: '', draft: null, planHash: null, faults: other.faults, leftOut: [] };
  const contestant = contestantOf(other?.plan ?? plan, scenario ?? null);
  if (contestant === undefined)
    throw new StudyEnded({ code: 'unknownScenario', params: { scenario: scenario ?? '' } });
  return contestant;
}

/** What cannot be compiled takes part without values, and says why. */
function modelOf(contestant: Contestant): { contestant: Contestant; model: CompiledModel | null } {
  const { draft, planHash } = contestant;
  if (draft === null || planHash === null) return { contestant, model: null };
  const compiled = compilePlan(draft, { planHash, offsets: timeZoneOffsets });
  if (compiled.ok) return { contestant, model: compiled.value };
  return { contestant: { ...contestant, faults: compiled.failure }, model: null };
}

interface Runs {
  readonly replications: number;
  readonly stop: Comparison['stop'];
  readonly measures: readonly ComparedMeasure[];
}

async function simulated(
  models: readonly (CompiledModel | null)[],
  drafts: readonly (Plan | null)[],
  { seed, replications, precisionFraction }: Asked,
  tools: StudyTools,
): Promise<Runs> {
  const rows = models.map((): Float64Array[] => []);
  let done = 0;
  const measure = async (more: number): Promise<readonly ComparedMeasure[]> => {
    await Promise.all(
      models.map(async (model, place) => {
        if (model === null) return;
        const run = { seed, firstReplication: done, replications: more };
        rows[place]?.push(...(await tools.measure(model, run)));
        tools.onStep(
          rows.reduce((sum, of) => sum + of.length, 0),
          replications * models.length,
        );
      }),
    );
    done += more;
    const counted = models.map((model, place): CountedPlan | null =>
      model === null ? null : { columns: measureColumns(model), rows: rows[place] ?? [] },
    );
    return measuresBySimulation(drafts, counted);
  };
  if (precisionFraction === undefined)
    return { measures: await measure(replications), replications, stop: 'replicationsDone' };
  let measures = await measure(Math.min(replications, leastForPrecision));
  while (done < replications && !isWithin(measures, precisionFraction))
    measures = await measure(Math.min(batch, replications - done));
  const stop = isWithin(measures, precisionFraction) ? 'precisionReached' : 'replicationLimit';
  return { measures, replications: done, stop };
}

const isWithin = (measures: readonly ComparedMeasure[], precision: number): boolean =>
  measures
    .filter(({ scope }) => scope === 'promises')
    .every(({ values }) =>
      values.every(
        (value) => value?.difference == null || (value.difference.halfWidth ?? Infinity) <= precision,
      ),
    );

const ended = (faults: readonly Fault[]): StudyEnded => {
  const failure: Failure = { code: 'planInvalid', params: { count: faults.length }, faults };
  return new StudyEnded(failure);
};
