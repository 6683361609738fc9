import { exitCodes } from '../exitCodes.ts';
import type { Session } from '../session.ts';
import { askedRuns, studyOf } from '../studyOf.ts';
import { writeStress } from '../text/stressText.ts';

/** What breaks first: a list of what may happen, and the size at which a promise gives way. */
export async function stressCommand(session: Session): Promise<number> {
  const { io, speech, out } = session;
  const { by, json, ...options } = session.invocation.options;
  const asked = { study: 'stress' as const, check: by !== 'formula', ...askedRuns(options) };
  const label = (done: number, expected: number) => speech.t('stress.progress', { done, expected });
  const studied = await studyOf<'stress'>(session, asked, label);
  if (typeof studied === 'number') return studied;
  const { plan, value } = studied;
  if (json) io.out(`${JSON.stringify(value, null, 2)}\n`);
  else writeStress(value, plan, session.speechFor(plan), out);
  return exitCodes.done;
}
