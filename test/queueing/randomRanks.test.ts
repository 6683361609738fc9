import { describe, it } from 'vitest';
import { priorityQueue } from '../../core/queueing/priorityQueue.ts';
import { rankedWaitTail } from '../../core/queueing/rankedWait.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { meanOf, randomFrom, solveChain } from './denseChain.ts';
import { expectNear, succeeded } from './near.ts';

const sets = Array.from({ length: 200 }, (_, k) => k);
const near = { relative: 1e-6, absolute: 1e-9 };

/** P(a contact with `ahead` before it still waits), higher ranks joining before it, in many small steps. */
function stillWaiting(rate: number, above: number, upTo: number, target: number): number {
  const size = 160;
  const share = upTo / rate;
  let shares = Array.from({ length: size }, (_, k) => (k === 0 ? 0 : (1 - share) * share ** (k - 1)));
  const steps = 4000;
  const step = target / steps;
  const slope = (now: readonly number[]): number[] =>
    now.map((value, k) => {
      if (k === 0) return 0;
      const up = k < size - 1 ? above : 0;
      return rate * (now[k + 1] ?? 0) + (k > 1 ? above * (now[k - 1] ?? 0) : 0) - (rate + up) * value;
    });
  const moved = (by: readonly number[], length: number): number[] =>
    shares.map((value, k) => value + length * (by[k] ?? 0));
  for (let k = 0; k < steps; k += 1) {
    const a = slope(shares);
    const b = slope(moved(a, step / 2));
    const c = slope(moved(b, step / 2));
    const d = slope(moved(c, step));
    shares = shares.map(
      (value, j) => value + (step / 6) * ((a[j] ?? 0) + 2 * (b[j] ?? 0) + 2 * (c[j] ?? 0) + (d[j] ?? 0)),
    );
  }
  return shares.reduce((sum, value) => sum + value, 0);
}

describe('against plainly solved chains', () => {
  it('priorityQueue has the waits of its chain, and of the one with interruption', () => {
    const random = randomFrom(201);
    const most = 21;
    for (const set of sets) {
      const agents = random.whole(1, 3);
      const share = random.between(0.1, 0.9);
      const load = random.between(0.1, 0.33) * agents;
      const rates = [load * share, load * (1 - share)] as const;
      const { classes, waitProbability } = succeeded(
        priorityQueue({
          agents,
          handling: seconds(1),
          classes: rates.map((rate) => ({ arrivals: perSecond(rate), target: seconds(1) })),
        }),
      );
      const chain = solveChain<readonly [number, number, number]>([0, 0, 0], ([busy, one, two]) => [
        ...(busy < agents
          ? [[[busy + 1, 0, 0], load] as const]
          : one + two < most
            ? [[[busy, one + 1, two], rates[0]] as const, [[busy, one, two + 1], rates[1]] as const]
            : []),
        ...(busy === 0
          ? []
          : [
              one > 0
                ? ([[busy, one - 1, two], agents] as const)
                : two > 0
                  ? ([[busy, one, two - 1], agents] as const)
                  : ([[busy - 1, 0, 0], busy] as const),
            ]),
      ]);
      expectNear(
        waitProbability,
        meanOf(chain, ([busy]) => (busy === agents ? 1 : 0)),
        near,
        `wait ${set}`,
      );
      for (const k of [0, 1] as const) {
        const queue = meanOf(chain, (state) => state[k + 1] ?? 0);
        expectNear(classes[k]?.meanWait ?? Number.NaN, queue / rates[k], near, `mean wait ${k} ${set}`);
      }
      const interrupting = solveChain<readonly [number, number]>([0, 0], ([one, two]) => {
        const first = Math.min(one, agents);
        const second = Math.min(two, agents - first);
        const isFull = one + two >= most + agents;
        return [
          ...(isFull ? [] : [[[one + 1, two], rates[0]] as const, [[one, two + 1], rates[1]] as const]),
          ...(first > 0 ? [[[one - 1, two], first] as const] : []),
          ...(second > 0 ? [[[one, two - 1], second] as const] : []),
        ];
      });
      for (const k of [0, 1] as const) {
        const present = meanOf(interrupting, (state) => state[k] ?? 0);
        expectNear(classes[k]?.interrupted.meanPresent ?? Number.NaN, present, near, `present ${k} ${set}`);
      }
    }
  });

  it('rankedWaitTail is the share that still waits behind those who overtake', () => {
    const random = randomFrom(202);
    for (let set = 0; set < 25; set += 1) {
      const rate = random.between(0.5, 3);
      const upTo = rate * random.between(0.1, 0.75);
      const above = upTo * random.between(0.02, 0.95);
      const target = random.between(0.2, 4) / rate;
      const slow = stillWaiting(rate, above, upTo, target);
      expectNear(rankedWaitTail({ rate, above, upTo }, target), slow, { absolute: 1e-8 }, `set ${set}`);
    }
    expectNear(
      rankedWaitTail({ rate: 2, above: 0, upTo: 1 }, 1),
      Math.exp(-1),
      { relative: 1e-15 },
      'example',
    );
  });
});
