import { describe, expect, it } from 'vitest';
import { beliefOf } from '../../core/inputs/beliefOf.ts';
import { quantileOfBelief } from '../../core/inputs/quantileOfBelief.ts';
import type { Belief, InputKind } from '../../core/measures/inputKinds.ts';

const believed = (kind: InputKind, value: number, written: Parameters<typeof beliefOf>[2]): Belief => {
  const belief = beliefOf(kind, value, written);
  if (belief === null) throw new Error('taken as known');
  return belief;
};

describe('beliefOf', () => {
  it('takes a plain figure, and a range without width, as known', () => {
    expect(beliefOf('volume', 100, {})).toBeNull();
    expect(beliefOf('volume', 100, { low: 100, high: 100, assumed: true })).toBeNull();
  });

  it('gives an assumed figure the width of its kind: a quarter to either side for a volume', () => {
    expect(believed('volume', 100, { assumed: true })).toEqual({
      ...{ low: 80, high: 125, holds: 0.9, distribution: 'scaled', basis: 'assumed' },
    });
  });

  it('widens an assumed share by its odds, so that it stays a share', () => {
    const { low, high } = believed('escalation', 0.9, { assumed: true });
    expect(high / (1 - high)).toBeCloseTo(1.5 * 9, 9);
    expect(low / (1 - low)).toBeCloseTo(9 / 1.5, 9);
  });

  it('lets a stated range win over the width of its kind', () => {
    const belief = believed('volume', 100, { low: 95, high: 130, assumed: true });
    expect([belief.low, belief.high, belief.basis]).toEqual([95, 130, 'stated']);
  });

  it('mirrors a side that is left out on the scale of the figure', () => {
    expect(believed('volume', 100, { low: 80 }).high).toBeCloseTo(125, 9);
    expect(believed('returns', 0.5, { high: 0.75 }).low).toBeCloseTo(0.25, 9);
    expect(believed('growth', 0, { high: 0.1 }).low).toBeCloseTo(-0.1, 12);
  });

  it('takes a range that holds for certain as bounds', () => {
    expect(believed('volume', 100, { low: 80, high: 125, rangeHolds: 1 }).distribution).toBe('triangular');
    expect(believed('volume', 100, { low: 80, high: 125, distribution: 'uniform' }).holds).toBe(1);
  });
});

describe('quantileOfBelief', () => {
  const at = (kind: InputKind, value: number, written: Parameters<typeof beliefOf>[2]) => (u: number) =>
    quantileOfBelief(kind, value, believed(kind, value, written), u);

  it('has the value in the middle and the ends of the range where it says, even or not', () => {
    for (const [low, high] of [
      [80, 125],
      [95, 300],
    ] as const) {
      const quantile = at('volume', 100, { low, high });
      expect(quantile(0.05)).toBeCloseTo(low, 9);
      expect(quantile(0.5)).toBeCloseTo(100, 9);
      expect(quantile(0.95)).toBeCloseTo(high, 9);
    }
    expect(at('volume', 100, { low: 80, high: 125, rangeHolds: 0.5 })(0.25)).toBeCloseTo(80, 9);
  });

  it('gives the quantiles of the normal and of the lognormal law where they are asked for', () => {
    // 1.959964 and 1.644854 are the quantiles of the standard normal law at 0.975 and 0.95 (any table).
    const normal = at('volume', 100, { low: 90, high: 110, distribution: 'normal' });
    expect(normal(0.975)).toBeCloseTo(100 + (10 * 1.959964) / 1.644854, 4);
    const lognormal = at('volume', 100, { low: 80, high: 125, distribution: 'lognormal' });
    expect(Math.log(lognormal(0.975) / 100)).toBeCloseTo((Math.log(1.25) * 1.959964) / 1.644854, 6);
  });

  it('gives the quantiles of the triangle and of the even law', () => {
    const triangle = at('volume', 2, { low: 0, high: 6, distribution: 'triangular' });
    // Area of the triangle up to its top: 1/3; up to 1: 1/12.
    expect(triangle(1 / 3)).toBeCloseTo(2, 9);
    expect(triangle(1 / 12)).toBeCloseTo(1, 9);
    expect(at('volume', 2, { low: 0, high: 6, distribution: 'uniform' })(0.25)).toBe(1.5);
  });

  it('stays in the limits of a share, whatever it starts from, and rises with u', () => {
    for (const [value, written] of [
      [0.03, { low: 0, high: 0.05 }],
      [0, { low: 0, high: 0.9 }],
      [1, { low: 0.7, high: 1 }],
      [0.4, { assumed: true }],
      [0.02, { low: 0.01, high: 0.4 }],
    ] as const) {
      const quantile = at('balking', value, written);
      const drawn = Array.from({ length: 99 }, (_, i) => quantile((i + 1) / 100));
      expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
      expect(drawn[0]).toBeGreaterThanOrEqual(0);
      expect(drawn.at(-1)).toBeLessThanOrEqual(1);
      expect(drawn.at(-1)).toBeGreaterThan(drawn[0] as number);
    }
  });

  it('never draws below nothing where nothing is stated', () => {
    const quantile = at('balking', 0, { low: 0, high: 0.05 });
    expect(quantile(0.3)).toBe(0);
    expect(quantile(0.95)).toBeCloseTo(0.05, 9);
  });
});
