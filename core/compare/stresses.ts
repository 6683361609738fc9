// The standard list of what may happen to an organisation, each in a few sizes, and each size as a list of commands.
import type { StressKind } from '../measures/stress.ts';
import { amount } from '../plan/amount.ts';
import type { Command } from '../plan/edits/command.ts';
import { fieldDifference } from '../plan/edits/fieldDifference.ts';
import { scaledPlan } from '../plan/edits/scaledPlan.ts';
import { lawTimes } from '../plan/lawMean.ts';
import type { Quantity, Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Team } from '../plan/schema/team.ts';

export interface Stress {
  readonly kind: StressKind;
  readonly part: string;
  readonly name: Text | null;
  /** From the smallest on. */
  readonly sizes: readonly number[];
}

const sizes: Readonly<Record<StressKind, readonly number[]>> = {
  volume: [0.1, 0.2, 0.3, 0.5, 1],
  handling: [0.1, 0.2, 0.3, 0.5],
  absence: [0.05, 0.1, 0.2, 0.3],
  surge: [0.25, 0.5, 1, 2],
  teamLost: [0.25, 0.5, 0.75, 1],
  siteLost: [0.25, 0.5, 1],
  assistantFails: [0.25, 0.5, 1],
  slowDepartment: [1.5, 2, 3, 5],
};

/** Every stress that this plan can meet. A site is known by its time zone; one alone is the organisation. */
export function stressesOf(plan: Plan): Stress[] {
  const all = (kind: StressKind, part = '', name: Text | null = null): Stress => ({
    ...{ kind, part, name },
    sizes: sizes[kind],
  });
  const named = (
    kind: StressKind,
    parts: readonly { readonly id: string; readonly name?: Text | undefined }[],
  ) => parts.map(({ id, name }) => all(kind, id, name ?? id));
  const used = new Set(plan.demand.map(({ channel }) => channel));
  const sites = new Map(
    plan.teams.map(({ site }) => [siteOf(plan, site), site?.name ?? siteOf(plan, site)] as const),
  );
  return [
    all('volume'),
    all('handling'),
    all('absence'),
    ...named(
      'surge',
      plan.channels.filter(({ id }) => used.has(id)),
    ),
    ...(plan.teams.length > 1 ? named('teamLost', plan.teams) : []),
    ...(sites.size > 1 ? [...sites].map(([zone, name]) => all('siteLost', zone, name)) : []),
    ...named(
      'assistantFails',
      plan.channels.filter(({ assistant }) => assistant !== undefined),
    ),
    ...named('slowDepartment', plan.departments),
  ];
}

const siteOf = (plan: Plan, site: Team['site']): string => site?.timeZone ?? plan.locale.timeZone;

/** The plan under a stress of a size. */
export function stressedPlan(plan: Plan, { kind, part }: Stress, size: number): Plan {
  switch (kind) {
    case 'volume':
      return scaledPlan(plan, { volume: 1 + size });
    case 'handling':
      return scaledPlan(plan, { handling: 1 + size });
    case 'surge':
      return scaledPlan(plan, { volume: 1 + size, channel: part });
    case 'absence':
      return withGroups(
        plan,
        () => true,
        (group) => ({ ...group, unplannedAbsence: alsoLost(group.unplannedAbsence, size) }),
      );
    case 'teamLost':
      return withGroups(
        plan,
        ({ id }) => id === part,
        (group) => less(group, size),
      );
    case 'siteLost':
      return withGroups(
        plan,
        ({ site }) => siteOf(plan, site) === part,
        (group) => less(group, size),
      );
    case 'assistantFails':
      return {
        ...plan,
        channels: plan.channels.map((channel) => {
          const { assistant } = channel;
          if (channel.id !== part || assistant === undefined) return channel;
          return { ...channel, assistant: { ...assistant, share: amount(assistant.share) * (1 - size) } };
        }),
      };
    case 'slowDepartment':
      return {
        ...plan,
        departments: plan.departments.map((department) =>
          department.id === part
            ? { ...department, turnaround: lawTimes(department.turnaround, size) }
            : department,
        ),
      };
  }
}

/** A stress as the changes that a scenario would have. */
export const stressCommands = (plan: Plan, stress: Stress, size: number): Command[] =>
  fieldDifference(plan, stressedPlan(plan, stress, size));

const withGroups = (plan: Plan, isMeant: (team: Team) => boolean, change: (group: Group) => Group): Plan => ({
  ...plan,
  teams: plan.teams.map((team) =>
    isMeant(team) ? { ...team, groups: team.groups.map((group) => change(group)) } : team,
  ),
});

/** Of those who are there, a share is not. */
const alsoLost = (lost: Quantity, share: number): number =>
  Number((1 - (1 - amount(lost)) * (1 - share)).toPrecision(12));

const less = (group: Group, share: number): Group => ({
  ...group,
  plannedShrinkage: alsoLost(group.plannedShrinkage, share),
});
