import { describe, expect, it } from 'vitest';
import { LawSampler } from '../../../core/simulation/engine/lawSampler.ts';
import { type LawRow, lawKind, quantileOf } from '../../../core/simulation/engine/laws.ts';
import { uniformAt } from '../../../core/simulation/engine/streams.ts';

const row = (kind: number, a: number, b: number, table: Float64Array | null = null): LawRow => ({
  kind,
  a,
  b,
  table,
  meanSeconds: 0,
});
const laws: readonly LawRow[] = [
  row(lawKind.exponential, 300, 0),
  row(lawKind.exponential, 20, 0),
  row(lawKind.lognormal, 5, 0.94),
  row(lawKind.lognormal, 5, 2.5),
  row(lawKind.gamma, 2, 100),
  row(lawKind.gamma, 0.2, 100),
  row(lawKind.weibull, 100, 2),
  row(lawKind.mixture, 0, 0, Float64Array.of(0.3, 10, 1, 500)),
  row(lawKind.uniform, 3, 4),
  row(lawKind.deterministic, 60, 0),
  row(lawKind.empirical, 0, 0, Float64Array.of(1, 2, 9)),
  row(lawKind.never, 0, 0),
];
const sampler = new LawSampler(laws);

describe('LawSampler', () => {
  it('gives the quantile within a hundred millionth, also in the tails', () => {
    laws.forEach((law, i) => {
      for (let k = 0; k < 4000; k += 1) {
        const middle = uniformAt(1, 2, k);
        const tail = k % 3 === 0 ? middle : middle * 2 ** -(k % 27);
        // As uniforms are: multiples of 2^-53.
        const u = (Math.floor((k % 2 === 0 ? tail : 1 - tail) * 2 ** 52) + 0.5) / 2 ** 52;
        if (u <= 0 || u >= 1) continue;
        const exact = quantileOf(law, u);
        if (exact === Number.POSITIVE_INFINITY) expect(sampler.sample(i, u)).toBe(exact);
        else expect(Math.abs(sampler.sample(i, u) - exact)).toBeLessThanOrEqual(1e-8 * Math.abs(exact));
      }
    });
  });

  it('draws the same from words as from the uniform made of them', () => {
    laws.forEach((_, i) => {
      for (let k = 0; k < 2000; k += 1)
        expect(sampler.sampleAt(i, 17, -4, k)).toBe(sampler.sample(i, uniformAt(17, -4, k)));
    });
  });

  it('lets laws that differ only by a factor share a table', () => {
    expect(sampler.tableOf(0)).toBe(sampler.tableOf(1));
    expect([sampler.scaleOf(0), sampler.scaleOf(1)]).toEqual([300, 20]);
    expect(sampler.tableOf(2)).not.toBe(sampler.tableOf(3));
  });

  it('takes no time where there is no law', () => {
    expect(sampler.sample(-1, 0.5)).toBe(0);
    expect(sampler.sampleAt(-1, 1, 2, 3)).toBe(0);
  });
});
