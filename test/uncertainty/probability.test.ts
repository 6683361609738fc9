import { describe, expect, it } from 'vitest';
import type { PromiseProbability } from '../../core/measures/probability.ts';
import { normalCdf } from '../../core/numerics/normalCdf.ts';
import { designOf } from '../../core/uncertainty/index.ts';
import { worstPeriod } from '../../core/uncertainty/worstPeriod.ts';
import { teamOf } from '../../core/verification/planParts.ts';
import { breakingVolume, byFormula, bySimulation, contactsPerHour, queuePlan } from './studyPlans.ts';

const only = (promises: readonly PromiseProbability[]): PromiseProbability => {
  const [promise] = promises;
  if (promise === undefined) throw new Error('no promise');
  return promise;
};

/** A volume with a normal belief: 1.6449 standard deviations to either end. */
const range = { value: contactsPerHour, low: 258, high: 318, distribution: 'normal' as const };
const deviation = 30 / 1.6448536;

describe('the probability of keeping a promise', () => {
  // Kept exactly where the volume is below the one at which Erlang C falls to what is asked.
  const exact = (asked: number): number => normalCdf((breakingVolume(asked) - contactsPerHour) / deviation);

  it('by formula is the chance of a volume that the team can carry', () => {
    const draws = 200;
    for (const asked of [0.8, 0.85]) {
      // Ten days: chance in the queue hardly moves the level of so many contacts.
      const plan = queuePlan(range, 10, { shareToAttain: asked });
      const { kept, levelSplit, groups } = only(byFormula(plan, draws).promises);
      const p = exact(asked);
      expect(p).toBeGreaterThan(0.1);
      expect(p).toBeLessThan(0.9);
      expect(Math.abs((kept.value ?? 0) - p) / Math.sqrt((p * (1 - p)) / draws)).toBeLessThan(4);
      expect((kept.high ?? 1) - (kept.low ?? 0)).toBeLessThan(0.16);
      expect(levelSplit?.unknown.value ?? 0).toBeGreaterThan(0.95);
      expect(groups[0]?.kind).toBe('volume');
      expect(groups[0]?.value ?? 0).toBeGreaterThan(0.9);
    }
  });

  it('by simulation is the same', () => {
    const replications = 120;
    const { kept, levelSplit, nextToMeasure } = only(
      bySimulation(queuePlan(range, 3), replications).promises,
    );
    const p = exact(0.8);
    // Replications of a draw nearly always agree: as many as there are draws.
    expect(Math.abs((kept.value ?? 0) - p) / Math.sqrt((p * (1 - p)) / (replications / 2))).toBeLessThan(4);
    expect((kept.high ?? 1) - (kept.low ?? 0)).toBeLessThan(0.3);
    expect(levelSplit?.unknown.value ?? 0).toBeGreaterThan(0.8);
    expect(nextToMeasure).toBe(0);
  });

  it('splits what varies without a rest', () => {
    const plan = queuePlan(range, 1, { period: 'day' });
    for (const result of [byFormula(plan, 60), bySimulation(plan, 60)]) {
      const { levelSplit, keptSplit } = only(result.promises);
      for (const split of [levelSplit, keptSplit])
        expect((split?.queueNoise.value ?? 0) + (split?.unknown.value ?? 0)).toBeCloseTo(1, 12);
    }
  });

  it('is chance in the queue alone where everything is known, about as large by formula as by simulation', () => {
    const plan = queuePlan(contactsPerHour, 1, { shareToAttain: 0.85, period: 'day' });
    const formula = only(byFormula(plan, 1).promises);
    const simulated = only(bySimulation(plan, 300).promises);
    expect(formula.levelSplit?.queueNoise.value).toBe(1);
    expect(simulated.levelSplit?.queueNoise.value).toBe(1);
    const ratio = (formula.levelSplit?.variance ?? 0) / (simulated.levelSplit?.variance ?? 1);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
    expect(Math.abs((formula.kept.value ?? 0) - (simulated.kept.value ?? 0))).toBeLessThan(0.15);
  });

  it('falls with the number of periods that all have to keep it', () => {
    const kept = (days: number): number =>
      only(byFormula(queuePlan(contactsPerHour, days, { period: 'day' }), 1).promises).kept.value ?? 0;
    const one = kept(1);
    expect(one).toBeLessThan(1);
    expect(kept(5)).toBeCloseTo(one ** 5, 6);
  });

  it('does not depend on another uncertain input that moves nothing', () => {
    const more = { company: { personas: [] }, volumeModel: { busyDayCv: 0 } };
    const alone = bySimulation(queuePlan(range, 1), 20);
    const beside = bySimulation(
      queuePlan(
        range,
        1,
        {},
        {
          ...more,
          channels: [
            { id: 'phone', name: 'Phone', kind: 'phone' },
            { id: 'mail', name: 'Mail', kind: 'email', balkingShare: { value: 0.1, low: 0, high: 0.2 } },
          ],
        },
      ),
      20,
    );
    expect(beside.inputs.length).toBe(alone.inputs.length + 1);
    expect(only(beside.promises).kept).toEqual(only(alone.promises).kept);
  });
});

describe('attrition', () => {
  const leaving = (attritionPerYear: number) =>
    queuePlan(
      contactsPerHour,
      182,
      { period: 'month' },
      {
        contracts: [
          {
            id: 'full',
            name: 'Full time',
            hoursPerWeek: 40,
            attritionPerYear,
            hiringWeeks: { value: 10, low: 6, high: 16 },
          },
        ],
        teams: [teamOf('team', 12, {}, { contract: 'full', headcount: 54 })],
      },
    );

  it('makes it less likely that every month keeps the promise, and is named as what is not known', () => {
    const [none, some] = [byFormula(leaving(0), 1), byFormula(leaving(0.3), 60)].map(({ promises }) =>
      only(promises),
    );
    expect(none?.kept.value ?? 0).toBeGreaterThan(0.99);
    expect(some?.kept.value ?? 1).toBeLessThan(0.9);
    expect(some?.levelSplit?.unknown.value ?? 0).toBeGreaterThan(0.5);
    expect(some?.groups.map(({ kind }) => kind).sort()).toEqual(['hiring', 'leavers']);
    expect(some?.groups[0]?.kind).toBe('leavers');
  });
});

describe('designOf', () => {
  it('gives two replications to each draw, and one where there is nothing to draw', () => {
    expect(designOf(200, 3)).toEqual({ draws: 100, perDraw: 2 });
    expect(designOf(200, 0)).toEqual({ draws: 200, perDraw: 1 });
  });
});

describe('worstPeriod', () => {
  it('gives mean and variance of the lower of two equal normal levels', () => {
    // E(min) = mu - sigma / sqrt(pi), Var(min) = sigma^2 (1 - 1 / pi) (David, Order Statistics).
    const period = { counted: 100, level: 0.6, variance: 0.0025 };
    const { mean, variance, kept, keptPeriods } = worstPeriod([period, period], 0.55);
    expect(mean).toBeCloseTo(0.6 - 0.05 / Math.sqrt(Math.PI), 4);
    expect(variance).toBeCloseTo(0.0025 * (1 - 1 / Math.PI), 5);
    expect(keptPeriods).toBeCloseTo(normalCdf(1), 12);
    expect(kept).toBeCloseTo(normalCdf(1) ** 2, 12);
  });
});
