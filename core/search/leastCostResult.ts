// What a search found, as the screens show it: group by group, promise by promise, and the whole.

import type {
  GroupState,
  LeastCostGroup,
  LeastCostResult,
  LeastCostTotals,
  StaffedBy,
} from '../measures/leastCost.ts';
import type { ShortEvaluation } from '../measures/shortEvaluation.ts';
import { amount } from '../plan/amount.ts';
import { agentsOf } from '../plan/edits/agentsOnDuty.ts';
import { dutyHoursPerWeek, groupCostPerMonth } from '../plan/groupCost.ts';
import { peopleOf, peopleOfGroup } from '../plan/people.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Team } from '../plan/schema/team.ts';
import type { Posts } from './posts.ts';
import type { FoundInRounds } from './rounds.ts';
import type { Tried } from './tried.ts';

/** A plan with what the formulas and the simulation say of it. */
export interface Answered {
  readonly plan: Plan;
  readonly evaluation: ShortEvaluation;
  readonly tried: Tried;
}

interface Found extends Pick<FoundInRounds, 'unfelt' | 'reaches'> {
  readonly before: Answered;
  readonly after: Answered;
  readonly posts: Posts;
}

type Parts = Pick<LeastCostResult, 'aim' | 'groups' | 'promises' | 'before' | 'after'>;

export const leastCostResult = ({ before, after, posts, unfelt, reaches }: Found): Parts => ({
  aim: posts.aim,
  groups: before.plan.teams.flatMap((team, t) =>
    team.groups.map((group, g): LeastCostGroup => {
      const then = after.plan.teams[t]?.groups[g] ?? group;
      return {
        ...{ team: team.id, group: group.id },
        state: stateOf(group, then, posts, unfelt),
        before: staffedBy(before.plan, team, group),
        after: staffedBy(after.plan, team, then),
      };
    }),
  ),
  promises: before.plan.promises.map(({ id, name, shareToAttain }, place) => ({
    ...{ id, name, shareToAttain: amount(shareToAttain), reach: reaches[place] ?? 'noFormula' },
    before: foundOf(before.tried, place),
    after: foundOf(after.tried, place),
  })),
  before: totalsOf(before),
  after: totalsOf(after),
});

const foundOf = ({ values, verdicts }: Tried, place: number) => ({
  level: values[place] ?? null,
  simulated: verdicts[place] ?? null,
});

function stateOf(before: Group, after: Group, { posts }: Posts, unfelt: ReadonlySet<number>): GroupState {
  if (before !== after) return 'changed';
  const own = posts.map(({ group }, post) => (group === before.id ? post : -1)).filter((post) => post >= 0);
  if (own.length === 0) return 'heldFixed';
  return own.every((post) => unfelt.has(post)) ? 'unfelt' : 'asItWas';
}

const staffedBy = (plan: Plan, team: Team, group: Group): StaffedBy => ({
  agents: agentsOf(group.staffing),
  hoursPerWeek: dutyHoursPerWeek(plan, team, group),
  people: peopleOfGroup(plan, team, group),
  costPerMonthMoney: groupCostPerMonth(plan, team, group),
});

const totalsOf = ({ plan, evaluation }: Answered): LeastCostTotals => ({
  people: peopleOf(plan).people,
  hoursPerWeek: plan.teams.reduce(
    (sum, team) => sum + team.groups.reduce((own, group) => own + dutyHoursPerWeek(plan, team, group), 0),
    0,
  ),
  costPerMonthMoney: evaluation.total.costPerMonthMoney?.value ?? null,
});
