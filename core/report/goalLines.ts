// One line a goal and team, in the order of the plan.
import { measures } from '../measures/catalogue.ts';
import type { SimulationResult } from '../measures/result.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { partOf } from './partName.ts';
import type { GoalLine } from './report.ts';

export const goalLines = (plan: Plan, result: SimulationResult): readonly GoalLine[] =>
  result.goals.map(({ goal, measure, team, side, threshold, estimate, verdict }) => ({
    ...{ goal, measure, side, threshold, estimate, verdict },
    unit: measures[measure].unit,
    team: team === null ? null : partOf(plan.teams.find(({ id }) => id === team) ?? { id: team }),
  }));
