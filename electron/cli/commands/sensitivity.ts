import { exitCodes } from '../exitCodes.ts';
import type { Session } from '../session.ts';
import { askedRuns, studyOf } from '../studyOf.ts';
import { writeSensitivity } from '../text/sensitivityText.ts';

/** What each promise hangs on, what of it is not known, and the next number worth measuring. */
export async function sensitivityCommand(session: Session): Promise<number> {
  const { io, speech, out } = session;
  const { promise, check, json, ...options } = session.invocation.options;
  const asked = {
    study: 'sensitivity' as const,
    check: check === true,
    ...(promise !== undefined && { promise }),
    ...askedRuns(options),
  };
  const label = (done: number, expected: number) => speech.t('sensitivity.progress', { done, expected });
  const studied = await studyOf<'sensitivity'>(session, asked, label);
  if (typeof studied === 'number') return studied;
  const { plan, value } = studied;
  if (json) io.out(`${JSON.stringify(value, null, 2)}\n`);
  else writeSensitivity(value, plan, session.speechFor(plan), out);
  return exitCodes.done;
}
