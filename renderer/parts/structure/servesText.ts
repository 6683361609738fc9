import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import type { Texts } from '../../text/TextProvider.tsx';

/** What a team takes, in a line: 'Chat, Email; orders'. */
export function servesText({ t, say, format }: Texts, plan: Plan, { serves, specialty }: Team): string {
  if (specialty !== undefined && say(specialty) !== '') return say(specialty);
  const names = (
    list: readonly { readonly id: string; readonly name: Plan['name'] }[],
    ids: readonly string[],
  ) => format.list(ids.map((id) => say(list.find((part) => part.id === id)?.name) || id));
  const channels = serves.channels === undefined ? null : names(plan.channels, serves.channels);
  const issueTypes = serves.issueTypes === undefined ? null : names(plan.issueTypes, serves.issueTypes);
  if (channels === null && issueTypes === null) return t('structure.card.all');
  if (channels === null) return issueTypes ?? '';
  if (issueTypes === null) return channels;
  return t('structure.card.both', { channels, issueTypes });
}
