// How a number came about: by formula from the plan, by simulation from the counts of its run, which is simulated once more
// where it is not known.
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { DecodedInput } from '../../core/contract/methods.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import type { HandlersOf } from './handlers.ts';
import type { PlanWork } from './planWork.ts';
import { unknownRun } from './refusals.ts';
import type { AccountedRun, Runs } from './runs.ts';
import { startRun } from './simulationMethods.ts';

type Asked = DecodedInput<'measures.explain'>;

export function createExplainMethods(plans: PlanWork, runs: Runs): HandlersOf<'measures.explain'> {
  return {
    'measures.explain': async (asked) => {
      if (asked.by === 'formula') return plans.explainByFormula(asked);
      const planHash = await plans.hashOfAsked(asked);
      if (!planHash.ok) return planHash;
      const run = await accountedRun(plans, runs, asked, planHash.value);
      return run.ok ? plans.explainBySimulation(asked, run.value) : run;
    },
  };
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
