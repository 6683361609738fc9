// Goals of a plan against the measures of its result: each goal names a measure, a side and a threshold (E6, E7, R6).
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { type MeasureId, measures, type ScopeKind } from './catalogue.ts';
import type { Estimate, GoalResult, MeasureTable } from './result.ts';
import { type Side, verdictAgainst } from './verdict.ts';

type PlanGoal = Plan['goals'][number];
type Scale = PlanGoal['scale'];

interface Aim {
  readonly measure: MeasureId;
  readonly side: Side;
}

/** Ends of the scales on which opinions are asked, and of the measures that tell them. */
const scaleEnds: Readonly<Partial<Record<Scale, readonly [number, number]>>> = {
  oneToFive: [1, 5],
  oneToTen: [1, 10],
  zeroToTen: [0, 10],
  minus100To100: [-100, 100],
  fraction: [0, 1],
};
const measureEnds: Readonly<Partial<Record<MeasureId, readonly [number, number]>>> = {
  satisfactionScore: [1, 5],
  satisfactionTenScore: [1, 10],
  effortScore: [1, 7],
  recommendationScore: [0, 10],
  netPromoterScore: [-100, 100],
};

const atLeast = (measure: MeasureId): Aim => ({ measure, side: 'atLeast' });
const atMost = (measure: MeasureId): Aim => ({ measure, side: 'atMost' });

function aimOf({ kpi, scale }: PlanGoal): Aim {
  switch (kpi) {
    case 'firstResponseTime':
      return atMost('firstResponseMeanSeconds');
    case 'averageResolutionTime':
      return atMost('resolutionMeanSeconds');
    case 'handlingPerResolution':
      return atMost('handlingPerResolutionMeanSeconds');
    case 'customerSatisfaction':
      return atLeast(scale === 'oneToTen' ? 'satisfactionTenScore' : 'satisfactionScore');
    case 'netPromoterScore':
      // The articles ask for a score "above 7 of 10", which is the recommendation itself.
      return atLeast(scale === 'zeroToTen' ? 'recommendationScore' : 'netPromoterScore');
    case 'recommendationScore':
      return atLeast('recommendationScore');
    case 'customerEffortScore':
      return atLeast('effortScore');
    case 'firstContactResolution':
      return atLeast('firstContactResolutionFraction');
    case 'returnRate':
      return atMost('returnRateFraction');
    case 'occupancy':
      // More than this wears people out.
      return atMost('occupancyFraction');
    case 'costPerContact':
      return atMost('costPerContactMoney');
    case 'retention':
      return atLeast('retentionRateFraction');
  }
}

/** The threshold on the scale of the measure. Example: 7 on 1-10 is 3.67 on 1-5. Null where the scales have nothing in common. */
function thresholdOf({ threshold, scale }: PlanGoal, measure: MeasureId): number | null {
  const value = amount(threshold);
  const from = scaleEnds[scale];
  const to = measureEnds[measure];
  if (to === undefined) return scaleOfUnit[measures[measure].unit] === scale ? value : null;
  if (from === undefined) return null;
  return to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);
}

const scaleOfUnit: Readonly<Record<string, Scale>> = {
  seconds: 'seconds',
  fraction: 'fraction',
  money: 'money',
};

/** A goal with what is needed to judge it: plain data. */
export interface Goal {
  readonly id: string;
  readonly measure: MeasureId;
  readonly side: Side;
  /** In the unit of the measure; null where the goal's scale does not fit it. */
  readonly threshold: number | null;
  /** Teams that are held to it one by one; null: the organisation as a whole. */
  readonly teams: readonly string[] | null;
}

/** The goals of a plan; one for members or teams without a list is about every team. */
export const goalsOf = (plan: Plan): readonly Goal[] =>
  plan.goals.map((goal) => {
    const aim = aimOf(goal);
    const teams = goal.appliesTo === 'organisation' ? null : (goal.teams ?? plan.teams.map(({ id }) => id));
    return { id: goal.id, ...aim, threshold: thresholdOf(goal, aim.measure), teams };
  });

/** Every goal against its measure; where a measure is not told by team, the whole is compared instead. */
export function judgedGoals(
  goals: readonly Goal[],
  total: MeasureTable,
  teams: { readonly [id: string]: MeasureTable },
): GoalResult[] {
  const nothing: Estimate = { value: null, halfWidth: null };
  return goals.flatMap((goal): GoalResult[] => {
    const { id, measure, side, threshold } = goal;
    const scopes: readonly ScopeKind[] = measures[measure].scopes;
    const judged = (team: string | null): GoalResult => {
      const estimate = (team === null ? total : teams[team])?.[measure] ?? nothing;
      const verdict = threshold === null ? 'undecided' : verdictAgainst(estimate, threshold, side);
      return { goal: id, measure, team, side, threshold, estimate, verdict };
    };
    if (goal.teams === null || !scopes.includes('teams')) return [judged(null)];
    return goal.teams.map(judged);
  });
}
