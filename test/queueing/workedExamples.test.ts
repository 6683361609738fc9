import { describe, expect, it } from 'vitest';
import { bandedStationary } from '../../core/queueing/bandedChain.ts';
import { burnDown } from '../../core/queueing/burnDown.ts';
import { chatStateCount, chatStates } from '../../core/queueing/chatStates.ts';
import { deferredWork } from '../../core/queueing/deferredWork.ts';
import { durationCurve } from '../../core/queueing/durationCurve.ts';
import { modifiedLoad } from '../../core/queueing/modifiedLoad.ts';
import { offeredWaitSums } from '../../core/queueing/offeredWait.ts';
import { periodStaffing, planningRates } from '../../core/queueing/periodStaffing.ts';
import { integrals } from '../../core/queueing/quadrature.ts';
import { skillRouting } from '../../core/queueing/skillRouting.ts';
import { sweptStationary } from '../../core/queueing/sweptChain.ts';
import { timeVaryingQueue } from '../../core/queueing/timeVaryingQueue.ts';
import { waitingSums } from '../../core/queueing/waitingLine.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { expectNear, succeeded } from './near.ts';

const digits = (values: Iterable<number>): string[] => [...values].map((value) => value.toFixed(12));

describe('the worked examples of', () => {
  it('bandedStationary and sweptStationary: rates 1 and 3 between two states', () => {
    const banded = bandedStationary(2, 1, (state, add) => add(1 - state, state === 0 ? 1 : 3));
    const swept = sweptStationary({
      start: Int32Array.of(0, 1, 2),
      from: Int32Array.of(1, 0),
      rate: Float64Array.of(3, 1),
      leaving: Float64Array.of(1, 3),
    });
    expect(digits(banded)).toEqual(['0.750000000000', '0.250000000000']);
    expect(digits(swept ?? [])).toEqual(digits(banded));
  });

  it('integrals: x squared, and a narrow peak in a wide panel', () => {
    expectNear(integrals((x) => [x * x], [0, 1])[0] ?? 0, 1 / 3, { relative: 1e-15 }, 'x squared');
    const [bell = 0] = integrals((x) => [Math.exp(-x * x * 1e4)], [-1, -0.02, 0, 0.02, 1]);
    expectNear(bell, Math.sqrt(Math.PI) / 100, { relative: 1e-12 }, 'bell');
  });

  it('chatStateCount: 3 agents with 2 chats', () => {
    expect(chatStateCount(3, 2)).toBe(10);
    expect(chatStates(3, 2).agentsAt).toHaveLength(10);
  });

  it('waitingSums: 2 places and nobody leaves; endless where more come than are taken', () => {
    const line = { arrivals: 1, taking: 2, leaving: 0, places: 2, target: 1 };
    const sums = waitingSums(line);
    expect([sums?.total, sums?.queue, sums?.full]).toEqual([1.75, 1, 0.25]);
    expect(waitingSums({ ...line, arrivals: 2, places: Infinity })).toBeUndefined();
  });

  it('durationCurve and offeredWaitSums', () => {
    const curve = durationCurve({ law: 'exponential', meanSeconds: 100 });
    expectNear(curve.lasting(100), Math.exp(-1), { relative: 1e-15 }, 'lasting');
    expectNear(curve.spent(100), 100 * (1 - Math.exp(-1)), { relative: 1e-15 }, 'spent');
    const never = durationCurve({ law: 'never' });
    const sums = offeredWaitSums({ arrivals: 1, taking: 2, patience: never, target: 0, stretch: 1 });
    expectNear(sums?.total ?? 0, 1, { relative: 1e-12 }, 'total');
  });

  it('planningRates and periodStaffing', () => {
    const profile = [40, 60].map((rate) => ({ length: seconds(1800), arrivals: perSecond(rate / 3600) }));
    const rule = { period: seconds(1800), lag: seconds(900), by: 'average' } as const;
    for (const rate of planningRates(profile, rule))
      expectNear(rate * 3600, 50, { relative: 1e-12 }, 'average');
    const most = planningRates(profile, { ...rule, by: 'most' }).map((rate) => Math.round(rate * 3600));
    expect(most).toEqual([60, 60]);
    const staff = periodStaffing([perSecond(64 / 3600), perSecond(0)], seconds(1800), fraction(0.1));
    expect(succeeded(staff)).toEqual([41, 0]);
  });

  it('timeVaryingQueue, modifiedLoad, deferredWork and burnDown', () => {
    const halves = [40, 60].map((contacts, k) => ({
      length: seconds(1800),
      arrivals: perSecond(contacts / 1800),
      agents: [9, 13][k] ?? 0,
    }));
    const day = {
      intervals: halves,
      handling: seconds(300),
      patience: seconds(180),
      target: { within: seconds(20), clock: 'wall' },
      shiftEnd: 'handBack',
      start: 0,
    } as const;
    const [first] = succeeded(timeVaryingQueue(day));
    expectNear(first?.serviceLevel ?? 0, 0.8954351585158127, { relative: 1e-5 }, 'in time');
    const [modified] = succeeded(
      modifiedLoad({ intervals: halves, handling: seconds(180), target: seconds(20) }),
    );
    expectNear(modified?.load ?? 0, 3.600018159971905, { relative: 1e-10 }, 'load');
    const nights = [
      { length: seconds(43_200), arrivals: perSecond(8 / 3600), agents: 0 },
      { length: seconds(43_200), arrivals: perSecond(0), agents: 4 },
    ];
    const promise = { within: seconds(86_400), clock: 'wall' } as const;
    const deferred = succeeded(deferredWork({ intervals: nights, handling: seconds(1800), promise }));
    expect([deferred.occupancy, deferred.leastStaff, ...deferred.backlogAtEnd]).toEqual([1, 1, 96, 0]);
    const nothing = { arrivals: 0, capacity: 20 };
    expect(burnDown(50, [nothing, nothing, nothing]).map((row) => row.backlogAtEnd)).toEqual([30, 10, 0]);
  });

  it('skillRouting: refuses a kind that nobody takes, and a queue without end', () => {
    const design = {
      arrivals: [1],
      leaving: [0],
      agents: [1],
      rates: [[2]],
      groupsOf: [[0]],
      kindsOf: [[0]],
      choice: 'byOrder',
      keptFree: [0],
    } as const;
    const [only] = succeeded(skillRouting(design)).kinds;
    expectNear(only?.waitProbability ?? 0, 0.5, { relative: 1e-11 }, 'M/M/1');
    const codes = (result: ReturnType<typeof skillRouting>): string[] =>
      result.ok ? [] : result.failure.map(({ code }) => code);
    expect(codes(skillRouting({ ...design, rates: [[0]] }))).toEqual(['notTaken', 'notTaken']);
    expect(codes(skillRouting({ ...design, arrivals: [3] }))).toEqual(['unstable']);
  });
});
