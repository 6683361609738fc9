import { describe, expect, it } from 'vitest';
import { blockingOdds } from '../../core/queueing/blockingOdds.ts';
import { fewest } from '../../core/queueing/fewest.ts';
import { impatientQueueSums } from '../../core/queueing/impatientQueueSums.ts';
import { expectNear } from './near.ts';

describe('blockingOdds', () => {
  it('gives the worked example', () => {
    expect(blockingOdds(2, 1)).toBe(4);
    expect(blockingOdds(0, 1)).toBe(0);
  });

  it('is infinite, not NaN, where blocking is too small to be told from none', () => {
    expect(blockingOdds(10_000, 5000)).toBe(Infinity);
    expect(blockingOdds(100_000, 1e-3)).toBe(Infinity);
  });
});

describe('fewest', () => {
  it('finds the first number that is enough, wherever it lies', () => {
    expect(fewest(1, 100, (n) => n * n >= 50)).toBe(8);
    for (let first = 3; first <= 40; first += 1) expect(fewest(3, 40, (n) => n >= first)).toBe(first);
  });

  it('is undefined where none is', () => {
    expect(fewest(1, 1000, () => false)).toBeUndefined();
    expect(fewest(5, 4, () => true)).toBeUndefined();
  });
});

describe('impatientQueueSums', () => {
  it('are the sums of their definition, whichever term is the largest', () => {
    for (const [x, y] of [
      [0.3, 0.1],
      [10, 9],
      [10, 14],
      [40, 90],
      [2.5, 60],
    ] as const) {
      let term = 1;
      let harmonic = 0;
      const own = { total: 0, queue: 0, waitOfServed: 0, waitOfAbandoned: 0 };
      for (let q = 0; q < 1000; q += 1) {
        harmonic += 1 / (x + q + 1);
        own.total += term;
        own.queue += q * term;
        own.waitOfServed += (term * x * harmonic) / (x + q + 1);
        own.waitOfAbandoned += (term * (q + 1 - x * harmonic)) / (x + q + 1);
        term *= y / (x + q + 1);
      }
      const sums = impatientQueueSums(x, y);
      for (const name of ['total', 'queue', 'waitOfServed', 'waitOfAbandoned'] as const) {
        expectNear(sums[name] / sums.first, own[name], { relative: 1e-11 }, `${name} at ${x}, ${y}`);
      }
    }
  });

  it('have the same waits whether the terms before the largest are added up or taken from a formula', () => {
    // Far more than 20,000 contacts wait: the mean wait of the served tends to ln(y / x) patiences.
    const sums = impatientQueueSums(1e6, 3e6);
    expectNear(
      sums.waitOfServed / (sums.total * (1e6 / 3e6)),
      Math.log(3),
      { relative: 1e-5 },
      'wait of served',
    );
  });
});
