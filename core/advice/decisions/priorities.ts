// Rule `priorities` (M5, A5): urgent kinds of issues and public complaints are taken before others; everybody else in turn.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Company } from '../company/company.ts';
import { change, chosen, decision, listOf, nameOf, reason } from '../say.ts';
import { type ChosenSocialMedia, publicPriority } from './socialMedia.ts';

const urgentRank = 2;
const usualRank = 5;

export interface ChosenPriorities {
  readonly ranks: ReadonlyMap<string, number>;
  readonly decisions: readonly AdviceDecision[];
}

export function choosePriorities({ issues }: Company, { isWatched }: ChosenSocialMedia): ChosenPriorities {
  const urgent = issues.filter(({ isUrgent }) => isUrgent);
  const ranks = new Map(issues.map(({ id, isUrgent }) => [id, isUrgent ? urgentRank : usualRank]));
  const isAlike = urgent.length === 0 && !isWatched;
  const reasons = [
    ...(urgent.length > 0
      ? [reason('urgentFirst', { issues: listOf(urgent.map(({ name }) => nameOf(name))) })]
      : []),
    ...(isWatched ? [reason('publicFirst')] : []),
    ...(isAlike ? [reason('inTurn')] : []),
  ];
  return {
    ranks,
    decisions: [
      decision({
        ...{ id: 'priorities', rule: 'priorities', reasons, figures: [] },
        chosen: chosen(isAlike ? 'onePriority' : 'priorities'),
        rows: isWatched ? ['M5', 'A5'] : ['M5'],
        changes: [change('priorities')],
      }),
    ],
  };
}

/** Rank of a contact by its channel, where that is not the rank of its issue. */
export const channelRank = (
  kind: string,
  ranks: ReadonlyMap<string, number>,
  issue: string,
): number | null =>
  kind === 'social' && (ranks.get(issue) ?? usualRank) > publicPriority ? publicPriority : null;
