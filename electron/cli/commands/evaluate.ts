import { type Evaluation, simulatedEvaluation } from '../../../core/measures/evaluation.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Fault } from '../../../core/units/fault.ts';
import { exitCodes } from '../exitCodes.ts';
import { planText } from '../plan/planText.ts';
import { sayFailure, sayFaults } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { writeEvaluation } from '../text/evaluationText.ts';
import { simulateText } from './simulate.ts';

interface Answered {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly warnings: readonly Fault[];
}

/** What a plan does, by formula or by simulation, in the same measures with their marks. */
export async function evaluateCommand(session: Session): Promise<number> {
  const { io, invocation, speech, out, err } = session;
  const source = await planText(session, invocation.argument ?? '');
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const answered =
    invocation.options.by === 'simulation'
      ? await bySimulation(session, source.value)
      : await byFormula(session, source.value);
  if (typeof answered === 'number') return answered;
  const { plan, evaluation, warnings } = answered;
  if (invocation.options.json) io.out(`${JSON.stringify(evaluation, null, 2)}\n`);
  else writeEvaluation(plan, evaluation, session.speechFor(plan), out);
  if (warnings.length > 0) {
    err.line();
    err.paragraph(speech.t('cli.warnings', { count: warnings.length }));
    sayFaults(speech, err, warnings);
  }
  return exitCodes.done;
}

async function bySimulation(session: Session, text: string): Promise<Answered | number> {
  const simulated = await simulateText(session, text);
  if (typeof simulated === 'number') return simulated;
  const { plan, result, warnings } = simulated;
  return { plan, evaluation: simulatedEvaluation(result), warnings };
}

async function byFormula({ client, speech, err }: Session, text: string): Promise<Answered | number> {
  const reply = await (await client()).call('plan.evaluate', { text });
  if (!reply.ok) {
    const code = sayFailure(speech, err, reply.failure);
    sayFaults(speech, err, reply.failure.faults ?? []);
    return code;
  }
  const { checked, evaluation } = reply.value;
  if (checked.plan === null) throw new Error('a plan with faults was evaluated');
  return { plan: checked.plan, evaluation, warnings: checked.warnings };
}
