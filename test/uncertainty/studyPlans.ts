// Plans whose probabilities are known: one steady queue, a promise on it, and what is not known of it.
import { planInputs } from '../../core/inputs/index.ts';
import type { ProbabilityResult } from '../../core/measures/probability.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import {
  type DrawOutcome,
  designOf,
  type FormulaOutcome,
  formulaDraw,
  probabilityByFormula,
  probabilityBySimulation,
  simulateDraw,
  unknownsOf,
} from '../../core/uncertainty/index.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import type { Result } from '../../core/units/result.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';

export const agents = 11;
export const contactsPerHour = 288;

type PlanPromise = NonNullable<PlanInput['promises']>[number];

/** Calls at a steady rate, 100 s each, before one team; 80 % within 20 s. */
export const queuePlan = (
  contacts: NonNullable<PlanInput['demand'][number]['volume']>['contacts'],
  days: number,
  promise: Partial<PlanPromise> = {},
  more: Partial<PlanInput> = {},
): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days },
    demand: [steadyDemand('calls', 1, { volume: { contacts, per: 'hour' } })],
    teams: [teamOf('team', agents)],
    handling: [{ time: exponential(100) }],
    promises: [
      {
        ...{ id: 'within20', name: 'Within 20 s', clock: 'firstResponse' },
        ...{ targetSeconds: 20, shareToAttain: 0.8 },
        ...promise,
      },
    ],
    ...more,
  });

/** Exact service level of the queue. */
export function levelAt(contacts: number): number {
  const exact = erlangC({
    ...{ agents, arrivals: perSecond(contacts / 3600), handling: seconds(100), target: seconds(20) },
  });
  return exact.ok ? exact.value.serviceLevel : 0;
}

/** The volume at which the service level falls below what is asked. */
export function breakingVolume(asked: number): number {
  let [low, high] = [1, (agents * 3600) / 100];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (levelAt(middle) >= asked) low = middle;
    else high = middle;
  }
  return low;
}

function parsed(input: PlanInput): { plan: Plan; planHash: string } {
  const { plan, planHash, faults } = parsePlanValue(input);
  if (plan === null || planHash === null) throw new Error(JSON.stringify(faults));
  return { plan, planHash };
}
function found<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export function byFormula(input: PlanInput, draws: number, seed = 1): ProbabilityResult {
  const { plan, planHash } = parsed(input);
  const context = { planHash, offsets: timeZoneOffsets, seed };
  const inputs = planInputs(plan);
  const outcomes = Array.from(
    { length: draws },
    (_, draw): FormulaOutcome => found(formulaDraw(plan, inputs, draw, context)),
  );
  return probabilityByFormula(plan, context, outcomes);
}

export function bySimulation(input: PlanInput, replications: number, seed = 1): ProbabilityResult {
  const { plan, planHash } = parsed(input);
  const inputs = planInputs(plan);
  const { draws, perDraw } = designOf(replications, unknownsOf(plan).length);
  const context = { planHash, offsets: timeZoneOffsets, seed, perDraw };
  const outcomes = Array.from(
    { length: draws },
    (_, draw): DrawOutcome => found(simulateDraw(plan, inputs, draw, context)),
  );
  return probabilityBySimulation(plan, context, outcomes);
}
