// The parts of a plan that say who is on duty when: what follows from these alone need not be worked out anew after an edit of others.
import type { Plan } from './schema/plan.ts';

export const staffingFields = [
  'teams',
  'roles',
  'contracts',
  'shifts',
  'calendars',
  'horizon',
  'locale',
] as const satisfies readonly (keyof Plan)[];

export type StaffedPlan = Pick<Plan, (typeof staffingFields)[number]>;
