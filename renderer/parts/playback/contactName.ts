import type { TraceContact } from '../../../core/measures/trace.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Texts } from '../../text/TextProvider.tsx';

/** A contact in words: what it is about, by which channel, and its number among those of its row of demand. */
export function contactName(
  { t, say, format }: Pick<Texts, 't' | 'say' | 'format'>,
  plan: Plan,
  { demand, channel, ordinal, generation }: TraceContact,
): string {
  const row = plan.demand.find(({ id }) => id === demand);
  const number = format.number(ordinal + 1, { grouped: false });
  if (channel === '') {
    const work = plan.internalWork.find(({ id }) => id === demand);
    // The time of duties has the duty in its name (core/plan/otherWork.ts).
    const duty = plan.duties?.find(({ id }) => demand.startsWith(`duty/${id}/`));
    const name = duty === undefined ? say(work?.name) : say(duty.name) || t(`duties.kind.${duty.kind}`);
    return t('playback.contact.work', { work: name || demand, number });
  }
  const issue = plan.issueTypes.find(({ id }) => id === row?.issueType)?.name;
  const params = {
    issue: say(issue) || demand,
    channel: say(plan.channels.find(({ id }) => id === channel)?.name) || channel,
    number,
  };
  return t(generation > 0 ? 'playback.contact.back' : 'playback.contact.first', params);
}
