import { describe, expect, it } from 'vitest';
import {
  assistantCases,
  breakingPoints,
  containmentPoint,
  scaledPlan,
  simulatedBreak,
  withContainment,
} from '../../core/breakEven/index.ts';
import { createEvaluator } from '../../core/evaluate/index.ts';
import { type AssistantPays, earningOf } from '../../core/measures/breakEven.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { amount } from '../../core/plan/schema/elements.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { longestHandling, mostArrivals } from '../../core/queueing/erlangPromises.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { succeeded } from '../queueing/near.ts';

const within20 = {
  ...{ id: 'within20', name: 'Within 20 s', clock: 'firstResponse' as const },
  ...{ targetSeconds: 20, shareToAttain: 0.8 },
};

/** Calls at a steady rate before one team: Erlang C. */
const queuePlan = (more: Partial<PlanInput> = {}): Plan => {
  const { plan, faults } = parsePlanValue(
    planOf({
      demand: [steadyDemand('calls', 1, { volume: { contacts: 288, per: 'hour' } })],
      teams: [teamOf('team', 11)],
      handling: [{ time: exponential(100) }],
      promises: [within20],
      ...more,
    }),
  );
  if (plan === null) throw new Error(JSON.stringify(faults));
  return plan;
};

const levelsOf = (plan: Plan, by: 'volume' | 'handling') => {
  const evaluator = createEvaluator({ offsets: timeZoneOffsets });
  return (factor: number) => {
    const answer = succeeded(evaluator.evaluate(scaledPlan(plan, by, factor)));
    return plan.promises.map(({ id }) => answer.promises[id]?.serviceLevelFraction.value ?? null);
  };
};
const queue = { agents: 11, target: seconds(20) };
const promised = { leastServiceLevel: fraction(0.8) };

