// The plan that every formula answers exactly, and the ways to put one field more into it.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../../core/verification/planParts.ts';

/** Two queues with patience, the second behind the first: each field is put into this plan. */
export const base = (): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days: 2 },
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: exponential(150) }],
    tiers: [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ],
    demand: [steadyDemand('calls', 0.08)],
    teams: [teamOf('front', 10, { tier: 'one' }), teamOf('back', 4, { tier: 'two' })],
    promises: [
      {
        ...{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 20, shareToAttain: 0.8 },
      },
    ],
  });

export type Channel = PlanInput['channels'][number];
export type Team = PlanInput['teams'][number];
export type Group = Team['groups'][number];
export type Promise_ = NonNullable<PlanInput['promises']>[number];

export const withChannel = (more: Partial<Channel>) => (): PlanInput => {
  const plan = base();
  return { ...plan, channels: plan.channels.map((channel) => ({ ...channel, ...more })) };
};
export const withTeam =
  (more: Partial<Team>, group: Partial<Group> = {}) =>
  (): PlanInput => {
    const plan = base();
    const [front, back] = plan.teams as [Team, Team];
    const groups = front.groups.map((one) => ({ ...one, ...group }));
    return { ...plan, teams: [{ ...front, groups, ...more }, back] };
  };
export const withGroup = (more: Partial<Group>) => withTeam({}, more);
export const withPromise =
  (more: Partial<Promise_>, plan: () => PlanInput = base) =>
  (): PlanInput => ({
    ...plan(),
    promises: (plan().promises ?? []).map((promise) => ({ ...promise, ...more })),
  });
export const withPlan = (more: Partial<PlanInput>) => (): PlanInput => ({ ...base(), ...more });
/** A second kind of contact beside the first, before the same team. */
export const withOther = (
  issue: Partial<PlanInput['issueTypes'][number]>,
  more: Partial<PlanInput> = {},
): PlanInput => {
  const plan = base();
  return {
    ...plan,
    issueTypes: [...plan.issueTypes, { id: 'other', name: 'Other', ...issue }],
    demand: [...plan.demand, steadyDemand('others', 0.001, { issueType: 'other' })],
    ...more,
  };
};
export const office = {
  id: 'office',
  name: 'Office',
  weekly: [{ weekdays: ['monday', 'tuesday'], spans: [{ from: '08:00', to: '18:00' }] }],
} satisfies NonNullable<PlanInput['calendars']>[number];
export const escalating = (more: object = {}) =>
  withPlan({
    outcomes: [
      {
        when: { tiers: ['one'] },
        next: [{ kind: 'functional', to: 'nextTier', share: 0.2, ...more } as never],
      },
    ],
  });
export const redial = { share: 0.3, delay: exponential(300) };
