import type { Failure } from '../../../core/contract/failures.ts';
import { parsePlan } from '../../../core/plan/parsePlan.ts';
import { ok, type Result } from '../../../core/units/result.ts';
import { exitCodes } from '../exitCodes.ts';
import { planMeant } from '../plan/keptPlan.ts';
import { planText } from '../plan/planText.ts';
import { runStudy } from '../runStudy.ts';
import { sayEnd } from '../sayEnd.ts';
import { type CliFailure, sayFailure } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { askedRuns } from '../studyOf.ts';
import { writeComparison } from '../text/comparisonText.ts';
import { createProgressBar, noProgressBar } from '../text/progressBar.ts';

/** Plans side by side: the first against each of the others, or a plan against its scenarios. */
export async function compareCommand(session: Session): Promise<number> {
  const { io, speech, err, out, invocation } = session;
  const { by, json, precision, scenarios, ...options } = invocation.options;
  const texts: string[] = [];
  for (const name of invocation.plans ?? []) {
    const text = await textOf(session, name);
    if (!text.ok) return sayFailure(speech, err, text.failure);
    texts.push(text.value);
  }
  const [first = '', ...rest] = texts;
  const own = scenarios === true ? (parsePlan(first).plan?.scenarios ?? []) : [];
  const others = [...own.map(({ id }) => ({ scenario: id })), ...rest.map((text) => ({ text }))];
  if (others.length === 0) {
    const failure = { code: 'nothingToCompare', params: { option: '--scenarios' } } as const;
    return sayFailure(speech, err, failure);
  }
  const asked = {
    ...{ study: 'compare' as const, others },
    ...(by !== undefined && { by }),
    ...(precision !== undefined && { precisionFraction: precision, replications: mostReplications }),
    ...askedRuns(options),
  };
  const label = (done: number, expected: number) => speech.t('compare.progress', { done, expected });
  const bar = io.errIsTerminal ? createProgressBar(io.err, speech, label) : noProgressBar;
  const outcome = await runStudy<'compare'>(await session.client(), first, asked, bar, io.ending);
  if (!outcome.ok) return sayEnd(session, outcome.failure);
  const { plan, value } = outcome.value;
  if (json) io.out(`${JSON.stringify(value, null, 2)}\n`);
  else writeComparison(value, session.speechFor(plan), out);
  return exitCodes.done;
}

/** With a precision the number of replications is the most that are made. */
const mostReplications = 1000;

/** A file, a sample, or a plan of the library. */
async function textOf(session: Session, name: string): Promise<Result<string, CliFailure | Failure>> {
  const text = await planText(session, name);
  const isMissing =
    !text.ok && (text.failure.code === 'unknownSample' || text.failure.code === 'planFileMissing');
  if (!isMissing) return text;
  const client = await session.client();
  const listed = await client.call('library.list', {});
  if (!listed.ok) return text;
  const meant = planMeant(listed.value.plans, name);
  if (!meant.ok) return meant.failure.code === 'keptPlanMissing' ? text : meant;
  const opened = await client.call('library.open', { plan: meant.value });
  return opened.ok ? ok(JSON.stringify(opened.value.document)) : opened;
}
