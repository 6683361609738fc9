// Three organisations in steady state whose exact answers are known (Erlang C, Erlang A, a Jackson network), written
// as plans: the tests hold the engine against them and the benchmark measures its speed on them.

import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { jacksonNetwork } from '../../core/queueing/jacksonNetwork.ts';
import type { Fault } from '../../core/units/fault.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import type { Result } from '../../core/units/result.ts';
import { singleQueuePlan } from './plans.ts';

export type Horizon = PlanInput['horizon'];

/** A number of a result and what it has to be in the long run. */
export interface ExactFigure {
  readonly scope: 'total' | 'tiers' | 'promises';
  /** Id of the tier or promise; '' for the total. */
  readonly id: string;
  readonly measure: 'serviceLevelFraction' | 'waitMeanSeconds' | 'abandonedFraction' | 'occupancyFraction';
  readonly exact: number;
}

export interface SteadyPlan {
  readonly name: string;
  /** The plan over a horizon, which states the warm-up. */
  readonly plan: (horizon: Horizon) => PlanInput;
  readonly arrivalsPerDay: number;
  /** The service levels first. */
  readonly figures: readonly ExactFigure[];
}

const horizonStart = '2026-01-05';
/** A horizon of so many days, the warm-up included. */
export const daysWithWarmUp = (days: number, warmUpDays: number): Horizon => ({
  start: horizonStart,
  days,
  warmUpDays,
});
/** A horizon of so many arrivals, the warm-up included. */
export const contactsWithWarmUp = (contacts: number, warmUpContacts: number): Horizon => ({
  start: horizonStart,
  contacts,
  warmUpContacts,
});

const agents = 50;
const handlingSeconds = 300;
const targetSeconds = 20;
const patienceSeconds = 120;

function queuePlan(id: string, perSecondRate: number, patience?: number): (horizon: Horizon) => PlanInput {
  const plan = singleQueuePlan({
    agents,
    meanHandlingSeconds: handlingSeconds,
    contactsPerHour: perSecondRate * 3600,
    targetSeconds,
    ...(patience === undefined ? {} : { patienceSeconds: patience }),
  });
  return (horizon) => ({ ...plan, id, name: id, horizon });
}

function mm50(): SteadyPlan {
  const arrivals = 0.15;
  const exact = valueOf(
    erlangC({
      agents,
      arrivals: perSecond(arrivals),
      handling: seconds(handlingSeconds),
      target: seconds(targetSeconds),
    }),
  );
  return {
    name: 'M/M/50',
    plan: queuePlan('mm50', arrivals),
    arrivalsPerDay: arrivals * 86_400,
    figures: [
      { scope: 'promises', id: 'answered', measure: 'serviceLevelFraction', exact: exact.serviceLevel },
      { scope: 'total', id: '', measure: 'waitMeanSeconds', exact: exact.meanWait },
      { scope: 'total', id: '', measure: 'occupancyFraction', exact: exact.occupancy },
    ],
  };
}

function mm50WithPatience(): SteadyPlan {
  const arrivals = 0.175;
  const exact = valueOf(
    erlangA({
      agents,
      arrivals: perSecond(arrivals),
      handling: seconds(handlingSeconds),
      patience: seconds(patienceSeconds),
      target: seconds(targetSeconds),
    }),
  );
  return {
    name: 'M/M/50+M',
    plan: queuePlan('mm50a', arrivals, patienceSeconds),
    arrivalsPerDay: arrivals * 86_400,
    figures: [
      {
        scope: 'promises',
        id: 'answered',
        measure: 'serviceLevelFraction',
        exact: exact.serviceLevels.ofOffered,
      },
      { scope: 'total', id: '', measure: 'waitMeanSeconds', exact: exact.meanWait },
      { scope: 'total', id: '', measure: 'abandonedFraction', exact: exact.abandonment },
      { scope: 'total', id: '', measure: 'occupancyFraction', exact: exact.occupancy },
    ],
  };
}

/** Of those whom a tier has handled, `onward` go on to the next; the target is that of the wait in its queue. */
const tiers = [
  { id: 'tier1', agents: 40, handlingSeconds: 240, onward: 0.25, targetSeconds: 20 },
  { id: 'tier2', agents: 25, handlingSeconds: 600, onward: 0.2, targetSeconds: 600 },
  { id: 'tier3', agents: 12, handlingSeconds: 1500, onward: 0, targetSeconds: 7200 },
] as const;

function threeTiers(): SteadyPlan {
  const arrivals = 0.15;
  const exact = valueOf(
    jacksonNetwork({
      nodes: tiers.map((tier, t) => ({
        agents: tier.agents,
        handling: seconds(tier.handlingSeconds),
        externalArrivals: perSecond(t === 0 ? arrivals : 0),
        target: seconds(tier.targetSeconds),
      })),
      routing: tiers.map((tier, t) => tiers.map((_, next) => (next === t + 1 ? tier.onward : 0))),
    }),
  );
  const nodes = tiers.map(({ id }, t) => {
    const node = exact.nodes[t];
    if (node === undefined) throw new Error(`no answer for ${id}`);
    return { id, ...node };
  });
  return {
    name: 'three tiers',
    plan: (horizon) => ({ ...threeTierOrganisation(arrivals), horizon }),
    arrivalsPerDay: arrivals * 86_400,
    figures: [
      ...nodes.map(
        ({ id, serviceLevel }): ExactFigure => ({
          scope: 'promises',
          id,
          measure: 'serviceLevelFraction',
          exact: serviceLevel,
        }),
      ),
      ...nodes.flatMap(({ id, meanWait, occupancy }): ExactFigure[] => [
        { scope: 'tiers', id, measure: 'waitMeanSeconds', exact: meanWait },
        { scope: 'tiers', id, measure: 'occupancyFraction', exact: occupancy },
      ]),
    ],
  };
}

function threeTierOrganisation(arrivals: number): PlanInput {
  return {
    format: 'saff-plan',
    formatVersion: 1,
    id: 'tiers',
    name: 'Three tiers',
    horizon: { start: horizonStart, days: 7 },
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone' }],
    issueTypes: [{ id: 'question', name: 'Question' }],
    demand: [
      {
        id: 'questions',
        issueType: 'question',
        channel: 'phone',
        volume: { contacts: arrivals * 3600, per: 'hour' },
      },
    ],
    tiers: tiers.map(({ id }) => ({ id, name: id })),
    teams: tiers.map((tier) => ({
      id: `${tier.id}Team`,
      name: tier.id,
      tier: tier.id,
      groups: [{ id: `${tier.id}Agents`, staffing: { kind: 'hours', agents: tier.agents } }],
    })),
    handling: tiers.map((tier) => ({
      when: { tiers: [tier.id] },
      time: { law: 'exponential', meanSeconds: tier.handlingSeconds },
    })),
    outcomes: tiers
      .filter(({ onward }) => onward > 0)
      .map((tier) => ({
        when: { tiers: [tier.id] },
        next: [{ kind: 'functional', share: tier.onward, to: 'nextTier' }],
      })),
    promises: tiers.map((tier) => ({
      id: tier.id,
      name: tier.id,
      applies: { tiers: [tier.id] },
      clock: 'wait',
      targetSeconds: tier.targetSeconds,
      shareToAttain: 0.8,
    })),
  };
}

function valueOf<T>(result: Result<T, readonly Fault[]>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export const steadyPlans = { mm50: mm50(), mm50a: mm50WithPatience(), tiers: threeTiers() } as const;
export type SteadyPlanName = keyof typeof steadyPlans;
