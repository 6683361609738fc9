import { exitCodes } from '../exitCodes.ts';
import { planText } from '../plan/planText.ts';
import { sayFailure, sayFaults } from '../sayFailure.ts';
import type { Session } from '../session.ts';

/** Everything that is wrong with a plan, with paths; a sound plan is said to be sound. */
export async function checkCommand(session: Session): Promise<number> {
  const { io, invocation, speech, out, err } = session;
  const source = await planText(session, invocation.argument ?? '');
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const reply = await (await session.client()).call('plan.check', { text: source.value });
  if (!reply.ok) return sayFailure(speech, err, reply.failure);

  const { plan, planHash, faults, warnings } = reply.value;
  const isSound = plan !== null && faults.length === 0;
  if (invocation.options.json) {
    io.out(
      `${JSON.stringify({ sound: isSound, planId: plan?.id ?? null, planHash, faults, warnings }, null, 2)}\n`,
    );
    return isSound ? exitCodes.done : exitCodes.failure;
  }
  const { t } = speech;
  if (!isSound) {
    const code = sayFailure(speech, err, { code: 'planInvalid', params: { count: faults.length } });
    sayFaults(speech, err, faults);
    return code;
  }
  out.paragraph(t('cli.check.sound', { plan: speech.name(plan.name) }), { style: 'good' });
  out.paragraph(t('cli.check.hash', { hash: planHash ?? '' }), { style: 'dim' });
  if (warnings.length > 0) {
    out.paragraph(t('cli.warnings', { count: warnings.length }));
    sayFaults(speech, out, warnings);
  }
  return exitCodes.done;
}
