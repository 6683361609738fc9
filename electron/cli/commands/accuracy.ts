import { exitCodes } from '../exitCodes.ts';
import { planText } from '../plan/planText.ts';
import { runStudy } from '../runStudy.ts';
import { sayFailure, sayFaults } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { writeCard } from '../text/cardText.ts';
import { createProgressBar, noProgressBar } from '../text/progressBar.ts';

/** Each number of a plan by formula and by simulation, and why the two part where they do. */
export async function accuracyCommand(session: Session): Promise<number> {
  const { io, speech, err, out } = session;
  const source = await planText(session, session.invocation.argument ?? '');
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const { replications, seed, workers, json } = session.invocation.options;
  const asked = {
    study: 'accuracy' as const,
    ...(replications !== undefined && { replications: Math.max(2, replications) }),
    ...(seed !== undefined && { seed }),
    ...(workers !== undefined && { workers }),
  };
  const label = (done: number, expected: number) => speech.t('accuracy.progress', { done, expected });
  const bar = io.errIsTerminal ? createProgressBar(io.err, speech, label) : noProgressBar;
  const outcome = await runStudy<'accuracy'>(await session.client(), source.value, asked, bar, io.ending);
  if (!outcome.ok) {
    if (io.ending.aborted) {
      err.paragraph(speech.t('cli.interrupted'));
      return typeof io.ending.reason === 'number' ? io.ending.reason : exitCodes.interrupted;
    }
    const code = sayFailure(speech, err, outcome.failure);
    sayFaults(speech, err, outcome.failure.faults ?? []);
    return code;
  }
  const { plan, value } = outcome.value;
  if (json) io.out(`${JSON.stringify(value, null, 2)}\n`);
  else writeCard(value, plan, session.speechFor(plan), out);
  return exitCodes.done;
}
