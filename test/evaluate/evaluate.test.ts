import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import type { Evaluation, MarkedValue } from '../../core/measures/evaluation.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { chatTeam } from '../../core/queueing/chatTeam.ts';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { finiteQueue } from '../../core/queueing/finiteQueue.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import type { Result } from '../../core/units/result.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { compiledPlan } from '../support/compiledPlan.ts';

const answer = (plan: PlanInput): Evaluation => evaluate(compiledPlan(plan));
const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const within20 = {
  id: 'within20',
  name: 'Within 20 s',
  clock: 'firstResponse' as const,
  targetSeconds: 20,
  shareToAttain: 0.8,
};

/** Calls at a steady rate before one team, exponential handling of 100 s. */
const queuePlan = (
  load: number,
  agents: number,
  channel: Partial<PlanInput['channels'][number]> = {},
): PlanInput =>
  planOf({
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', ...channel }],
    demand: [steadyDemand('calls', load / 100)],
    teams: [teamOf('team', agents)],
    promises: [within20],
  });

describe('evaluate, where a formula is exact', () => {
  it('gives Erlang C for a steady queue of the endlessly patient', () => {
    const exact = value(
      erlangC({ agents: 10, arrivals: perSecond(0.08), handling: seconds(100), target: seconds(20) }),
    );
    const { promises, total, teams } = answer(queuePlan(8, 10));
    expect(promises['within20']?.serviceLevelFraction.value).toBeCloseTo(exact.serviceLevel, 9);
    expect(promises['within20']?.serviceLevelFraction.basis).toEqual({ kind: 'exact', model: 'erlang-c' });
    expect(total.waitMeanSeconds?.value).toBeCloseTo(exact.meanWait, 6);
    expect(total.queueLengthMeanContacts?.value).toBeCloseTo(exact.meanQueue, 6);
    expect(teams['team']?.occupancyFraction?.value).toBeCloseTo(0.8, 6);
  });

  it('gives Erlang A where patience is exponential, with more load than agents too', () => {
    for (const agents of [7, 10]) {
      const exact = value(
        erlangA({
          ...{ agents, arrivals: perSecond(0.08), handling: seconds(100) },
          ...{ patience: seconds(150), target: seconds(20) },
        }),
      );
      const { promises, total } = answer(queuePlan(8, agents, { patience: exponential(150) }));
      expect(promises['within20']?.serviceLevelFraction.value).toBeCloseTo(exact.serviceLevels.ofOffered, 6);
      expect(promises['within20']?.serviceLevelFraction.basis).toEqual({ kind: 'exact', model: 'erlang-a' });
      expect(total.abandonedFraction?.value).toBeCloseTo(exact.abandonment, 6);
      expect(total.waitMeanSeconds?.value).toBeCloseTo(exact.meanWait, 4);
      expect(total.answerWaitMeanSeconds?.value).toBeCloseTo(exact.meanWaitOfServed, 4);
    }
  });

  it('gives the limited queue where lines are few', () => {
    const exact = value(
      finiteQueue({
        ...{ agents: 5, lines: 7, arrivals: perSecond(0.05), handling: seconds(100) },
        target: seconds(20),
      }),
    );
    const { total } = answer(queuePlan(5, 5, { lines: 7 }));
    const offered = total.offeredContacts?.value ?? 0;
    expect((total.blockedContacts?.value ?? 0) / offered).toBeCloseTo(exact.blocking, 6);
    expect(total.offeredContacts?.basis).toEqual({ kind: 'exact', model: 'finite-queue' });
  });

  it('lets those who balk go at once and the others wait: a chain of its own', () => {
    // Two agents of 100 s, 0.02 contacts a second, half of those who find both busy go; patience 100 s.
    const { total } = answer(queuePlan(2, 2, { patience: exponential(100), balkingShare: 0.5 }));
    let [weight, all, busy, waiting] = [1, 0, 0, 0];
    for (let n = 0; n < 200; n += 1) {
      all += weight;
      if (n >= 2) busy += weight;
      waiting += weight * Math.max(0, n - 2);
      weight *= (n < 2 ? 0.02 : 0.01) / (Math.min(n + 1, 2) / 100 + Math.max(0, n - 1) / 100);
    }
    const gone = (busy / all) * 0.5 + waiting / all / 100 / 0.02;
    expect(total.abandonedFraction?.value).toBeCloseTo(gone, 9);
    expect(total.abandonedFraction?.basis).toEqual({ kind: 'exact', model: 'erlang-a' });
  });

  it('gives a team of nothing but chats nearly as the exact chain of its agents', () => {
    for (const [agents, load] of [
      [3, 4],
      [5, 7],
    ] as const) {
      const exact = value(
        chatTeam({
          ...{ agents, arrivals: perSecond(load / 100), patience: seconds(150), target: seconds(20) },
          ...{ handlingAt: [seconds(100), seconds(125)], routing: 'fewestChats' },
        }),
      );
      const { promises, teams } = answer(
        queuePlan(load, agents, {
          ...{ kind: 'chat', patience: exponential(150), concurrency: { limit: 2, speed: [1, 0.8] } },
        }),
      );
      const found = promises['within20']?.serviceLevelFraction;
      expect(Math.abs((found?.value ?? 0) - exact.serviceLevel)).toBeLessThan(0.02);
      expect(Math.abs((teams['team']?.occupancyFraction?.value ?? 0) - exact.occupancy)).toBeLessThan(0.04);
      expect(found?.basis).toMatchObject({ kind: 'approximation', departures: ['chats'] });
    }
  });

  it('gives a Jackson network of three tiers', () => {
    const tiers = ['one', 'two', 'three'];
    const agents = [10, 4, 2];
    const onwards = (tier: string, share: number) => ({
      when: { tiers: [tier] },
      next: [{ kind: 'functional' as const, to: 'nextTier' as const, share }],
    });
    const result = answer(
      planOf({
        tiers: tiers.map((id) => ({ id, name: id })),
        demand: [steadyDemand('calls', 0.08)],
        teams: tiers.map((id, t) => teamOf(id, agents[t] as number, { tier: id })),
        outcomes: [onwards('one', 0.3), onwards('two', 0.4)],
        promises: [within20],
      }),
    );
    [0.08, 0.024, 0.0096].forEach((rate, t) => {
      const exact = value(
        erlangC({
          ...{ agents: agents[t] as number, arrivals: perSecond(rate), handling: seconds(100) },
          target: seconds(20),
        }),
      );
      const team = result.teams[tiers[t] as string];
      expect(team?.waitMeanSeconds?.value).toBeCloseTo(exact.meanWait, 4);
      expect(team?.occupancyFraction?.value).toBeCloseTo(exact.occupancy, 6);
      expect(team?.waitMeanSeconds?.basis).toEqual({ kind: 'exact', model: 'erlang-c' });
    });
  });
});

