// The path of a contact in words. What is a share or a time comes formatted; what is a name comes as the plan has it.
import { amount } from '../../../core/plan/amount.ts';
import type { ContactPath, PathHandling, PathNext } from '../../../core/plan/contactPath.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Texts } from '../../text/TextProvider.tsx';
import type { ContactChoice } from './contactChoice.ts';

/** Shares are told as precisely as they are typed. */
export const shareWords = ({ format }: Pick<Texts, 'format'>, share: number): string => {
  const hundredths = Math.round(share * 10_000);
  return format.percent(share, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2);
};

const nameIn = (
  { say }: Texts,
  list: readonly { readonly id: string; readonly name: Plan['name'] }[],
  id: string,
): string => say(list.find((part) => part.id === id)?.name) || id;

/** Who stands before the people: self-service, the virtual assistant, a dispatcher. */
export function frontSentences(texts: Texts, plan: Plan, { issueType, channel }: ContactChoice): string[] {
  const { t } = texts;
  const share = (value: number): string => shareWords(texts, value);
  const self = plan.issueTypes.find(({ id }) => id === issueType)?.selfService;
  const found = plan.channels.find(({ id }) => id === channel);
  const { assistant, dispatcher } = found ?? {};
  return [
    ...(self === undefined
      ? []
      : [
          t('routing.path.selfService', {
            tried: share(amount(self.triedShare)),
            helped: share(amount(self.deflectedShare)),
          }),
        ]),
    ...(assistant === undefined
      ? []
      : [
          t('routing.path.assistant', {
            met: share(amount(assistant.share)),
            resolved: share(amount(assistant.resolvedShare)),
            handedOver: share(amount(assistant.handedOverShare)),
          }),
        ]),
    ...(dispatcher === undefined
      ? []
      : [
          t('routing.path.dispatcher', {
            team: nameIn(texts, plan.teams, dispatcher.team),
            wrong: share(amount(dispatcher.wrongTeamShare)),
          }),
        ]),
  ];
}

/** Who takes contacts of a queue first, and who after which time. */
export function queueSentences(texts: Texts, plan: Plan, queue: ContactPath['queues'][number]): string[] {
  const { t, say, format } = texts;
  const groups = new Map(
    plan.teams.flatMap((team) =>
      team.groups.map((group) => [
        group.id,
        team.groups.length === 1
          ? say(team.name)
          : t('routing.groupOf', { team: say(team.name), group: say(group.name) || group.id }),
      ]),
    ),
  );
  return queue.entries.map(({ teams, groups: some, afterSeconds }, position) => {
    const who = format.list([
      ...teams.map((team) => nameIn(texts, plan.teams, team)),
      ...some.map((group) => groups.get(group) ?? group),
    ]);
    if (position > 0)
      return afterSeconds === 0
        ? t('routing.path.elseWho', { who })
        : t('routing.path.later', { who, time: format.duration(afterSeconds) });
    if (afterSeconds > 0) return t('routing.path.later', { who, time: format.duration(afterSeconds) });
    return queue.tier === undefined
      ? t('routing.path.first', { who })
      : t('routing.path.firstInTier', { who, tier: nameIn(texts, plan.tiers, queue.tier) });
  });
}

/** How long a team takes. */
export function handlingSentence(texts: Texts, plan: Plan, handling: PathHandling): string {
  const { t, format } = texts;
  const team = nameIn(texts, plan.teams, handling.team);
  if (handling.seconds === undefined) return t('routing.path.noTime', { team });
  const time = format.duration(handling.seconds);
  return handling.wrapUpShare > 0
    ? t('routing.path.handlesWithWrapUp', { team, time, wrapUp: shareWords(texts, handling.wrapUpShare) })
    : t('routing.path.handles', { team, time });
}

/** Where a share goes after handling. */
export function nextSentence(texts: Texts, plan: Plan, next: PathNext): string {
  const { t, format } = texts;
  const { target, kind, overlapSeconds, turnaroundSeconds } = next;
  const share = shareWords(texts, next.share);
  switch (target.kind) {
    case 'nobody':
      return t('routing.path.next.nobody', { share });
    case 'sameTeam':
      return t('routing.path.next.sameTeam', { share });
    case 'department': {
      const department = nameIn(texts, plan.departments, target.id);
      const time = turnaroundSeconds === undefined ? '—' : format.duration(turnaroundSeconds);
      return t('routing.path.next.department', { share, department, time });
    }
    default: {
      const to = nameIn(texts, target.kind === 'tier' ? plan.tiers : plan.teams, target.id);
      if (kind === 'hierarchical') return t('routing.path.next.hierarchical', { share, to });
      return overlapSeconds === undefined
        ? t('routing.path.next.functional', { share, to })
        : t('routing.path.next.warm', { share, to, time: format.duration(overlapSeconds) });
    }
  }
}
