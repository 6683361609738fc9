import { exitCodes } from '../exitCodes.ts';
import type { Session } from '../session.ts';
import { askedRuns, studyOf } from '../studyOf.ts';
import { writeCard } from '../text/cardText.ts';

/** Each number of a plan by formula and by simulation, and why the two part where they do. */
export async function accuracyCommand(session: Session): Promise<number> {
  const { io, speech, out } = session;
  const { options } = session.invocation;
  const asked = { study: 'accuracy' as const, ...askedRuns(options) };
  const found = await studyOf<'accuracy'>(session, asked, (done, expected) =>
    speech.t('accuracy.progress', { done, expected }),
  );
  if (typeof found === 'number') return found;
  const { plan, value } = found;
  if (options.json) io.out(`${JSON.stringify(value, null, 2)}\n`);
  else writeCard(value, plan, session.speechFor(plan), out);
  return exitCodes.done;
}
