// A study for a command: the plan read, the promise looked up, the study followed, its failure said.
import type { StudyName, StudyValues } from '../../core/contract/studies.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { planText } from './plan/planText.ts';
import { runStudy } from './runStudy.ts';
import { sayEnd } from './sayEnd.ts';
import { sayFailure } from './sayFailure.ts';
import type { Session } from './session.ts';
import { createProgressBar, noProgressBar } from './text/progressBar.ts';

type Asked<S extends StudyName> = Parameters<typeof runStudy<S>>[2];

export interface StudyOfPlan<S extends StudyName> {
  readonly plan: Plan;
  readonly value: StudyValues[S];
}

/** The answer with its plan, or the exit code after its failure was said. */
export async function studyOf<S extends StudyName>(
  session: Session,
  asked: Asked<S>,
  label: (done: number, expected: number) => string,
): Promise<StudyOfPlan<S> | number> {
  const { io, speech, err } = session;
  const source = await planText(session, session.invocation.argument ?? '');
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const { promise } = session.invocation.options;
  const { plan } = promise === undefined ? { plan: null } : parsePlan(source.value);
  if (plan !== null && promise !== undefined && !plan.promises.some(({ id }) => id === promise)) {
    const known = plan.promises.map(({ id }) => id).join(', ');
    return sayFailure(speech, err, { code: 'unknownPromise', params: { promise, known } });
  }
  const bar = io.errIsTerminal ? createProgressBar(io.err, speech, label) : noProgressBar;
  const outcome = await runStudy<S>(await session.client(), source.value, asked, bar, io.ending);
  return outcome.ok ? outcome.value : sayEnd(session, outcome.failure);
}

/** Number of replications (a study wants two at least), seed and workers as they were typed. */
export function askedRuns({ replications, seed, workers }: Session['invocation']['options']) {
  return {
    ...(replications !== undefined && { replications: Math.max(2, replications) }),
    ...(seed !== undefined && { seed }),
    ...(workers !== undefined && { workers }),
  };
}
