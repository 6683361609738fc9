// Work of a plan that is no contact (R5): guides, answers to public reviews, messages before anybody asks.
import type { PlanInput } from '../../plan/schema/plan.ts';
import type { Choices } from '../choices.ts';
import { assumedQuantity } from '../company/figure.ts';
import type { Structure } from '../structures/structure.ts';
import { words } from '../words.ts';
import { leadsTeam, managementTeam } from './flow.ts';
import type { Staff } from './staff.ts';
import { operationsTeam } from './teams.ts';

/** Hours of a week. Assumed. */
const publicReviewHours = 3;

/** Hours of a week that are no contact, whoever has them. */
export const otherHours = ({ selfService, socialMedia }: Choices): number =>
  selfService.hoursPerWeek + (socialMedia.isWatched ? publicReviewHours : 0);

export function otherWorkOf(
  { selfService, socialMedia }: Choices,
  { teams }: Structure,
  { operations, leads }: Staff,
): NonNullable<PlanInput['internalWork']> {
  // Where two teams do the same work at different times, it is nobody's of the two.
  const isShared = teams.some(({ duty }) => duty !== 'open');
  const others = leads.groups.length > 0 ? leadsTeam : managementTeam;
  const first = isShared ? others : (teams[0]?.id ?? others);
  const team = operations.people.length > 0 ? operationsTeam : first;
  const work = (id: string, name: ReturnType<typeof words>, hours: number) => ({
    ...{ id, name, team },
    hoursPerWeek: assumedQuantity([hours, hours / 2, hours * 2]),
  });
  return [
    ...(selfService.hoursPerWeek > 0
      ? [
          work(
            'guides',
            words('Guides and frequent questions', 'راهنماها و پرسش‌های پرتکرار', 'الأدلة والأسئلة الشائعة'),
            selfService.hoursPerWeek,
          ),
        ]
      : []),
    ...(socialMedia.isWatched
      ? [
          work(
            'public-reviews',
            words('Answers to public reviews', 'پاسخ به نظرهای عمومی', 'الرد على المراجعات العلنية'),
            publicReviewHours,
          ),
        ]
      : []),
  ];
}
