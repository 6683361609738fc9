import { describe, expect, it } from 'vitest';
import { netPromoterScore } from '../../core/measures/netPromoterScore.ts';
import {
  changeAt,
  defaultScoreModels,
  scoreModelsOf,
  scoreNames,
} from '../../core/measures/responseCurves.ts';
import { parsedPlan, smallPlan } from '../support/plans.ts';

describe('changeAt', () => {
  const curve = [
    { seconds: 60, change: 0 },
    { seconds: 180, change: -0.3 },
    { seconds: 600, change: -1 },
  ];

  it('is level before the first point and after the last', () => {
    expect(changeAt(curve, 0)).toBe(0);
    expect(changeAt(curve, 60)).toBe(0);
    expect(changeAt(curve, 10_000)).toBe(-1);
    expect(changeAt([{ seconds: 60, change: -2 }], 5)).toBe(-2);
    expect(changeAt([{ seconds: 60, change: -2 }], 500)).toBe(-2);
  });

  it('is linear between points', () => {
    expect(changeAt(curve, 120)).toBeCloseTo(-0.15, 12);
    expect(changeAt(curve, 390)).toBeCloseTo(-0.65, 12);
  });
});

describe('the default response curves', () => {
  it('never raise a score by a longer wait, a hand-over, a return or a loss', () => {
    for (const name of scoreNames) {
      const score = defaultScoreModels[name];
      expect(score.start).toBeLessThanOrEqual(score.highest);
      for (const key of ['perTransfer', 'perReturn', 'perLost'] as const) {
        expect(score[key]).toBeLessThanOrEqual(0);
      }
      for (const key of [
        'firstResponseLive',
        'firstResponseDeferred',
        'resolutionLive',
        'resolutionDeferred',
      ] as const) {
        const changes = score[key].map(({ change }) => change);
        expect(changes).toEqual(changes.toSorted((a, b) => b - a));
      }
    }
  });

  it('stand where the plan states none of its own', () => {
    expect(scoreModelsOf(parsedPlan(smallPlan()))).toEqual(defaultScoreModels);
    const stated = scoreModelsOf(
      parsedPlan({
        ...smallPlan(),
        company: { responseCurves: { effort: { start: 6, perTransfer: -1, source: 'Own survey' } } },
      }),
    );
    expect(stated.effort).toEqual({ ...defaultScoreModels.effort, start: 6, perTransfer: -1 });
    expect(stated.satisfaction).toEqual(defaultScoreModels.satisfaction);
  });
});

describe('netPromoterScore', () => {
  it('is zero where as many promote as detract', () => {
    expect(netPromoterScore(7.5, 2)).toBeCloseTo(0, 12);
  });

  it('is the difference of two shares of the normal distribution', () => {
    // One spread from each end: 50 % promote; P(Z <= -1) detract.
    expect(netPromoterScore(8.5, 2)).toBeCloseTo(100 * (0.5 - 0.158_655_253_931_457), 10);
    expect(netPromoterScore(0, 0.5)).toBeCloseTo(-100, 6);
    expect(netPromoterScore(15, 0.5)).toBeCloseTo(100, 6);
  });
});
