import { withActuals } from '../../../core/plan/actuals/importActuals.ts';
import { readActuals } from '../../../core/plan/actuals/readActuals.ts';
import { parsePlan } from '../../../core/plan/parsePlan.ts';
import { createActualsCells } from '../../../locales/format/actualsCells.ts';
import { readPlanFile } from '../../files/readPlanFile.ts';
import { exitCodes } from '../exitCodes.ts';
import { planText } from '../plan/planText.ts';
import { runStudy } from '../runStudy.ts';
import { sayEnd } from '../sayEnd.ts';
import { sayFailure } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { askedRuns } from '../studyOf.ts';
import { createProgressBar, noProgressBar } from '../text/progressBar.ts';
import { writeActualsFaults, writeReview } from '../text/reviewText.ts';

/** A plan held against what really happened: what it keeps by itself, and the table that is named. */
export async function reviewCommand(session: Session): Promise<number> {
  const { io, speech, err, out, invocation } = session;
  const { actuals, json, ...options } = invocation.options;
  const source = await planText(session, invocation.argument ?? '');
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const text = actuals === undefined ? source.value : await withTable(session, source.value, actuals);
  if (typeof text !== 'string') return text;
  const label = (done: number, expected: number) => speech.t('review.progress', { done, expected });
  const bar = io.errIsTerminal ? createProgressBar(io.err, speech, label) : noProgressBar;
  const asked = { study: 'review' as const, ...askedRuns(options) };
  const outcome = await runStudy<'review'>(await session.client(), text, asked, bar, io.ending);
  if (!outcome.ok) return sayEnd(session, outcome.failure);
  const { plan, value } = outcome.value;
  if (json) io.out(`${JSON.stringify(value, null, 2)}\n`);
  else writeReview(value, plan, session.speechFor(plan), out);
  return exitCodes.done;
}

/** The plan with the figures of a table, or the exit code after it was said why none can be taken. */
async function withTable(session: Session, text: string, file: string): Promise<string | number> {
  const { speech, err } = session;
  const { plan } = parsePlan(text);
  // What is wrong with the plan itself is said by the host, with every fault.
  if (plan === null) return text;
  const table = await readPlanFile(file);
  if (!table.ok) return sayFailure(speech, err, table.failure);
  const words = session.speechFor(plan);
  const read = readActuals(table.value, plan, createActualsCells(words.format.settings.calendar));
  if (!read.ok) {
    writeActualsFaults(file, read.failure, speech, err);
    return exitCodes.failure;
  }
  const reviews = withActuals(plan, read.value, { source: file, note: (said) => said });
  return JSON.stringify({ ...plan, reviews });
}
