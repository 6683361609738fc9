// One line a goal and team, in the order of the plan: by simulation with its interval, or at once by formula.
import { measures } from '../measures/catalogue.ts';
import type { Evaluation } from '../measures/evaluation.ts';
import { goalsOf, judgedGoals } from '../measures/goals.ts';
import type { GoalResult, MeasureTable, SimulationResult } from '../measures/result.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { partOf } from './partName.ts';
import type { GoalLine } from './report.ts';

export const goalLines = (plan: Plan, result: Pick<SimulationResult, 'goals'>): readonly GoalLine[] =>
  result.goals.map((goal) => lineOf(plan, goal));

/** By formula a goal is kept or missed as its value says: there is no interval that could leave it open. */
export function formulaGoalLines(
  plan: Plan,
  { total, teams }: Pick<Evaluation, 'total' | 'teams'>,
): readonly GoalLine[] {
  const sure = (table: Evaluation['total']): MeasureTable =>
    Object.fromEntries(
      Object.entries(table).map(([measure, { value }]) => [measure, { value, halfWidth: 0 }]),
    );
  const byTeam = Object.fromEntries(Object.entries(teams).map(([id, table]) => [id, sure(table)]));
  return judgedGoals(goalsOf(plan), sure(total), byTeam).map((goal) => lineOf(plan, goal));
}

function lineOf(plan: Plan, of: GoalResult): GoalLine {
  const { goal, measure, team, side, threshold, estimate, verdict } = of;
  return {
    ...{ goal, measure, side, threshold, estimate, verdict },
    unit: measures[measure].unit,
    team: team === null ? null : partOf(plan.teams.find(({ id }) => id === team) ?? { id: team }),
  };
}
