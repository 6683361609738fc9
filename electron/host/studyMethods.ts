import type { Reply } from '../../core/contract/failures.ts';
import type { StudyState } from '../../core/contract/studies.ts';
import type { RunStudy } from '../workers/studies.ts';
import type { HandlersOf } from './handlers.ts';
import { createJobs, type Jobs } from './jobs.ts';
import type { PlanWork } from './planWork.ts';
import { planInvalid, tooManyRuns, unknownRun } from './refusals.ts';

const limits = { mostAtOnce: 2, finishedKept: 4, finishedKeptMs: 10 * 60 * 1000, longestWaitMs: 250 };

export type Studies = Jobs<StudyState>;
export const createStudyJobs = (): Studies => createJobs<StudyState>(limits);

/** Studies of a plan as text, each a job. */
export function createStudyMethods(
  plans: PlanWork,
  studies: Studies,
  runStudy: RunStudy,
): HandlersOf<'study.start' | 'study.next' | 'study.cancel'> {
  return {
    'study.start': async ({ text, asked }) => {
      const found = await plans.check(text);
      if (!found.ok) return found;
      const checked = found.value;
      const { plan } = checked;
      if (plan === null) return planInvalid(checked.faults);
      if (studies.full()) return tooManyRuns(limits.mostAtOnce);
      const first = { stepsDone: 0, stepsExpected: 1, finding: null, failure: null };
      const run = studies.start(first, async ({ signal, change }) => {
        const onStep = (stepsDone: number, stepsExpected: number) => change({ stepsDone, stepsExpected });
        const outcome = await runStudy({ plan, asked, signal, onStep });
        if (outcome.ok) return { state: 'done', finding: outcome.value };
        const state = outcome.failure.code === 'runCancelled' ? 'cancelled' : 'failed';
        return { state, failure: outcome.failure };
      });
      return { ok: true, value: { run, checked } };
    },
    'study.next': async ({ run, after }) => found(run, await studies.next(run, after)),
    'study.cancel': async ({ run }) => found(run, await studies.cancel(run)),
  };
}

const found = (run: string, state: StudyState | undefined): Reply<StudyState> =>
  state === undefined ? unknownRun(run) : { ok: true, value: state };
