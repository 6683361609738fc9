// The horizon has one length, and something of it must be left after the warm-up.
import { type PlanFault, planFault } from '../planFault.ts';
import type { Plan } from '../schema/plan.ts';

export const horizonLength = ({ horizon }: Pick<Plan, 'horizon'>): PlanFault[] =>
  (horizon.days === undefined) === (horizon.contacts === undefined)
    ? [planFault('horizonLength', ['horizon'])]
    : [];

export function warmUp({ horizon }: Pick<Plan, 'horizon'>): PlanFault[] {
  const { days, contacts, warmUpDays, warmUpContacts } = horizon;
  if (warmUpDays > 0 && warmUpContacts > 0) return [planFault('warmUpTwice', ['horizon', 'warmUpContacts'])];
  if (days !== undefined && warmUpDays >= days) {
    return [planFault('warmUpTooLong', ['horizon', 'warmUpDays'], { warmUp: warmUpDays, length: days })];
  }
  if (contacts !== undefined && warmUpContacts >= contacts) {
    return [
      planFault('warmUpTooLong', ['horizon', 'warmUpContacts'], { warmUp: warmUpContacts, length: contacts }),
    ];
  }
  return [];
}