const everyValue = (of: Evaluation): readonly (readonly [string, MarkedValue])[] => {
  const found: (readonly [string, MarkedValue])[] = [];
  const walk = (path: string, node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('basis' in node && 'value' in node) found.push([path, node as MarkedValue]);
    else for (const [key, inner] of Object.entries(node)) walk(`${path}.${key}`, inner);
  };
  walk('', of);
  return found;
};

describe('evaluate, for every sample plan', () => {
  for (const { id } of sampleList()) {
    const result = answer(JSON.parse(openSample(id) ?? '') as PlanInput);

    it(`has no value that is not a number, and none without a mark: ${id}`, () => {
      const values = everyValue(result);
      expect(values.length).toBeGreaterThan(100);
      const broken = values.filter(([, { value: number, basis }]) =>
        basis.kind === 'absent'
          ? number !== null
          : number === null || !Number.isFinite(number) || number < -1e-9,
      );
      expect(broken).toEqual([]);
      const numbers = result.series.flatMap((line) => line.values.filter((one) => one !== null));
      expect(numbers.every((one) => Number.isFinite(one) && one >= -1e-9)).toBe(true);
    });

    it(`keeps every share between 0 and 1: ${id}`, () => {
      const shares = everyValue(result).filter(
        ([path, marked]) => /Fraction$/.test(path) && !/loadFraction$/.test(path) && marked.value !== null,
      );
      expect(shares.filter(([, marked]) => (marked.value ?? 0) > 1)).toEqual([]);
      const lines = result.series.filter(({ measure }) => measure.endsWith('Fraction'));
      expect(lines.flatMap((line) => line.values).filter((one) => one !== null && one > 1)).toEqual([]);
    });
  }
});

describe('evaluate, when agents are added', () => {
  it('never lowers the service level of a single team', () => {
    for (const channel of [{}, { patience: exponential(60) }, { patience: exponential(600) }]) {
      for (const load of [0.5, 3, 11.3]) {
        let before = -1;
        for (let agents = 1; agents <= 18; agents += 1) {
          const level = answer(queuePlan(load, agents, channel)).promises['within20']?.serviceLevelFraction
            .value;
          expect(level ?? -1, `${agents} agents, load ${load}`).toBeGreaterThanOrEqual(before - 1e-9);
          before = level ?? -1;
        }
      }
    }
  });

  it('lets an overloaded line of the endlessly patient grow: nobody is in time in the end', () => {
    const { total, promises } = answer(queuePlan(12, 10));
    expect(total.queueLengthAtEndContacts?.value).toBeCloseTo(((12 - 10) / 100) * 86_400, -2);
    expect(promises['within20']?.serviceLevelFraction.value).toBeLessThan(0.1);
  });
});

describe('evaluate, deferred work', () => {
  it('works off in the morning what came overnight', () => {
    const hours = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    const { promises, teams } = answer(
      planOf({
        horizon: { start: '2026-01-05', days: 7 },
        calendars: [
          {
            id: 'day',
            name: 'Day',
            weekly: [{ weekdays: [...hours], spans: [{ from: '08:00', to: '18:00' }] }],
          },
        ],
        channels: [{ id: 'phone', name: 'Mail', kind: 'email' }],
        demand: [steadyDemand('mails', 10 / 3600)],
        teams: [teamOf('team', 1, { hours: 'day' })],
        promises: [
          { ...within20, id: 'elapsed', name: 'Elapsed', targetSeconds: 8 * 3600 },
          { ...within20, id: 'open', name: 'Open', targetSeconds: 3600, measuredIn: 'businessHours' },
        ],
      }),
    );
    // 24 hours of 10 contacts of 100 s are 6.7 hours of work in ten.
    expect(teams['team']?.occupancyFraction?.value).toBeCloseTo(24_000 / 36_000, 1);
    // Who comes from 18 to about 24 waits more than eight hours: a quarter of the day.
    expect(promises['elapsed']?.serviceLevelFraction.value).toBeGreaterThan(0.6);
    expect(promises['elapsed']?.serviceLevelFraction.value).toBeLessThan(0.85);
    expect(promises['open']?.serviceLevelFraction.basis.kind).toBe('approximation');
  });
});
