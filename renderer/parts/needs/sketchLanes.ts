// What a small picture of an organisation shows: channels, tiers with their teams, and who stands outside of them.
import { peopleOfGroup } from '../../../core/plan/people.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { type LaneContent, lanesOf } from '../structure/layout.ts';

/** Without the kinds of issues: the teams are called after them. */
export const sketchLanes = (plan: Plan): readonly LaneContent[] =>
  lanesOf(plan)
    .map((lane) => ({ ...lane, boxes: lane.boxes.filter(({ kind }) => kind !== 'issueType') }))
    .filter(({ boxes }) => boxes.length > 0);

export const peopleIn = (plan: Plan, team: Team): number =>
  team.groups.reduce((sum, group) => sum + peopleOfGroup(plan, team, group), 0);
