// One run through the contract: start it, follow its states, cancel it when the person asks for an end.
import type { Client } from '../../core/contract/client.ts';
import type { Failure } from '../../core/contract/failures.ts';
import type { RunOptions } from '../../core/contract/runOptions.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Fault } from '../../core/units/fault.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { clearAway } from '../workers/clearAway.ts';
import type { ProgressBar } from './text/progressBar.ts';

export interface Simulated {
  readonly plan: Plan;
  readonly result: SimulationResult;
  readonly warnings: readonly Fault[];
}

export async function runSimulation(
  client: Client,
  text: string,
  options: Partial<RunOptions>,
  bar: ProgressBar,
  ending: AbortSignal,
): Promise<Result<Simulated, Failure>> {
  const started = await client.call('simulation.start', { text, options });
  if (!started.ok) return started;
  const { run, checked } = started.value;
  // What was compiled is shared with the workers by now.
  clearAway();
  const cancel = (): void => void client.call('simulation.cancel', { run });
  ending.addEventListener('abort', cancel, { once: true });
  if (ending.aborted) cancel();
  try {
    for (let after = -1; ; ) {
      const next = await client.call('simulation.next', { run, after });
      if (!next.ok) return next;
      const { state, result, failure, sequence, doneFraction, replicationsDone, replicationsAsked } =
        next.value;
      if (state === 'running') {
        bar.show(doneFraction, replicationsDone, replicationsAsked);
        after = sequence;
        continue;
      }
      if (checked.plan === null || result === null)
        return failed(failure ?? { code: 'runCancelled', params: {} });
      return ok({ plan: checked.plan, result, warnings: checked.warnings });
    }
  } finally {
    bar.clear();
    ending.removeEventListener('abort', cancel);
  }
}
