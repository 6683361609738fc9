// A plan to which something happens: more to do, fewer people, a part that fails. What a stress is asked with, and what a scenario
// is made of that keeps it.
import { amount } from '../amount.ts';
import { lawTimes } from '../lawMean.ts';
import type { Quantity } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import type { Group, Team } from '../schema/team.ts';
import type { Command } from './command.ts';
import { fieldDifference } from './fieldDifference.ts';
import { scaledPlan } from './scaledPlan.ts';

/** What happens. Sizes are shares: 0.2 is a fifth more, or a fifth of the people; of `slowDepartment` times: 2 is twice as slow. */
export const stressKinds = [
  'volume',
  'handling',
  'absence',
  'surge',
  'teamLost',
  'siteLost',
  'assistantFails',
  'slowDepartment',
] as const;
export type StressKind = (typeof stressKinds)[number];

/** What happens, and to which part of the plan. */
export interface StressedPart {
  readonly kind: StressKind;
  /** Channel, team or department; of a site its time zone; '' for the whole. */
  readonly part: string;
}

/** A site is known by its time zone; without one it is that of the organisation. */
export const siteOf = (plan: Plan, site: Team['site']): string => site?.timeZone ?? plan.locale.timeZone;

/** The plan under a stress of a size. Example: `{ kind: 'volume', part: '' }` of 0.2 gives every source of demand a fifth more. */
export function stressedPlan(plan: Plan, { kind, part }: StressedPart, size: number): Plan {
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
export const stressCommands = (plan: Plan, stress: StressedPart, size: number): Command[] =>
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
