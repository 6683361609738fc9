import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentTQuantile } from '../../../core/numerics/studentT.ts';
import { ControlledRatios } from '../../../core/simulation/stats/controlledRatios.ts';
import { RatioMoments } from '../../../core/simulation/stats/ratioMoments.ts';

interface Replication {
  readonly x: number;
  readonly y: number;
  readonly controls: readonly number[];
}

function estimateOf(replications: readonly Replication[], use: number) {
  const moments = new ControlledRatios(1, replications[0]?.controls.length ?? 0);
  for (const { x, y, controls } of replications) {
    moments.next();
    moments.add(0, x, y, Float64Array.from(controls), 0);
  }
  return moments.estimate(0, use);
}

const fourDays: readonly Replication[] = [
  { x: 1, y: 1, controls: [-1] },
  { x: 3, y: 1, controls: [0] },
  { x: 2, y: 1, controls: [1] },
  { x: 6, y: 1, controls: [2] },
];

/** Two controls by Cramer's rule on the normal equations. */
function byNormalEquations(replications: readonly Replication[]) {
  const n = replications.length;
  const mean = (of: (entry: Replication) => number): number =>
    replications.reduce((sum, entry) => sum + of(entry), 0) / n;
  const meanY = mean(({ y }) => y);
  const r = mean(({ x }) => x) / meanY;
  const z = (entry: Replication): number => entry.x - r * entry.y;
  const c = (k: number) => (entry: Replication) => entry.controls[k] as number;
  const co = (a: (entry: Replication) => number, b: (entry: Replication) => number): number =>
    replications.reduce((sum, entry) => sum + (a(entry) - mean(a)) * (b(entry) - mean(b)), 0);
  const [aa, ab, bb] = [co(c(0), c(0)), co(c(0), c(1)), co(c(1), c(1))];
  const [za, zb] = [co(z, c(0)), co(z, c(1))];
  const determinant = aa * bb - ab * ab;
  const slopeA = (za * bb - zb * ab) / determinant;
  const slopeB = (zb * aa - za * ab) / determinant;
  const [a, b] = [mean(c(0)), mean(c(1))];
  const left = co(z, z) - slopeA * za - slopeB * zb;
  const leverage = (a * a * bb - 2 * a * b * ab + b * b * aa) / determinant;
  const halfWidth =
    (studentTQuantile(n - 3, 0.975) * Math.sqrt((left / (n - 3)) * (1 / n + leverage))) / meanY;
  return { value: r - (slopeA * a + slopeB * b) / meanY, halfWidth };
}

/** Numbers without order, the same on every run. */
const shuffled = (i: number): number => ((i * 7919 + 104729) % 1009) / 1009;

describe('ControlledRatios in blocks', () => {
  const blocks = { size: 10, least: 8 };
  const numbers = Array.from({ length: 95 }, (_, i) => ({
    x: 40 + 30 * (i % 10) + 10 * shuffled(i),
    y: 100 + 20 * (i % 10) + 5 * shuffled(i + 500),
    controls: [(i % 10) - 4.5 + shuffled(i + 200), shuffled(i + 300) - 0.5],
  }));
  const estimate = (replications: number, use: number) => {
    const moments = new ControlledRatios(1, 2, blocks);
    for (const { x, y, controls } of numbers.slice(0, replications)) {
      moments.next();
      moments.add(0, x, y, Float64Array.from(controls), 0);
    }
    return moments.estimate(0, use);
  };
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

  it('has the values of single replications, and their intervals below the least number of blocks', () => {
    for (const replications of [20, 79])
      expect(estimate(replications, 1)).toEqual(estimateOf(numbers.slice(0, replications), 1));
    expect(estimate(95, 2).value).toBe(estimateOf(numbers, 2).value);
  });

  it('takes the spread of the means of full blocks from then on', () => {
    const r = sum(numbers.slice(0, 80).map(({ x }) => x)) / sum(numbers.slice(0, 80).map(({ y }) => y));
    const meanY = sum(numbers.slice(0, 80).map(({ y }) => y)) / 80;
    const means = Array.from(
      { length: 8 },
      (_, b) => sum(numbers.slice(10 * b, 10 * b + 10).map(({ x, y }) => x - r * y)) / 10,
    );
    const variance = sum(means.map((mean) => mean * mean)) / 7 / 8;
    const { halfWidth } = estimate(80, 0);
    expect(halfWidth).toBeCloseTo((studentTQuantile(7, 0.975) * Math.sqrt(variance)) / meanY, 12);
    expect(halfWidth).toBeLessThan((estimateOf(numbers.slice(0, 80), 0).halfWidth as number) / 4);
  });

  it('weighs the replications behind the last full block by their own spread', () => {
    const r = sum(numbers.map(({ x }) => x)) / sum(numbers.map(({ y }) => y));
    const off = numbers.map(({ x, y }) => x - r * y);
    const means = Array.from({ length: 9 }, (_, b) => sum(off.slice(10 * b, 10 * b + 10)) / 10);
    const middle = sum(means) / 9;
    const ofBlocks = sum(means.map((mean) => (mean - middle) ** 2)) / 8 / 9;
    const variance = (90 / 95) ** 2 * ofBlocks + ((5 / 95) ** 2 * (sum(off.map((z) => z * z)) / 94)) / 5;
    const meanY = sum(numbers.map(({ y }) => y)) / 95;
    const expected = (studentTQuantile(8, 0.975) * Math.sqrt(variance)) / meanY;
    expect(estimate(95, 0).halfWidth).toBeCloseTo(expected, 12);
  });

  it('takes the controls off the blocks as off the replications', () => {
    // What the first control explains is the same in every replication of a place, so little is left of the blocks.
    const exact = numbers.map(({ controls }) => ({ x: 50 + 3 * (controls[0] as number), y: 100, controls }));
    const moments = new ControlledRatios(1, 2, blocks);
    for (const { x, y, controls } of exact) {
      moments.next();
      moments.add(0, x, y, Float64Array.from(controls), 0);
    }
    const { value, halfWidth } = moments.estimate(0, 1);
    expect(value).toBeCloseTo(0.5, 12);
    expect(halfWidth).toBeLessThan(1e-9);
    expect(moments.estimate(0, 0).halfWidth).toBeGreaterThan(1e-4);
  });
});

