// A plan without the rules that make a simulation slow: what a shorter way through the engine may be taken for.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';

type Team = PlanInput['teams'][number];
type Group = Team['groups'][number];

export const plainInput = (input: PlanInput): PlanInput => {
  const { waitingTriggers: _triggers, startingBacklog: _backlog, internalWork: _work, ...rest } = input;
  return {
    ...rest,
    channels: input.channels.map(({ callBackOffer: _offer, ...channel }) => channel),
    issueTypes: input.issueTypes.map(({ preemptible: _preemptible, ...issueType }) => issueType),
    teams: input.teams.map(plainTeam),
    outcomes: (input.outcomes ?? []).map((rule) => ({
      ...rule,
      next: (rule.next ?? []).map((next) => {
        if (next.kind !== 'functional') return next;
        const { warm: _warm, ...cold } = next;
        return cold;
      }),
    })),
    promises: (input.promises ?? []).map((promise) => ({ ...promise, pausesInOtherDepartment: false })),
  };
};

function plainTeam({ waitingPlaces: _places, agentChoice: _choice, ...team }: Team): Team {
  return { ...team, groups: team.groups.map(plainGroup) };
}

function plainGroup(group: Group): Group {
  const {
    learningCurve: _curve,
    order: _order,
    queueList: _list,
    deferredInterruptible: _interruptible,
    resumedBySameAgent: _same,
    ...rest
  } = group;
  const plain: Group = { ...rest, staffing: { ...group.staffing, leaving: 'finish' } };
  if (plain.staffing.kind === 'counts')
    return { ...plain, staffing: { ...plain.staffing, leaverChoice: 'shortestIdle' } };
  if (plain.staffing.kind === 'shifts') return { ...plain, plannedShrinkage: 0 };
  return plain;
}
