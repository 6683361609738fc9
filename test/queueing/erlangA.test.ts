import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ErlangAQueue, erlangA, erlangAFewestAgents } from '../../core/queueing/erlangA.ts';
import { erlangB } from '../../core/queueing/erlangB.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { erlangs, fraction, seconds } from '../../core/units/quantities.ts';
import { cases, measuresOf, queue } from './erlangACases.ts';
import { expectNear, succeeded } from './near.ts';

/** Long-run shares of the number present, by detailed balance from state to state: a second, independent way. */
function chainOf({ agents, arrivals, handling, patience }: ErlangAQueue): { wait: number; queue: number } {
  const weights = [1];
  for (let present = 1; present < agents + 4000; present += 1) {
    const leaving = Math.min(present, agents) / handling + Math.max(0, present - agents) / patience;
    weights.push(((weights[present - 1] ?? 0) * arrivals) / leaving);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const waiting = weights.slice(agents);
  return {
    wait: waiting.reduce((sum, weight) => sum + weight, 0) / total,
    queue: waiting.reduce((sum, weight, number) => sum + number * weight, 0) / total,
  };
}

describe('erlangA', () => {
  it.each(cases)(
    'gives %d agents, %d an hour of %d s, patience %d s, target %d s their record',
    (...record) => {
      const [agents, perHour, handling, patience, target, ...expected] = record;
      const o = succeeded(erlangA(queue(agents, perHour, handling, patience, target)));
      const actual = [
        o.waitProbability,
        o.abandonment,
        o.serviceLevels.ofOffered,
        o.serviceLevels.ofAnswered,
        o.serviceLevels.withoutShortAbandons,
        o.serviceLevels.shortAbandonsMet,
        o.meanWaitOfServed,
        o.meanWaitOfAbandoned,
      ];
      expect(expected.length).toBe(actual.length);
      for (const [i, value] of actual.entries()) {
        expectNear(value, expected[i] ?? Number.NaN, { relative: 1e-8, absolute: 1e-12 }, `number ${i}`);
      }
    },
  );

  it('gives the known cases of a half hour: 100 calls of 240 s, and 1000 of 300 s', () => {
    const percent = (agents: number, perHour: number, handling: number, patience: number) => {
      const outcome = succeeded(erlangA(queue(agents, perHour, handling, patience, 20)));
      return [100 * outcome.serviceLevels.ofOffered, 100 * outcome.abandonment];
    };
    expect(percent(15, 200, 240, 120).map((share) => share.toFixed(1))).toEqual(['79.6', '7.4']);
    expect(percent(12, 200, 240, 120).map((share) => share.toFixed(1))).toEqual(['54.6', '18.3']);
    expect(percent(155, 2000, 300, 90)[0]?.toFixed(2)).toBe('80.18');
    expect(percent(154, 2000, 300, 90)[0]?.toFixed(2)).toBe('78.83');
  });

  it('has the waiting probability and queue of its chain, also with fewer agents than the load', () => {
    for (const given of [
      queue(3, 60, 180, 60, 20),
      queue(15, 200, 240, 120, 20),
      queue(12, 200, 240, 120, 20),
      queue(40, 2880, 60, 120, 20),
      queue(100, 1300, 300, 5, 20),
      queue(7, 400, 300, 600, 60),
    ]) {
      const outcome = succeeded(erlangA(given));
      const chain = chainOf(given);
      expectNear(outcome.waitProbability, chain.wait, { relative: 1e-11 }, 'P(wait)');
      expectNear(outcome.meanQueue, chain.queue, { relative: 1e-11 }, 'queue');
    }
  });

  it('agrees with itself: the parts of a wait add up, and the wait is split between served and abandoned', () => {
    const sizes = fc.integer({ min: 1, max: 300 });
    const shares = fc.double({ min: 0.01, max: 3, noNaN: true });
    const patiences = fc.double({ min: 0.001, max: 86_400, noNaN: true });
    const targets = fc.double({ min: 0, max: 600, noNaN: true });
    fc.assert(
      fc.property(sizes, shares, patiences, targets, (agents, share, patience, target) => {
        const o = succeeded(erlangA(queue(agents, 12 * agents * share, 300, patience, target)));
        const sum = o.serviceLevels.ofOffered + o.abandonmentInTime + o.waitBeyondTarget;
        expectNear(sum, 1, { absolute: 1e-12 }, 'in time, left in time, still waiting');
        const waited = o.meanWaitOfServed * (1 - o.abandonment) + o.meanWaitOfAbandoned * o.abandonment;
        expectNear(waited, o.meanWait, { relative: 1e-9, absolute: 1e-250 }, 'mean wait');
        for (const level of Object.values(o.serviceLevels)) {
          expect(level).toBeGreaterThanOrEqual(0);
          expect(level).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is better in every reading of the service level with one agent more', () => {
    const sizes = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.2, max: 2, noNaN: true }), (agents, share) => {
        const [fewer, more] = [agents, agents + 1].map((n) =>
          succeeded(erlangA(queue(n, 12 * agents * share, 300, 90, 20))),
        );
        for (const reading of [
          'ofOffered',
          'ofAnswered',
          'withoutShortAbandons',
          'shortAbandonsMet',
        ] as const) {
          expect(more?.serviceLevels[reading]).toBeGreaterThanOrEqual(
            (fewer?.serviceLevels[reading] ?? 2) - 1e-13,
          );
        }
        expect(more?.abandonment).toBeLessThanOrEqual((fewer?.abandonment ?? -1) + 1e-13);
      }),
    );
  });

  it('ends in Erlang C as patience grows and in Erlang B as it vanishes', () => {
    const patient = succeeded(erlangA(queue(25, 400, 180, 1e12, 20)));
    const endless = succeeded(erlangC(queue(25, 400, 180, 0, 20)));
    expectNear(patient.waitProbability, endless.waitProbability, { relative: 1e-8 }, 'P(wait)');
    expectNear(patient.meanWait, endless.meanWait, { relative: 1e-8 }, 'mean wait');
    expectNear(patient.serviceLevels.ofOffered, endless.serviceLevel, { relative: 1e-8 }, 'in time');
    const impatient = succeeded(erlangA(queue(25, 400, 180, 1e-9, 20)));
    const { blocking } = succeeded(erlangB(25, erlangs(20)));
    expectNear(impatient.abandonment, blocking, { relative: 1e-8 }, 'abandonment');
  });

  it('is finite from 1 to 100,000 agents, 1e-6 to 3 times capacity, patience from 1 ms to a day', () => {
    let checked = 0;
    for (const agents of [1, 30, 100_000]) {
      for (const share of [1e-6, 0.5, 0.99999, 1, 1.2, 3]) {
        for (const patience of [0.001, 60, 86_400]) {
          const o = succeeded(erlangA(queue(agents, 12 * agents * share, 300, patience, 20)));
          for (const [name, value] of Object.entries(measuresOf(o))) {
            expect(
              Number.isFinite(value),
              `${agents} agents, ${share}, ${patience} s: ${name} is ${value}`,
            ).toBe(true);
          }
          // No more can be served than there are agents for.
          expect(1 - o.abandonment).toBeLessThanOrEqual(Math.min(1, 1 / share) * (1 + 1e-12));
          checked += 1;
        }
      }
    }
    expect(checked).toBe(54);
  });

  it('names every input outside its range', () => {
    const result = erlangA(queue(-2, -1, 0, 0, -1));
    expect(result.ok ? [] : result.failure.map((fault) => [fault.code, ...fault.path])).toEqual([
      ['outOfRange', 'agents'],
      ['outOfRange', 'arrivals'],
      ['outOfRange', 'handling'],
      ['outOfRange', 'patience'],
      ['outOfRange', 'target'],
    ]);
  });
});

describe('erlangAFewestAgents', () => {
  const demand = queue(1, 200, 180, 180, 20);

  it('gives the worked example', () => {
    expect(succeeded(erlangAFewestAgents(demand, { measure: 'ofOffered', atLeast: fraction(0.8) }))).toBe(12);
  });

  it('reaches the goal with the number it gives and misses it with one fewer', () => {
    const wait = (agents: number) => succeeded(erlangA({ ...demand, agents })).meanWait;
    const agents = succeeded(erlangAFewestAgents(demand, { measure: 'meanWait', atMost: seconds(5) }));
    expect(wait(agents)).toBeLessThanOrEqual(5);
    expect(wait(agents - 1)).toBeGreaterThan(5);
  });

  it('refuses goals outside their range', () => {
    expect(erlangAFewestAgents(demand, { measure: 'ofOffered', atLeast: fraction(1) }).ok).toBe(false);
    expect(erlangAFewestAgents(demand, { measure: 'abandonment', atMost: fraction(0) }).ok).toBe(false);
    expect(erlangAFewestAgents(demand, { measure: 'meanWait', atMost: seconds(0) }).ok).toBe(false);
  });
});
