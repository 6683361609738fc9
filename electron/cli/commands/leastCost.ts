import { exitCodes } from '../exitCodes.ts';
import type { Session } from '../session.ts';
import { askedRuns, studyOf } from '../studyOf.ts';
import { writeLeastCost } from '../text/leastCostText.ts';

/** The least costly numbers on duty that keep the promises. */
export async function leastCostCommand(session: Session): Promise<number> {
  const { io, speech, out } = session;
  const { by, json, ...options } = session.invocation.options;
  const asked = { study: 'leastCost' as const, check: by !== 'formula', ...askedRuns(options) };
  const label = (done: number, expected: number) => speech.t('leastCost.progress', { done, expected });
  const studied = await studyOf<'leastCost'>(session, asked, label);
  if (typeof studied === 'number') return studied;
  const { plan, value } = studied;
  if (json) io.out(`${JSON.stringify(value, null, 2)}\n`);
  else writeLeastCost(value, plan, session.speechFor(plan), out);
  return exitCodes.done;
}
