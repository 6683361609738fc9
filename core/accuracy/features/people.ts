// How people differ, come and go, as the formulas know it: whole, equal, and at work until they are done.
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Group, Staffing } from '../../plan/schema/team.ts';
import type { SwitchedOff } from './feature.ts';
import { wholeAgents } from './time.ts';

const withGroups = (plan: Plan, of: (group: Group) => Group): Plan => ({
  ...plan,
  teams: plan.teams.map((team) => ({ ...team, groups: team.groups.map(of) })),
});

/** What is begun is finished. */
export const noInterruptions: SwitchedOff = (plan) => ({
  ...withGroups(plan, (group) => ({
    ...group,
    deferredInterruptible: false,
    resumedBySameAgent: false,
    staffing: { ...group.staffing, leaving: 'finish' },
  })),
  issueTypes: plan.issueTypes.map((type) => ({ ...type, preemptible: undefined })),
});

/** Nobody is absent by chance or has time for contacts only now and then: as many whole people as are there on average. */
export const wholePeople: SwitchedOff = (plan) => {
  const shareOf = new Map(plan.roles.map(({ id, contactTimeShare }) => [id, amount(contactTimeShare)]));
  const whole = withGroups(plan, (group) => {
    const there =
      (1 - amount(group.plannedShrinkage)) *
      (1 - amount(group.unplannedAbsence)) *
      (shareOf.get(group.role ?? '') ?? 1);
    const staffing = wholeStaffing(group.staffing, there);
    return { ...group, plannedShrinkage: 0, unplannedAbsence: 0, staffing };
  });
  return { ...whole, roles: plan.roles.map((role) => ({ ...role, contactTimeShare: 1 })) };
};

function wholeStaffing(staffing: Staffing, there: number): Staffing {
  switch (staffing.kind) {
    case 'hours':
      return { ...staffing, agents: wholeAgents(amount(staffing.agents) * there) };
    case 'counts':
      return {
        ...staffing,
        counts: staffing.counts.map((span) => ({
          ...span,
          agents: wholeAgents(amount(span.agents) * there),
        })),
      };
    case 'shifts':
      return {
        ...staffing,
        assignments: staffing.assignments.map((one) => ({ ...one, agents: wholeAgents(one.agents * there) })),
      };
  }
}

/** Everyone works as fast as everyone else. */
export const equalPeople: SwitchedOff = (plan) =>
  withGroups(plan, (group) => ({ ...group, proficiency: [], learningCurve: undefined }));
