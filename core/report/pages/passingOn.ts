// A way from a team to the next in words: to whom, when and how a contact is passed on.
import { lawMean } from '../../plan/lawMean.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Way } from '../../plan/ways.ts';
import { nameOf, type PageSentence, type PageValue, said, text } from './page.ts';

/** Sentences for those who pass on: one for each kind and target, whatever the contact was about and whoever had it. */
export function passingOn(plan: Plan, ways: readonly Way[]): PageSentence[] {
  const together = new Map<string, Way[]>();
  for (const way of ways) {
    if (!passed.has(way.kind)) continue;
    const key = `${way.kind} ${way.to}`;
    const same = together.get(key);
    if (same === undefined) together.set(key, [way]);
    else same.push(way);
  }
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { kind, to } = first;
    const places = kind === 'department' ? plan.departments : plan.teams;
    return [said(`way.${kind}`, { to: text(nameOf(places, to)), ...shareOf(same) })];
  });
}

/** Kinds of ways by which a contact that one had goes on. */
export const passed: ReadonlySet<Way['kind']> = new Set(['functional', 'hierarchical', 'department']);

/** The largest that any rule sends. */
function shareOf(ways: readonly Way[]): Readonly<Record<string, PageValue>> {
  const shares = ways.flatMap(({ share }) => share ?? []);
  return shares.length === 0 ? {} : { share: { kind: 'share', value: Math.max(...shares) } };
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
