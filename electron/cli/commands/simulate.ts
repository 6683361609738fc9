import type { RunOptions } from '../../../core/contract/runOptions.ts';
import { buildReport } from '../../../core/report/buildReport.ts';
import { exitCodes } from '../exitCodes.ts';
import { planText } from '../plan/planText.ts';
import { runSimulation, type Simulated } from '../runSimulation.ts';
import { sayEnd } from '../sayEnd.ts';
import { sayFailure, sayFaults } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { createProgressBar, noProgressBar } from '../text/progressBar.ts';
import { resultCsv } from '../text/resultCsv.ts';
import { writeReport } from '../text/textReport.ts';

/** Simulates a plan and prints its report, its result as JSON, or its measures as CSV. */
export async function simulateCommand(session: Session): Promise<number> {
  const source = await planText(session, session.invocation.argument ?? '');
  if (!source.ok) return sayFailure(session.speech, session.err, source.failure);
  const simulated = await simulateText(session, source.value);
  if (typeof simulated === 'number') return simulated;
  print(session, simulated);
  return exitCodes.done;
}

/** The result, or the exit code after its failure was said. */
export async function simulateText(session: Session, text: string): Promise<Simulated | number> {
  const { io, speech } = session;
  const { replications, precision, seed, workers } = session.invocation.options;
  const options: Partial<RunOptions> = {
    ...(replications !== undefined && { replications }),
    ...(precision !== undefined && { precisionFraction: precision }),
    ...(seed !== undefined && { seed }),
    ...(workers !== undefined && { workers }),
  };
  const bar = io.errIsTerminal ? createProgressBar(io.err, speech) : noProgressBar;
  const outcome = await runSimulation(await session.client(), text, options, bar, io.ending);
  return outcome.ok ? outcome.value : sayEnd(session, outcome.failure);
}

function print(session: Session, { plan, result, warnings }: Simulated): void {
  const { io, invocation, err } = session;
  if (invocation.options.json) io.out(`${JSON.stringify(result, null, 2)}\n`);
  else if (invocation.options.csv) io.out(resultCsv(result));
  else writeReport(buildReport(plan, result), session.speechFor(plan), session.out);
  if (warnings.length > 0) {
    err.line();
    err.paragraph(session.speech.t('cli.warnings', { count: warnings.length }));
    sayFaults(session.speech, err, warnings);
  }
}
