// Puts the one-page report together: the answer first, then what it rests on.
import type { SimulationResult } from '../measures/result.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { answerOf, overloadsOf } from './answer.ts';
import { assumptionsOf } from './assumptions.ts';
import { goalLines } from './goalLines.ts';
import {
  attainmentGrid,
  backlogGrid,
  contactMeasures,
  costCells,
  loadMeasures,
  measureGrid,
  opinionMeasures,
  responseMeasures,
  staffCostGrid,
} from './grids.ts';
import { partAround } from './partName.ts';
import { promiseLines } from './promiseLines.ts';
import type { MeasureCell, Report } from './report.ts';
import { weekLoadOf } from './weekLoad.ts';

const places = ['channels', 'tiers', 'teams'] as const;
const shortHash = 12;

function retentionOf({ total }: SimulationResult): MeasureCell | null {
  const estimate = total.retentionRateFraction;
  return estimate === undefined || estimate.value === null
    ? null
    : { measure: 'retentionRateFraction', unit: 'fraction', estimate };
}

/** The report of one result of this plan; every number in it stands in the result as well. */
export function buildReport(plan: Plan, result: SimulationResult): Report {
  const promises = promiseLines(plan, result);
  return {
    facts: {
      plan: plan.name,
      startDate: plan.horizon.start,
      timeZone: plan.locale.timeZone,
      horizonSeconds: result.horizonSeconds,
      warmUpSeconds: result.warmUpSeconds,
      seed: result.seed,
      replications: result.replications,
      stop: result.stop,
      precisionFraction: result.precisionFraction,
      usesControls: Object.values(result.promises).some(({ controls }) => controls > 0),
      simulatedContacts: result.simulatedContacts,
      engineVersion: result.engineVersion,
      planHashShort: result.planHash.slice(0, shortHash),
    },
    answer: answerOf(promises, result),
    promises,
    overloads: overloadsOf(plan, result),
    goals: goalLines(plan, result),
    responseTimes: measureGrid(plan, result, 'channels', responseMeasures),
    contacts: measureGrid(plan, result, 'channels', contactMeasures),
    load: [
      ...(plan.tiers.length > 0 ? [measureGrid(plan, result, 'tiers', loadMeasures)] : []),
      measureGrid(plan, result, 'teams', loadMeasures),
    ],
    backlog: backlogGrid(plan, result),
    weekLoad: weekLoadOf(plan, result),
    attainment: places
      .map((scope) => attainmentGrid(plan, result, scope, promises))
      .filter((grid) => grid.rows.length > 0),
    opinions: measureGrid(plan, result, 'channels', opinionMeasures),
    costs: costCells(result),
    staffCosts: staffCostGrid(plan, result),
    retention: retentionOf(result),
    assumptions: assumptionsOf(plan),
    notYetSimulated: result.notYetSimulated.map(({ path, feature }) => ({
      path,
      feature,
      part: partAround(plan, path),
    })),
  };
}
