import type { Text } from './schema/elements.ts';
import type { Plan } from './schema/plan.ts';

/** What a skill is called: one that is asked for by the id of a team or an issue type is called as that is, any other by its id. */
export const skillName = ({ teams, issueTypes }: Pick<Plan, 'teams' | 'issueTypes'>, skill: string): Text =>
  [...teams, ...issueTypes].find(({ id }) => id === skill)?.name ?? skill;
