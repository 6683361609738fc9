import type { Input } from '../../../core/contract/methods.ts';
import { chanceNamed } from '../../../core/measures/planFigures.ts';
import { exitCodes } from '../exitCodes.ts';
import { planText } from '../plan/planText.ts';
import { sayFailure, sayFaults } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { writeExplanation } from '../text/explanationText.ts';

/** How a number came about, from the fields of the plan to the number. */
export async function explainCommand(session: Session): Promise<number> {
  const { io, invocation, speech, out, err } = session;
  const source = await planText(session, invocation.argument ?? '');
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const { of, at, by, replications, seed, workers, json } = invocation.options;
  const client = await session.client();
  const checked = await client.call('plan.check', { text: source.value });
  if (!checked.ok) return sayFailure(speech, err, checked.failure);
  const options: Input<'measures.explain'>['options'] = {
    ...(replications !== undefined && { replications }),
    ...(seed !== undefined && { seed }),
    ...(workers !== undefined && { workers }),
  };
  const reply = await client.call('measures.explain', {
    text: source.value,
    measure: invocation.measure ?? '',
    // A chance is a matter of simulation, as in `saff probability`.
    by: by ?? (chanceNamed(invocation.measure ?? '') === undefined ? 'formula' : 'simulation'),
    options,
    ...(of !== undefined && { of }),
    ...(at !== undefined && { at }),
  });
  if (!reply.ok) {
    const code = sayFailure(speech, err, reply.failure);
    sayFaults(speech, err, reply.failure.faults ?? []);
    return code;
  }
  const { plan } = checked.value;
  if (json) io.out(`${JSON.stringify(reply.value, null, 2)}\n`);
  else if (plan !== null) writeExplanation(reply.value, plan, session.speechFor(plan), out);
  return exitCodes.done;
}
