import { describe, expect, it } from 'vitest';
import type { StatedInput } from '../../core/inputs/index.ts';
import { inputUniform } from '../../core/inputs/inputUniform.ts';
import { normalQuantile } from '../../core/numerics/normalQuantile.ts';
import { sharesOf } from '../../core/uncertainty/sharesOf.ts';

const input = (kind: StatedInput['kind']): StatedInput => ({ kind }) as StatedInput;
const score = (draw: number, name: string): number => normalQuantile(inputUniform(1, draw, name));

describe('sharesOf', () => {
  const draws = 60;
  // Volume moves the level; of the two leavers nobody can tell which one did, because they moved together in every draw.
  const uncertain = [input('volume'), input('leavers'), input('leavers'), input('handling')];
  const scores = Array.from({ length: draws }, (_, k) =>
    Float64Array.of(
      score(k, 'volume'),
      score(k, 'leaver'),
      score(k, 'leaver') + 1e-4 * score(k, 'other'),
      score(k, 'time'),
    ),
  );
  const means = Float64Array.from(
    scores,
    ([volume = 0, , , time = 0], k) => 3 * volume + 2 * time + 0.3 * score(k, 'rest'),
  );
  const { groups, inputShares, nextToMeasure } = sharesOf(uncertain, scores, means, 13.1);

  it('leaves out inputs of which the draws tell nothing, one by one and of their kind', () => {
    expect(inputShares.map((share) => share.input)).toEqual([0, 3]);
    expect(groups.map(({ kind }) => kind)).toEqual(['volume', 'handling']);
    for (const { halfWidth } of [...groups, ...inputShares]) expect(halfWidth).toBeLessThan(1);
  });

  it('never sends anybody to measure who will leave, which is luck', () => {
    const told = sharesOf([input('leavers'), ...uncertain.slice(1)], scores, means, 13.1);
    expect(told.inputShares[0]?.input).toBe(0);
    expect(told.nextToMeasure).toBe(3);
  });

  it('still names the next one to measure', () => {
    expect(nextToMeasure).toBe(0);
    expect(inputShares[0]?.value).toBeGreaterThan(0.4);
    expect(inputShares[0]?.value).toBeLessThan(1);
  });
});
