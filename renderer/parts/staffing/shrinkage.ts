// What is left of the people who are planned at the busiest time of the week, loss by loss.
import { amount } from '../../../core/plan/amount.ts';
import { mostAtOnce } from '../../../core/plan/checks/weekSpans.ts';
import { dutyOfGroup } from '../../../core/plan/people.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { GroupPlace } from './shiftEdits.ts';

export interface Loss {
  readonly part: 'plannedShrinkage' | 'unplannedAbsence' | 'otherDuties';
  readonly share: number;
  readonly lost: number;
  /** People left after this loss and those before it. */
  readonly left: number;
}

export interface Shrinkage {
  readonly planned: number;
  readonly losses: readonly Loss[];
  readonly left: number;
}

/**
 * Each loss is a share of what those before it left. Example: of 10 people, 20 % shrinkage and 10 % absence leave 7.2.
 * Duties other than contacts are those of the role.
 */
export function shrinkageOf(plan: Plan, { team, group }: GroupPlace): Shrinkage {
  const planned = mostAtOnce(dutyOfGroup(plan, team, group));
  const role = plan.roles.find(({ id }) => id === group.role);
  const shares = [
    { part: 'plannedShrinkage', share: amount(group.plannedShrinkage) },
    { part: 'unplannedAbsence', share: amount(group.unplannedAbsence) },
    { part: 'otherDuties', share: role === undefined ? 0 : 1 - amount(role.contactTimeShare) },
  ] as const;
  let left = planned;
  const losses = shares.map(({ part, share }): Loss => {
    const lost = left * share;
    left -= lost;
    return { part, share, lost, left };
  });
  return { planned, losses, left };
}
