// One rank for all. Rules and promises about priorities must go on to mean the same contacts, so before the ranks go each
// priority gets issue types of its own.

import type { IssueType } from '../../plan/schema/demand.ts';
import type { ContactFilter } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { SwitchedOff } from './feature.ts';

interface Ranked {
  readonly type: IssueType;
  readonly priority: number;
  /** The issue type of the plan from which this one was made. */
  readonly of: string;
}

/** First come, first served, whoever comes; nobody is raised for having waited. */
export const noPriorities: SwitchedOff = (plan) => {
  const ranked = rankedTypes(plan);
  const named = (id: string, priority: number): string =>
    ranked.find((one) => one.of === id && one.priority === priority)?.type.id ?? id;
  const typeOf = new Map(plan.issueTypes.map((type) => [type.id, type] as const));
  const filter = (when: ContactFilter): ContactFilter | null => withoutPriorities(when, ranked);
  const rules = <Rule extends { readonly when: ContactFilter }>(list: readonly Rule[]): Rule[] =>
    list.flatMap((rule) => {
      const when = filter(rule.when);
      return when === null ? [] : [{ ...rule, when }];
    });
  const all = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => ranked.filter(({ of }) => of === id).map(({ type }) => type.id));
  return {
    ...plan,
    issueTypes: ranked.map(({ type }) => ({ ...type, priority: 5 })),
    demand: plan.demand.map((row) => ({
      ...row,
      issueType: named(row.issueType, row.priority ?? typeOf.get(row.issueType)?.priority ?? 5),
      priority: undefined,
    })),
    routing: rules(plan.routing),
    handling: rules(plan.handling),
    outcomes: rules(plan.outcomes),
    returns: rules(plan.returns),
    waitingTriggers: rules(plan.waitingTriggers).flatMap(({ raisePriorityTo, ...rule }) =>
      raisePriorityTo !== undefined && rule.moveTo === undefined ? [] : [rule],
    ),
    promises: plan.promises.map((promise) => ({
      ...promise,
      applies: filter(promise.applies) ?? promise.applies,
    })),
    teams: plan.teams.map((team) => ({
      ...team,
      waitingOrder: 'entry' as const,
      serves: {
        ...team.serves,
        issueTypes: team.serves.issueTypes === undefined ? undefined : all(team.serves.issueTypes),
      },
      groups: team.groups.map((group) => ({
        ...group,
        order: 'liveFirst' as const,
        queueList: undefined,
        proficiency: rules(group.proficiency),
      })),
    })),
  };
};

/** An issue type for each priority that its contacts have; types whose contacts have one stay as they are. */
function rankedTypes(plan: Plan): Ranked[] {
  return plan.issueTypes.flatMap((type): Ranked[] => {
    const found = new Set(
      plan.demand
        .filter(({ issueType }) => issueType === type.id)
        .map(({ priority }) => priority ?? type.priority),
    );
    if (found.size <= 1) return [{ type, priority: [...found][0] ?? type.priority, of: type.id }];
    return [...found].map((priority) => ({
      type: { ...type, id: `${type.id.slice(0, 60)}.p${priority}`, streamKey: undefined },
      priority,
      of: type.id,
    }));
  });
}

/** The same contacts by issue types alone; null: none. */
function withoutPriorities(when: ContactFilter, ranked: readonly Ranked[]): ContactFilter | null {
  if (when.priorities === undefined && when.issueTypes === undefined) return when;
  const { priorities, issueTypes, ...rest } = when;
  const ids = ranked
    .filter(({ of }) => issueTypes?.includes(of) !== false)
    .filter(({ priority }) => priorities?.includes(priority) !== false)
    .map(({ type }) => type.id);
  return ids.length === 0 ? null : { ...rest, issueTypes: ids };
}
