// One study at a time of one kind: started, followed, ended; the next one begun ends the one before.
import type { Client } from '../../core/contract/client.ts';
import type { Failure } from '../../core/contract/failures.ts';
import type { Input } from '../../core/contract/methods.ts';
import type { Finding } from '../../core/contract/studies.ts';

export interface StudyNews {
  readonly onProgress: (done: number, expected: number) => void;
  /** With the id under which the host keeps it for a while. */
  readonly onFinding: (finding: Finding, run: string) => void;
  readonly onFailure: (failure: Failure) => void;
}

export interface StudyFollower {
  /** Says nothing more of the study before. */
  readonly start: (asked: Input<'study.start'>, news: StudyNews) => Promise<void>;
  readonly stop: () => void;
}

export function followStudy(client: Client): StudyFollower {
  let asking = 0;
  let run: string | null = null;
  const stop = (): void => {
    asking += 1;
    if (run !== null) void client.call('study.cancel', { run });
    run = null;
  };
  return {
    stop,
    start: async (asked, { onProgress, onFinding, onFailure }) => {
      stop();
      const mine = asking;
      const started = await client.call('study.start', asked);
      if (mine !== asking) {
        if (started.ok) void client.call('study.cancel', { run: started.value.run });
        return;
      }
      if (!started.ok) return onFailure(started.failure);
      run = started.value.run;
      for (let after = -1; ; ) {
        const reply = await client.call('study.next', { run: started.value.run, after });
        if (mine !== asking) return;
        if (!reply.ok) return onFailure(reply.failure);
        const { state, stepsDone, stepsExpected, finding, failure, sequence } = reply.value;
        after = sequence;
        if (state === 'running') {
          onProgress(stepsDone, stepsExpected);
          continue;
        }
        run = null;
        if (finding !== null) onFinding(finding, started.value.run);
        else onFailure(failure ?? { code: 'runCancelled', params: {} });
        return;
      }
    },
  };
}
