import type { Failure } from '../../../core/contract/failures.ts';
import type { CheckedCase } from '../../../core/verification/checkedCase.ts';
import { leftOut } from '../../../core/verification/leftOut.ts';
import type { VerificationCase } from '../../../core/verification/verificationCase.ts';
import { chosenCases } from '../../../core/verification/verificationCases.ts';
import { verifyFormula } from '../../../core/verification/verifyFormula.ts';
import { type SimulatePlan, verifySimulation } from '../../../core/verification/verifySimulation.ts';
import { exitCodes } from '../exitCodes.ts';
import { runSimulation } from '../runSimulation.ts';
import { sayEnd } from '../sayEnd.ts';
import { sayFailure } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { createProgressBar, noProgressBar } from '../text/progressBar.ts';
import { writeCase } from '../verify/caseText.ts';

/** Holds the product against print and exact answers, and shows every number beside its source. */
export async function verifyCommand(session: Session): Promise<number> {
  const { io, invocation, speech, out, err } = session;
  const { formulas, simulation, json } = invocation.options;
  const kind = formulas === true ? 'formula' : simulation === true ? 'simulation' : undefined;
  const chosen = chosenCases({ kind, text: invocation.argument });
  if (chosen.length === 0) {
    const params = { text: invocation.argument ?? '', command: 'saff verify' };
    return sayFailure(speech, err, { code: 'noSuchCase', params });
  }
  if (json !== true) {
    out.paragraph(speech.t('verify.title'), { style: 'bold' });
    out.paragraph(speech.t('verify.intro', { z: `|z| \u2264 ${speech.format.integer(4)}` }));
  }
  const found = await verified(session, chosen);
  if (typeof found === 'number') return found;
  const missed = found.filter(({ agrees }) => !agrees);
  if (json === true) {
    const counts = { cases: found.length, figures: figuresOf(found), missed: missed.map(({ id }) => id) };
    io.out(`${JSON.stringify({ ...counts, checked: found, leftOut }, null, 2)}\n`);
  } else {
    writeEnd(session, found);
  }
  return missed.length === 0 ? exitCodes.done : exitCodes.failure;
}

const figuresOf = (found: readonly CheckedCase[]): number =>
  found.reduce((sum, { figures }) => sum + figures.length, 0);

/** The checked cases, each written as soon as it is there; the exit code where a run failed or was ended. */
async function verified(
  session: Session,
  chosen: readonly VerificationCase[],
): Promise<readonly CheckedCase[] | number> {
  const { io, invocation, speech, out } = session;
  const label = (done: number, asked: number) => speech.t('verify.progress', { done, asked });
  const bar = io.errIsTerminal ? createProgressBar(io.err, speech, label) : noProgressBar;
  const simulate = simulateBy(session);
  const found: CheckedCase[] = [];
  try {
    for (const one of chosen) {
      bar.show(found.length / chosen.length, found.length, chosen.length);
      const checked = one.kind === 'formula' ? verifyFormula(one) : await verifySimulation(one, simulate);
      found.push(checked);
      bar.clear();
      if (invocation.options.json !== true) writeCase(speech, out, checked);
    }
    return found;
  } catch (error) {
    if (!(error instanceof RunEnded)) throw error;
    bar.clear();
    return sayEnd(session, error.failure);
  } finally {
    bar.clear();
  }
}

/** A simulation that did not come to its result; it ends the command. */
class RunEnded extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Plans go the way of every plan: as text, through the contract, to the workers. */
function simulateBy({ io, invocation, client }: Session): SimulatePlan {
  const { workers } = invocation.options;
  return async (plan, seed, replications) => {
    const options = { seed, replications, ...(workers === undefined ? {} : { workers }) };
    const text = JSON.stringify(plan);
    const outcome = await runSimulation(await client(), text, options, noProgressBar, io.ending);
    if (!outcome.ok) throw new RunEnded(outcome.failure);
    return outcome.value.result;
  };
}

function writeEnd({ speech, out }: Session, found: readonly CheckedCase[]): void {
  const { t, format } = speech;
  const missed = found.filter(({ agrees }) => !agrees).length;
  out.line();
  out.paragraph(
    t('verify.counts', {
      cases: format.integer(found.length),
      figures: format.integer(figuresOf(found)),
      missed: format.integer(missed),
    }),
    { style: missed === 0 ? 'good' : 'bad' },
  );
  out.line();
  out.paragraph(t('verify.leftOut'));
  for (const { citation, reason } of leftOut) {
    out.paragraph(
      `\u2022 ${t('verify.leftOutLine', { example: citation, reason: t(`verify.reason.${reason}`) })}`,
      {
        indent: 2,
      },
    );
  }
}
