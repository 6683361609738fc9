import { exitCodes } from '../exitCodes.ts';
import type { Session } from '../session.ts';
import { askedRuns, studyOf } from '../studyOf.ts';
import { writeBreakEven } from '../text/breakEvenText.ts';

/** Where promises break as volume or handling grow, and what an assistant saves and when it pays. */
export async function breakEvenCommand(session: Session): Promise<number> {
  const { io, speech, out } = session;
  const { promise, check, assistantCost, json, ...options } = session.invocation.options;
  const asked = {
    study: 'breakEven' as const,
    check: check === true,
    ...(promise !== undefined && { promise }),
    ...askedRuns(options),
  };
  const label = (done: number, expected: number) => speech.t('breakEven.progress', { done, expected });
  const studied = await studyOf<'breakEven'>(session, asked, label);
  if (typeof studied === 'number') return studied;
  const { plan, value } = studied;
  if (json) io.out(`${JSON.stringify(value, null, 2)}\n`);
  else writeBreakEven(value, plan, { speech: session.speechFor(plan), out, assistantCost });
  return exitCodes.done;
}
