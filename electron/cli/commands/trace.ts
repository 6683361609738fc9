import { exitCodes } from '../exitCodes.ts';
import { planText } from '../plan/planText.ts';
import { sayFailure, sayFaults } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { writeTrace } from '../text/traceText.ts';

const secondsPerHour = 3600;

/** A stretch of one replication, event by event; an hour unless its end is given. */
export async function traceCommand(session: Session): Promise<number> {
  const { io, invocation, speech, out, err } = session;
  const source = await planText(session, invocation.argument ?? '');
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const { replication, from = 0, to = from + 1, limit, seed, json } = invocation.options;
  const client = await session.client();
  const checked = await client.call('plan.check', { text: source.value });
  if (!checked.ok) return sayFailure(speech, err, checked.failure);
  const reply = await client.call('simulation.trace', {
    text: source.value,
    fromSeconds: from * secondsPerHour,
    toSeconds: to * secondsPerHour,
    ...(replication !== undefined && { replication }),
    ...(limit !== undefined && { limit }),
    ...(seed !== undefined && { seed }),
  });
  if (!reply.ok) {
    const code = sayFailure(speech, err, reply.failure);
    sayFaults(speech, err, reply.failure.faults ?? []);
    return code;
  }
  const { plan } = checked.value;
  if (json) io.out(`${JSON.stringify(reply.value)}\n`);
  else if (plan !== null) writeTrace(reply.value, plan, session.speechFor(plan), out);
  return exitCodes.done;
}
