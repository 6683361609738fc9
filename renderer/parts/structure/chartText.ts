import { peopleOfGroup } from '../../../core/plan/people.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { reportsOf, spanOf } from '../../../core/report/spans.ts';
import type { Texts } from '../../text/TextProvider.tsx';

export interface ChartText {
  /** 'Agent 12, Lead 4' */
  readonly people: string;
  readonly lead: string | null;
  /** How many one lead leads, and how many teams report. */
  readonly spans: string | null;
  readonly isOver: boolean;
}

/** What the box of a team says in the chart. */
export function chartText({ t, say, format }: Texts, plan: Plan, team: Team): ChartText {
  const byRole = new Map<string, number>();
  for (const group of team.groups) {
    const role = plan.roles.find(({ id }) => id === group.role);
    const name = role === undefined ? t('app.organisation.group') : say(role.name);
    byRole.set(name, (byRole.get(name) ?? 0) + peopleOfGroup(plan, team, group));
  }
  const span = spanOf(plan, team);
  const role = plan.roles.find(({ id }) => id === span?.lead.role);
  const reports = reportsOf(plan, team.id).length;
  const parts = [
    span === null || span.peoplePerLead === null
      ? null
      : span.most === null
        ? t('structure.span.each', { people: format.number(span.peoplePerLead, { decimals: 1, trim: true }) })
        : t('structure.span.ofMost', {
            people: format.number(span.peoplePerLead, { decimals: 1, trim: true }),
            most: format.integer(span.most),
          }),
    reports === 0 ? null : t('structure.span.reports', { count: reports }),
  ].filter((part) => part !== null);
  return {
    people: format.list(
      [...byRole].map(([name, people]) =>
        t('structure.roleCount', { role: name, people: format.integer(people) }),
      ),
    ),
    lead:
      span === null
        ? null
        : t('structure.ledBy', { lead: say(span.lead.name) || say(role?.name) || span.lead.id }),
    spans: parts.length === 0 ? null : parts.join(t('structure.card.apart')),
    isOver: span?.isOver === true,
  };
}
