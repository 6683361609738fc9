import { describe, expect, it } from 'vitest';
import { byFormula, correctedGoal, loadGoals } from '../../core/search/goals.ts';

const seen = (formula: number, simulated: number, halfWidth = 0.02) => ({ formula, simulated, halfWidth });

describe('byFormula', () => {
  it('is the level itself where nothing was simulated', () => {
    expect(byFormula(0.8, [])).toBe(0.8);
  });

  it('is as far off as the nearest above was', () => {
    expect(byFormula(0.8, [seen(0.85, 0.83)])).toBeCloseTo(0.82, 12);
    expect(byFormula(0.8, [seen(0.85, 0.83), seen(0.95, 0.9)])).toBeCloseTo(0.82, 12);
    expect(byFormula(0.85, [seen(0.88, 0.93)])).toBeCloseTo(0.8, 12);
  });

  it('comes no nearer to all than the nearest below did in proportion', () => {
    expect(byFormula(0.85, [seen(0.74, 0.83)])).toBeCloseTo(1 - 0.15 / (0.17 / 0.26), 12);
    // A plan with far too few: the formula says a quarter, the simulation nothing.
    expect(byFormula(0.8, [seen(0.25, 0)])).toBeCloseTo(0.85, 12);
    expect(byFormula(0.8, [seen(1, 0.5)])).toBe(1);
  });

  it('lies between the nearest below and above', () => {
    expect(byFormula(0.85, [seen(0.88, 0.93), seen(0.74, 0.83)])).toBeCloseTo(0.768, 12);
    expect(byFormula(0.85, [seen(0.88, 0.93), seen(0.74, 0.83), seen(0.7, 0.6)])).toBeCloseTo(0.768, 12);
  });

  it('is on the safe side where simulation and formula go different ways', () => {
    expect(byFormula(0.8, [seen(0.9, 0.75), seen(0.85, 0.82)])).toBeCloseTo(0.92, 12);
  });
});

describe('correctedGoal', () => {
  it('asks for a margin of one and a half half-widths', () => {
    const { asked, least } = correctedGoal(0.8, [seen(0.85, 0.83, 0.02)]);
    expect(least).toBeCloseTo(0.82, 12);
    expect(asked).toBeCloseTo(0.85, 12);
  });

  it('takes no more than half of what lies above the share', () => {
    expect(correctedGoal(0.98, [seen(0.98, 0.98, 0.1)]).asked).toBeCloseTo(0.99, 12);
  });

  it('asks for nothing where no formula answers', () => {
    expect(correctedGoal(0.8, null).asked).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('loadGoals', () => {
  it('leaves a twentieth of the time, or lets loads grow by the part of what is left that there is room for', () => {
    const asked = (room: number) => loadGoals([0.3, 0.005, -0.2, null], room).map((goal) => goal.asked);
    expect(asked(1)).toEqual([0.05, 0.005, 0.05, Number.NEGATIVE_INFINITY]);
    expect(asked(0.5)).toEqual([0.15, 0.005, 0.05, Number.NEGATIVE_INFINITY]);
    expect(asked(0)).toEqual([0.3, 0.005, 0.05, Number.NEGATIVE_INFINITY]);
  });
});
