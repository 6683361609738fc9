import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Law } from '../../../core/plan/schema/law.ts';
import { lawRow } from '../../../core/simulation/compile/lawTable.ts';
import { quantileOf } from '../../../core/simulation/engine/laws.ts';

const laws: readonly Law[] = [
  { law: 'exponential', meanSeconds: 240 },
  { law: 'lognormal', meanSeconds: 240, cv: 1.2 },
  { law: 'gamma', meanSeconds: 240, cv: 0.5 },
  { law: 'gamma', meanSeconds: 240, cv: 1.5 },
  { law: 'weibull', scaleSeconds: 300, shape: 0.8 },
  { law: 'weibull', scaleSeconds: 300, shape: 2.5 },
  { law: 'uniform', lowSeconds: 30, highSeconds: 90 },
  { law: 'deterministic', seconds: 77 },
  {
    law: 'mixture',
    parts: [
      { share: 0.25, meanSeconds: 30 },
      { share: 0.75, meanSeconds: 400 },
    ],
  },
  { law: 'empirical', valuesSeconds: [10, 20, 60, 10] },
];
const named = laws.map((law) => [JSON.stringify(law), law] as const);

/** Mean by numeric integration of the quantile over u = t^3 (10 - 15 t + 6 t^2), which calms both ends. */
function meanByIntegration(law: Law, points = 40_000): number {
  const row = lawRow(law);
  let sum = 0;
  for (let i = 0; i < points; i += 1) {
    const t = (i + 0.5) / points;
    const u = t ** 3 * (10 - 15 * t + 6 * t * t);
    if (u > 0 && u < 1) sum += quantileOf(row, u) * 30 * t * t * (1 - t) * (1 - t);
  }
  return sum / points;
}

describe('quantileOf', () => {
  it('gives the closed forms', () => {
    const at = (law: Law, u: number): number => quantileOf(lawRow(law), u);
    expect(at({ law: 'exponential', meanSeconds: 240 }, 0.5)).toBeCloseTo(240 * Math.LN2, 9);
    expect(at({ law: 'lognormal', meanSeconds: 240, cv: 1.2 }, 0.5)).toBeCloseTo(240 / Math.sqrt(2.44), 8);
    expect(at({ law: 'weibull', scaleSeconds: 300, shape: 2 }, 0.75)).toBeCloseTo(300 * Math.sqrt(Math.log(4)), 8);
    expect(at({ law: 'uniform', lowSeconds: 30, highSeconds: 90 }, 0.25)).toBe(45);
    expect(at({ law: 'deterministic', seconds: 77 }, 0.999)).toBe(77);
    expect(at({ law: 'never' }, 0.001)).toBe(Number.POSITIVE_INFINITY);
    // Gamma with cv 1 is exponential.
    expect(at({ law: 'gamma', meanSeconds: 240, cv: 1 }, 0.9)).toBeCloseTo(240 * Math.log(10), 7);
    expect([0.01, 0.3, 0.6, 0.99].map((u) => at({ law: 'empirical', valuesSeconds: [60, 10, 20, 10] }, u))).toEqual([
      10, 10, 20, 60,
    ]);
  });

  it('inverts the distribution of a mixture', () => {
    const parts = [
      { share: 0.25, meanSeconds: 30 },
      { share: 0.75, meanSeconds: 400 },
    ];
    for (const u of [1e-6, 0.1, 0.5, 0.9, 0.999999]) {
      const x = quantileOf(lawRow({ law: 'mixture', parts }), u);
      const below = parts.reduce((sum, part) => sum + part.share * (1 - Math.exp(-x / part.meanSeconds)), 0);
      expect(below).toBeCloseTo(u, 10);
    }
  });

  it('of a mixture with equal parts is the exponential quantile', () => {
    const parts = [
      { share: 0.5, meanSeconds: 100 },
      { share: 0.5, meanSeconds: 100 },
    ];
    expect(quantileOf(lawRow({ law: 'mixture', parts }), 0.7)).toBeCloseTo(-100 * Math.log(0.3), 8);
  });

  it.each(named)('never falls as u rises: %s', (_, law) => {
    const row = lawRow(law);
    const inside = fc.double({ min: Number.MIN_VALUE, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(inside, inside, (a, b) => quantileOf(row, Math.min(a, b)) <= quantileOf(row, Math.max(a, b))),
      { numRuns: 300, seed: 3 },
    );
  });

  it.each(named)('is finite and not negative at the ends of what streams give: %s', (_, law) => {
    const row = lawRow(law);
    for (const u of [2 ** -53, 1 - 2 ** -53]) {
      expect(quantileOf(row, u)).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(quantileOf(row, u))).toBe(true);
    }
  });
});

describe('lawRow', () => {
  it.each(named)('states the mean that the quantile has: %s', (_, law) => {
    expect(meanByIntegration(law) / lawRow(law).meanSeconds).toBeCloseTo(1, 4);
  });

  it('has the worked example of the lognormal law', () => {
    const row = lawRow({ law: 'lognormal', meanSeconds: 240, cv: 1.2 });
    expect([row.a, row.b * row.b]).toEqual([
      expect.closeTo(Math.log(240) - Math.log(2.44) / 2, 12),
      expect.closeTo(Math.log(2.44), 12),
    ]);
  });
});