describe('ControlledRatios', () => {
  it('gives what a regression by hand gives', () => {
    // Slope 7 / 5, mean of the control 0.5: 3 - 1.4 x 0.5. Left of the variation: 14 - 49 / 5, over 4 - 1 - 1 degrees.
    const { value, halfWidth, controls } = estimateOf(fourDays, 1);
    expect(value).toBeCloseTo(2.3, 12);
    expect(halfWidth).toBeCloseTo(studentTQuantile(2, 0.975) * Math.sqrt(2.1 * (1 / 4 + 0.25 / 5)), 12);
    expect(controls).toBe(1);
  });

  it('agrees with the normal equations on ratios with two controls', () => {
    const count = fc.integer({ min: 0, max: 1000 });
    const replication = fc.record({
      x: count,
      y: fc.integer({ min: 1, max: 1000 }),
      controls: fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })),
    });
    fc.assert(
      fc.property(fc.array(replication, { minLength: 8, maxLength: 40 }), (replications) => {
        const { value, halfWidth, controls } = estimateOf(replications, 2);
        if (controls < 2) return;
        const expected = byNormalEquations(replications);
        expect(Math.abs((value as number) - expected.value)).toBeLessThan(
          1e-6 * (1 + Math.abs(expected.value)),
        );
        expect(Math.abs((halfWidth as number) - expected.halfWidth)).toBeLessThan(
          1e-5 * (1 + expected.halfWidth),
        );
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('knows the answer where the control explains all', () => {
    const exact = [3, -1, 4, -2, 5].map((c) => ({ x: 80 + 2 * c, y: 100, controls: [c] }));
    const { value, halfWidth } = estimateOf(exact, 1);
    expect(value).toBeCloseTo(0.8, 12);
    expect(halfWidth).toBeLessThan(1e-6);
  });

  it('leaves out controls that never vary or say what another has said', () => {
    const copies = fourDays.map(({ controls: [c = 0], ...rest }) => ({ ...rest, controls: [0, c, 2 * c] }));
    const more = [...copies, ...copies.map((entry) => ({ ...entry, x: entry.x + 1 }))];
    const single = more.map(({ controls, ...rest }) => ({ ...rest, controls: controls.slice(1, 2) }));
    const { value, halfWidth, controls } = estimateOf(more, 3);
    const expected = estimateOf(single, 1);
    expect(controls).toBe(1);
    expect(value).toBeCloseTo(expected.value as number, 12);
    expect(halfWidth).toBeCloseTo(expected.halfWidth as number, 12);
  });

  it('is the plain ratio without controls, and with too few replications for them', () => {
    const plain = new RatioMoments(1);
    for (const { x, y } of fourDays) {
      plain.next();
      plain.add(0, x, y);
    }
    const expected = plain.estimate(0);
    const { value, halfWidth, controls } = estimateOf(fourDays, 0);
    expect(controls).toBe(0);
    expect(value).toBe(expected.value);
    expect(halfWidth).toBeCloseTo(expected.halfWidth as number, 12);
    expect(estimateOf(fourDays.slice(0, 3), 1).controls).toBe(0);
    expect(estimateOf(fourDays.slice(0, 1), 1)).toEqual({ value: 1, halfWidth: null, controls: 0 });
    expect(estimateOf([{ x: 0, y: 0, controls: [1] }], 1).value).toBeNull();
  });
});
