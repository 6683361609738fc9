import { describe, expect, it } from 'vitest';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import {
  agentsFor,
  longestHandling,
  mostArrivals,
  type PromisedQueue,
  type Promises,
} from '../../core/queueing/erlangPromises.ts';
import { largestKept } from '../../core/queueing/largestKept.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { randomFrom } from './denseChain.ts';
import { expectNear, succeeded } from './near.ts';

/** Whether a queue keeps its promises, by the formulas themselves. */
function keeps(queue: PromisedQueue, promises: Promises): boolean {
  const { patience } = queue;
  const {
    leastServiceLevel = 0,
    mostWaiting = 1,
    mostAbandonment = 1,
    mostMeanWait = Infinity,
    mostOccupancy = 1,
  } = promises;
  if (patience === undefined) {
    const o = succeeded(erlangC(queue));
    const waits = o.waitProbability <= mostWaiting && o.meanWait <= mostMeanWait;
    return o.isStable && o.serviceLevel >= leastServiceLevel && waits && o.occupancy <= mostOccupancy;
  }
  const o = succeeded(erlangA({ ...queue, patience }));
  const waits =
    o.waitProbability <= mostWaiting && o.meanWait <= mostMeanWait && o.abandonment <= mostAbandonment;
  return o.serviceLevels.ofOffered >= leastServiceLevel && waits && o.occupancy <= mostOccupancy;
}

describe('the inverse questions', () => {
  it('are answered at the border, for 200 random queues and promises', () => {
    const random = randomFrom(501);
    for (let set = 0; set < 200; set += 1) {
      const handling = seconds(random.between(60, 600));
      const patience = random.chance(0.5) ? seconds(random.between(10, 600)) : undefined;
      const load = random.between(0.5, 400);
      const queue = {
        arrivals: perSecond(load / handling),
        handling,
        patience,
        target: seconds(random.between(0, 60)),
      };
      const maybe = <T>(value: T): T | undefined => (random.chance(0.5) ? value : undefined);
      const promises: Promises = {
        leastServiceLevel: fraction(random.between(0.3, 0.97)),
        mostWaiting: maybe(fraction(random.between(0.05, 0.9))),
        mostAbandonment: patience === undefined ? undefined : maybe(fraction(random.between(0.005, 0.2))),
        mostMeanWait: maybe(seconds(random.between(1, 60))),
        mostOccupancy: maybe(fraction(random.between(0.6, 0.97))),
      };
      const what = `set ${set}`;
      const agents = succeeded(agentsFor(queue, promises));
      expect(keeps({ ...queue, agents }, promises), what).toBe(true);
      if (agents > 1) expect(keeps({ ...queue, agents: agents - 1 }, promises), what).toBe(false);

      const arrivals = succeeded(mostArrivals({ ...queue, agents }, promises));
      expect(arrivals).toBeGreaterThanOrEqual(queue.arrivals * (1 - 1e-14));
      expect(keeps({ ...queue, agents, arrivals }, promises), what).toBe(true);
      expect(keeps({ ...queue, agents, arrivals: perSecond(arrivals * (1 + 1e-11)) }, promises), what).toBe(
        false,
      );

      const longest = succeeded(longestHandling({ ...queue, agents }, promises));
      expect(keeps({ ...queue, agents, handling: longest }, promises), what).toBe(true);
      expect(keeps({ ...queue, agents, handling: seconds(longest * (1 + 1e-11)) }, promises), what).toBe(
        false,
      );
    }
  });

  it('give the worked examples', () => {
    const promises = { leastServiceLevel: fraction(0.8) };
    const target = seconds(20);
    const impatient = {
      arrivals: perSecond(200 / 3600),
      handling: seconds(180),
      patience: seconds(180),
      target,
    };
    const all = { ...promises, mostAbandonment: fraction(0.03), mostOccupancy: fraction(0.85) };
    expect(succeeded(agentsFor(impatient, all))).toBe(14);
    const volume = 3600 * succeeded(mostArrivals({ agents: 14, handling: seconds(180), target }, promises));
    expectNear(volume, 217.36983, { absolute: 5e-6 }, 'volume');
    const time = succeeded(
      longestHandling({ agents: 14, arrivals: perSecond(200 / 3600), target }, promises),
    );
    expectNear(time, 194.86431, { absolute: 5e-6 }, 'handling');
  });

  it('find the agents of the known case: 1000 calls in half an hour of 300 s, patience 90 s, 80 % in 20 s', () => {
    const queue = {
      arrivals: perSecond(1000 / 1800),
      handling: seconds(300),
      patience: seconds(90),
      target: seconds(20),
    };
    expect(succeeded(agentsFor(queue, { leastServiceLevel: fraction(0.8) }))).toBe(155);
  });

  it('say so where no promise is given, none can break, or too many agents are needed', () => {
    const queue = {
      agents: 3,
      arrivals: perSecond(0.01),
      handling: seconds(100),
      patience: seconds(60),
      target: seconds(20),
    };
    const codes = (result: { ok: boolean; failure?: readonly { code: string }[] }): string[] =>
      (result.failure ?? []).map(({ code }) => code);
    expect(codes(agentsFor(queue, {}))).toEqual(['noPromise']);
    expect(codes(mostArrivals(queue, { mostMeanWait: seconds(90) }))).toEqual(['alwaysKept']);
    const crowd = { ...queue, arrivals: perSecond(1e6), patience: undefined };
    expect(codes(agentsFor(crowd, { leastServiceLevel: fraction(0.8) }))).toEqual(['unreachable']);
    expect(codes(agentsFor(queue, { leastServiceLevel: fraction(1) }))).toEqual(['outOfRange']);
  });
});

describe('largestKept', () => {
  it('finds the border wherever it is, and says where there is none', () => {
    for (const border of [1e-20, 3e-5, 0.7, 1, 12.5, 8e9, 1e25]) {
      const kept = largestKept((x) => border - x, 1);
      expectNear(kept.found ?? Number.NaN, border, { relative: 4e-15 }, `${border}`);
    }
    expect(largestKept((x) => 2 - x * x, 1).found).toBeCloseTo(Math.SQRT2, 14);
    expect(largestKept((x) => (x < 7 ? 1 : -1e-9), 3).found).toBeCloseTo(7, 13);
    expect(largestKept(() => 1, 1)).toEqual({ found: undefined, kept: 'always' });
    expect(largestKept(() => -1, 1)).toEqual({ found: undefined, kept: 'never' });
  });
});
