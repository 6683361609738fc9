import { exitCodes } from '../exitCodes.ts';
import type { Session } from '../session.ts';
import { askedRuns, studyOf } from '../studyOf.ts';
import { writeProbability } from '../text/probabilityText.ts';

/** How likely each promise is kept, and what that hangs on. */
export async function probabilityCommand(session: Session): Promise<number> {
  const { io, speech, out } = session;
  const { promise, by, json, ...options } = session.invocation.options;
  const asked = { study: 'probability' as const, ...(by !== undefined && { by }), ...askedRuns(options) };
  const label = (done: number, expected: number) => speech.t('probability.progress', { done, expected });
  const studied = await studyOf<'probability'>(session, asked, label);
  if (typeof studied === 'number') return studied;
  const { plan, value } = studied;
  const promises = value.promises.filter((one) => promise === undefined || one.promise === promise);
  const shown = { ...value, promises };
  if (json) io.out(`${JSON.stringify(shown, null, 2)}\n`);
  else writeProbability(shown, plan, session.speechFor(plan), out);
  return exitCodes.done;
}
