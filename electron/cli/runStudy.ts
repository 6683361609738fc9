// One study through the contract: start it, follow its states, cancel it when the person asks for an end.
import type { Client } from '../../core/contract/client.ts';
import type { Failure } from '../../core/contract/failures.ts';
import type { Input } from '../../core/contract/methods.ts';
import type { Finding, StudyValues, studyMethods } from '../../core/contract/studies.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Fault } from '../../core/units/fault.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import type { ProgressBar } from './text/progressBar.ts';

export interface Studied<S extends Finding['study']> {
  readonly plan: Plan;
  readonly value: StudyValues[S];
  readonly warnings: readonly Fault[];
}

type Asked = Input<keyof typeof studyMethods & 'study.start'>['asked'];

export async function runStudy<S extends Finding['study']>(
  client: Client,
  text: string,
  asked: Extract<Asked, { study: S }>,
  bar: ProgressBar,
  ending: AbortSignal,
): Promise<Result<Studied<S>, Failure>> {
  const started = await client.call('study.start', { text, asked });
  if (!started.ok) return started;
  const { run, checked } = started.value;
  const cancel = (): void => void client.call('study.cancel', { run });
  ending.addEventListener('abort', cancel, { once: true });
  if (ending.aborted) cancel();
  try {
    for (let after = -1; ; ) {
      const next = await client.call('study.next', { run, after });
      if (!next.ok) return next;
      const { state, finding, failure, sequence, stepsDone, stepsExpected } = next.value;
      if (state === 'running') {
        bar.show(stepsDone / stepsExpected, stepsDone, stepsExpected);
        after = sequence;
        continue;
      }
      if (checked.plan === null || finding === null)
        return failed(failure ?? { code: 'runCancelled', params: {} });
      const value = finding.value as StudyValues[S];
      return ok({ plan: checked.plan, value, warnings: checked.warnings });
    }
  } finally {
    bar.clear();
    ending.removeEventListener('abort', cancel);
  }
}