describe('breakingPoints', () => {
  it('is the most volume and the longest handling that Erlang C allows', () => {
    const plan = queuePlan();
    const volume = succeeded(mostArrivals({ ...queue, handling: seconds(100) }, promised));
    const handling = succeeded(longestHandling({ ...queue, arrivals: perSecond(288 / 3600) }, promised));
    const [byVolume] = breakingPoints(plan, 'volume', levelsOf(plan, 'volume'));
    const [byHandling] = breakingPoints(plan, 'handling', levelsOf(plan, 'handling'));
    expect(byVolume).toMatchObject({ outcome: 'breaks', by: 'volume', promise: 'within20' });
    expect(byVolume?.factor).toBeCloseTo((volume * 3600) / 288, 3);
    expect(byHandling?.factor).toBeCloseTo(handling / 100, 3);
    expect(byVolume?.factor).toBeGreaterThan(1);
  });

  it('looks downwards for a promise that is missed', () => {
    const plan = queuePlan({ teams: [teamOf('team', 9)] });
    const volume = succeeded(mostArrivals({ ...queue, agents: 9, handling: seconds(100) }, promised));
    const [point] = breakingPoints(plan, 'volume', levelsOf(plan, 'volume'));
    expect(point?.factor).toBeCloseTo((volume * 3600) / 288, 3);
    expect(point?.factor).toBeLessThan(1);
  });

  it('says that a promise always holds, never does, or has no formula', () => {
    const { promises } = queuePlan();
    const plan = {
      ...queuePlan(),
      promises: ['always', 'never', 'none'].map((id) => ({
        ...(promises[0] as Plan['promises'][number]),
        id,
      })),
    };
    const points = breakingPoints(plan, 'volume', () => [0.99, 0.1, null]);
    expect(points.map(({ outcome, factor }) => [outcome, factor])).toEqual([
      ['always', null],
      ['never', null],
      ['noFormula', null],
    ]);
  });

  it('asks each factor once for all promises', () => {
    const plan = queuePlan();
    const both = { ...plan, promises: [...plan.promises, ...plan.promises] };
    const asked: number[] = [];
    const [one, other] = breakingPoints(both, 'volume', (factor) => {
      asked.push(factor);
      return [1.5 - factor * 0.5, 1.5 - factor * 0.5];
    });
    expect(other).toEqual(one);
    expect(one?.factor).toBeCloseTo(1.4, 9);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('simulatedBreak', () => {
  const point = {
    ...{ promise: 'within20', by: 'volume' as const, shareToAttain: 0.8, level: 0.9, simulated: null },
    ...{ outcome: 'breaks' as const, factor: 1.2 },
  };

  it('follows the border to where the simulation has it', async () => {
    const asked: number[] = [];
    const found = await simulatedBreak(point, async (factor) => {
      asked.push(factor);
      return { level: 0.95 - (factor - 0.9) * 0.6, halfWidth: 0.01 };
    });
    expect(found?.level).toBeCloseTo(0.77, 9);
    expect(found?.factor).toBeCloseTo(1.15, 3);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('has no border where the simulation is far from the formula, and nothing where nobody was counted', async () => {
    expect(await simulatedBreak(point, async () => ({ level: 0.2, halfWidth: 0.01 }))).toMatchObject({
      level: 0.2,
      factor: null,
    });
    expect(await simulatedBreak(point, async () => null)).toBeNull();
    expect(await simulatedBreak({ ...point, factor: null }, async () => null)).toBeNull();
  });
});

describe('an assistant', () => {
  const plan = queuePlan();
  const [channel] = plan.channels;
  const assistant = {
    ...{ share: 0.5, resolvedShare: 0.4, handedOverShare: 0.3, time: exponential(60) },
  };
  const withOne = queuePlan({
    channels: [{ ...(channel as NonNullable<PlanInput['channels']>[number]), assistant }],
  });

  it('is looked at as planned, or imagined before the busiest channel', () => {
    expect(assistantCases(withOne)).toMatchObject([{ isPlanned: true, containment: 0.2 }]);
    expect(assistantCases(withOne)[0]?.containments).toContain(0.2);
    const [imagined] = assistantCases(plan);
    expect(imagined).toMatchObject({ channel: channel?.id, isPlanned: false, containment: 0 });
    expect(imagined?.contactsPerMonth).toBeCloseTo(288 * 730.5, 6);
    expect(assistantCases({ ...plan, demand: [] })).toEqual([]);
  });

  it('hands on and loses in the proportions of the plan where it solves more', () => {
    const more = withContainment(withOne, channel?.id ?? '', 0.25).channels[0]?.assistant;
    expect(amount(more?.resolvedShare ?? 0)).toBeCloseTo(0.5, 12);
    expect(amount(more?.handedOverShare ?? 0)).toBeCloseTo(0.25, 12);
  });

  it('needs the people of Erlang C for what is left, hour by hour', () => {
    const [found] = assistantCases(plan);
    if (found === undefined) throw new Error('no case');
    const hours = [0, 0.5].map(
      (containment) => containmentPoint(plan, found, containment, timeZoneOffsets).hoursPerWeek ?? Number.NaN,
    );
    // Steady calls around the clock: 288 an hour need 11 agents, half of them 6.
    expect(hours).toEqual([11 * 168, 6 * 168]);
    expect(containmentPoint(plan, found, 0, timeZoneOffsets).costPerMonth).toBeNull();
  });

  it('pays from where it saves what it costs, on straight lines between the points', () => {
    const pays: AssistantPays = {
      ...{ channel: 'calls', isPlanned: true, containment: 0.25, contactsPerMonth: 1000 },
      points: [
        { containment: 0, hoursPerWeek: 100, costPerMonth: 10_000 },
        { containment: 0.5, hoursPerWeek: 80, costPerMonth: 8_000 },
      ],
    };
    expect(earningOf(pays, { perMonth: 1000, perContact: 0 })).toEqual({
      ...{ savedPerMonth: 1000, hoursSavedPerWeek: 10, spentPerMonth: 1000, paysFrom: 0.25 },
    });
    expect(earningOf(pays, { perMonth: 500, perContact: 1 }).paysFrom).toBeCloseTo(0.375, 12);
    expect(earningOf(pays, { perMonth: 3000, perContact: 0 }).paysFrom).toBeNull();
    expect(earningOf(pays, { perMonth: 0, perContact: 0 }).paysFrom).toBe(0);
    const unknown = { ...pays, points: pays.points.map((point) => ({ ...point, costPerMonth: null })) };
    expect(earningOf(unknown, { perMonth: 1000, perContact: 0 })).toMatchObject({
      ...{ savedPerMonth: null, hoursSavedPerWeek: 10, paysFrom: null },
    });
  });
});
