// Each measured figure beside what the plan foresaw of it, and what a promise or a goal asks.
import type { MeasureId } from '../measures/catalogue.ts';
import { goalsOf } from '../measures/goals.ts';
import type { Estimate, MeasureTable, SimulationResult } from '../measures/result.ts';
import type { ReviewRow } from '../measures/review.ts';
import type { ReviewFigure } from '../plan/reviewFigures.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Measured, ReviewPeriod } from '../plan/schema/review.ts';
import type { PlannedPeriod } from './measuredLevels.ts';

/** Figures that the simulation of the plan tells by itself. */
const simulatedBy: Readonly<Partial<Record<ReviewFigure, MeasureId>>> = {
  firstResponseSeconds: 'firstResponseMeanSeconds',
  resolutionSeconds: 'resolutionMeanSeconds',
  satisfaction: 'satisfactionScore',
  satisfactionTen: 'satisfactionTenScore',
  netPromoterScore: 'netPromoterScore',
  effort: 'effortScore',
  firstContactResolution: 'firstContactResolutionFraction',
  returnRate: 'returnRateFraction',
  occupancy: 'occupancyFraction',
  retention: 'retentionRateFraction',
  cost: 'totalCostMoney',
};

const nothing: Estimate = { value: null, halfWidth: null };

/** In the order in which figures and parts stand in the period. */
export function reviewRows(
  plan: Plan,
  { measured }: Pick<ReviewPeriod, 'measured'>,
  planned: PlannedPeriod,
  result: SimulationResult,
): ReviewRow[] {
  const goals = goalsOf(plan);
  return measured.map((one) => {
    const { value: actual, ...about } = one;
    return {
      ...about,
      actual,
      planned: plannedOf(plan, one, planned, result),
      asked: askedOf(plan, one, goals),
    };
  });
}

function plannedOf(
  plan: Plan,
  one: Measured,
  { contacts, handling, teams }: PlannedPeriod,
  result: SimulationResult,
): Estimate {
  const rows = plan.demand.flatMap(({ issueType, channel }, d) =>
    (one.issueType ?? issueType) === issueType && (one.channel ?? channel) === channel ? [d] : [],
  );
  const ofTeams = teams.filter(({ id }) => (one.team ?? id) === id);
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
  const sure = (value: number, counts: boolean): Estimate => (counts ? { value, halfWidth: null } : nothing);
  switch (one.figure) {
    case 'contacts':
      return sure(sum(rows.map((d) => contacts[d] as number)), rows.length > 0);
    case 'handlingSeconds': {
      const known = rows.filter((d) => (handling[d] as number) > 0);
      const all = sum(known.map((d) => contacts[d] as number));
      const work = sum(known.map((d) => (contacts[d] as number) * (handling[d] as number)));
      return sure(work / all, all > 0);
    }
    case 'peopleOnDuty':
      return sure(sum(ofTeams.map(({ onDuty }) => onDuty)), ofTeams.length > 0);
    case 'peopleEmployed':
      return sure(sum(ofTeams.map(({ employed }) => employed)), ofTeams.length > 0);
    case 'shrinkage': {
      const duty = sum(ofTeams.map(({ onDuty }) => onDuty));
      return sure(sum(ofTeams.map(({ onDuty, shrinkage }) => onDuty * shrinkage)) / duty, duty > 0);
    }
    case 'attained':
      return result.promises[one.promise ?? '']?.serviceLevelFraction ?? nothing;
    default: {
      const measure = simulatedBy[one.figure];
      if (measure === undefined) return nothing;
      const table: MeasureTable | undefined =
        one.team !== undefined
          ? result.teams[one.team]
          : one.channel !== undefined
            ? result.channels[one.channel]
            : result.total;
      return table?.[measure] ?? nothing;
    }
  }
}

function askedOf(plan: Plan, one: Measured, goals: ReturnType<typeof goalsOf>): ReviewRow['asked'] {
  if (one.figure === 'attained') {
    const promise = plan.promises.find(({ id }) => id === one.promise);
    return promise === undefined ? null : { side: 'atLeast', threshold: amount(promise.shareToAttain) };
  }
  const measure = simulatedBy[one.figure];
  const goal = goals.find(
    (each) =>
      each.measure === measure &&
      (one.team === undefined ? each.teams === null : each.teams?.includes(one.team) === true),
  );
  if (goal === undefined || goal.threshold === null || one.channel !== undefined) return null;
  return { side: goal.side, threshold: goal.threshold };
}
