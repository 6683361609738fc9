// The parts of a plan that say who is on duty when: what follows from these alone need not be worked out anew after an edit of others.
import type { Plan } from './schema/plan.ts';
import type { Team } from './schema/team.ts';

const dutyFields = [
  'roles',
  'contracts',
  'shifts',
  'calendars',
  'horizon',
  'locale',
] as const satisfies readonly (keyof Plan)[];

const teamFields = ['hours', 'site'] as const satisfies readonly (keyof Team)[];

/** What the duty of a group rests on, beside the group and its team. */
export type DutyPlan = Pick<Plan, (typeof dutyFields)[number]>;
/** What the duty of a group rests on in its team. */
export type DutyTeam = Pick<Team, (typeof teamFields)[number]>;
export type StaffedPlan = DutyPlan & Pick<Plan, 'teams'>;

/** All that a `DutyPlan` says, for who compares two by identity. */
export const dutyParts = (plan: DutyPlan): unknown[] => dutyFields.map((field) => plan[field]);

/** All that a `DutyTeam` says, likewise. */
export const dutyPartsOfTeam = (team: DutyTeam): unknown[] => teamFields.map((field) => team[field]);
