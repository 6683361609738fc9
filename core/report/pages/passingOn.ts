// A way from a team to the next in words: to whom, when and how a contact is passed on.
import { lawMean } from '../../plan/lawMean.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Way } from '../../plan/ways.ts';
import { nameOf, type PageSentence, type PageValue, said, text } from './page.ts';

/** A sentence for the team that passes on; null for ways that nobody passes anything on by. */
export function passingOn(plan: Plan, { kind, to, share }: Way): PageSentence | null {
  const part: Readonly<Record<string, PageValue>> =
    share === null ? {} : { share: { kind: 'share', value: share } };
  switch (kind) {
    case 'functional':
    case 'hierarchical':
      return said(`way.${kind}`, { to: text(nameOf(plan.teams, to)), ...part });
    case 'department':
      return said('way.department', { to: text(nameOf(plan.departments, to)), ...part });
    default:
      return null;
  }
}

type Next = Plan['outcomes'][number]['next'][number];

/** The step of an outcome rule that a way stands for. */
export function nextOf(plan: Plan, way: Way): Next | undefined {
  const [rule] = way.rules;
  return rule === undefined ? undefined : plan.outcomes[Number(rule[1])]?.next[Number(rule[3])];
}

/** How a contact is handed over: together with the next agent, with what has been said, or with a question to a department. */
export function howOf(plan: Plan, way: Way): PageSentence {
  const next = nextOf(plan, way);
  if (next?.kind === 'functional' && next.warm !== undefined)
    return said('how.warm', { overlap: { kind: 'seconds', value: next.warm.overlapSeconds } });
  if (way.kind === 'department') {
    const law = plan.departments.find(({ id }) => id === way.to)?.turnaround;
    return law === undefined
      ? said('how.asked')
      : said('how.answered', { turnaround: { kind: 'seconds', value: lawMean(law) } });
  }
  return said(way.kind === 'hierarchical' ? 'how.up' : 'how.cold');
}
