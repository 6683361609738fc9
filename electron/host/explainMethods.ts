// How a number came about: by formula from the plan, by simulation from the counts of its run, which is simulated once more
// where it is not known.
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { DecodedInput } from '../../core/contract/methods.ts';
import { chanceNamed } from '../../core/measures/planFigures.ts';
import type { ProbabilityResult } from '../../core/measures/probability.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import type { HandlersOf } from './handlers.ts';
import type { PlanWork } from './planWork.ts';
import { unknownRun } from './refusals.ts';
import type { AccountedRun, Runs } from './runs.ts';
import { startRun } from './simulationMethods.ts';
import type { Studies } from './studyMethods.ts';

type Asked = DecodedInput<'measures.explain'>;

/** As the study of it has them where nobody says. */
const usualReplications = 200;

/** Where the studies of this host are started and kept. */
export interface StudiesOfHost {
  readonly jobs: Studies;
  readonly methods: HandlersOf<'study.start' | 'study.next'>;
}

export function createExplainMethods(
  plans: PlanWork,
  runs: Runs,
  studies: StudiesOfHost,
): HandlersOf<'measures.explain'> {
  return {
    'measures.explain': async (asked) => {
      const chance = chanceNamed(asked.measure);
      if (chance !== undefined) {
        const planHash = await plans.hashOfAsked(asked);
        if (!planHash.ok) return planHash;
        // No formula gives all promises at once, so the fewest draws say so.
        const isTold = asked.by === 'simulation' || chance !== 'allKeptChance';
        const options = isTold ? asked.options : { ...asked.options, replications: 2 };
        const studied = await studiedChance(studies, { ...asked, options }, planHash.value);
        return studied.ok ? plans.explainChance(asked, studied.value) : studied;
      }
      if (asked.by === 'formula') return plans.explainByFormula(asked);
      const planHash = await plans.hashOfAsked(asked);
      if (!planHash.ok) return planHash;
      const run = await accountedRun(plans, runs, asked, planHash.value);
      return run.ok ? plans.explainBySimulation(asked, run.value) : run;
    },
  };
}

/** The study that is meant, else the same once more. */
async function studiedChance(
  { jobs, methods }: StudiesOfHost,
  asked: Asked,
  planHash: string,
): Promise<Result<ProbabilityResult, Failure>> {
  const known = asked.run === undefined ? null : (jobs.state(asked.run)?.finding ?? null);
  if (known?.study === 'probability' && known.value.planHash === planHash && known.value.by === asked.by)
    return ok(known.value);
  const { replications, seed, workers } = asked.options;
  const started = await methods['study.start']({
    text: asked.text,
    asked: {
      ...{ study: 'probability', by: asked.by, replications: Math.max(2, replications ?? usualReplications) },
      ...{ seed, ...(workers !== undefined && { workers }) },
    },
  });
  if (!started.ok) return started;
  const { run } = started.value;
  for (let after = -1; ; ) {
    const state = await methods['study.next']({ run, after });
    if (!state.ok) return state;
    after = state.value.sequence;
    const { finding, failure } = state.value;
    if (state.value.state === 'running') continue;
    if (finding?.study === 'probability') return ok(finding.value);
    return failed(failure ?? { code: 'runCancelled', params: {} });
  }
}

/** The run that is meant, else the same once more. */
async function accountedRun(
  plans: PlanWork,
  runs: Runs,
  asked: Asked,
  planHash: string,
): Promise<Result<AccountedRun, Failure>> {
  const known = asked.run === undefined ? undefined : runs.accounts(asked.run);
  if (known !== undefined && known.result.planHash === planHash) return ok(known);
  const found = await plans.read(asked.text);
  if (!found.ok) return found;
  const started: Reply<string> = startRun(runs, found.value.model, asked.options);
  if (!started.ok) return started;
  const run = started.value;
  for (let after = -1; ; ) {
    const state = await runs.next(run, after);
    if (state === undefined) return unknownRun(run);
    if (state.state === 'running') {
      after = state.sequence;
      continue;
    }
    const accounted = runs.accounts(run);
    if (accounted !== undefined) return ok(accounted);
    return state.failure === null ? unknownRun(run) : failed(state.failure);
  }
}
