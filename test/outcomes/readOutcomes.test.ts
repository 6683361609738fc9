import { describe, expect, it } from 'vitest';
import type { OutcomesReading } from '../../core/measures/outcomes.ts';
import { type Drawn, forecast, otherLoss, yearsAhead } from '../../core/outcomes/forecast.ts';
import { readOutcomes } from '../../core/outcomes/index.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';

const ground = {
  ...{ contactsPerYear: 2000, staying: 0.961, fullLoss: 0.39, teamCost: 60_000, statedRetention: null },
};
const drawn: Drawn = {
  ...{ customers: 1000, curveFactor: 1, avoidShare: 0.39, avoidYears: 2, tellShare: 0.4, listeners: 3 },
  ...{ dissuadedShare: 0.05, valuePerYear: 100, acquisitionCost: 40, otherLossShare: 0.1 },
};

describe('forecast', () => {
  it('gives the worked example, step by step', () => {
    const figures = forecast(ground, drawn);
    expect(figures.badShare).toBeCloseTo(0.1, 12);
    expect(figures.badPerCustomer).toBeCloseTo(0.2, 12);
    expect(figures.touchedShare).toBeCloseTo(1 - Math.exp(-0.2), 12);
    expect(figures.lostCustomers).toBeCloseTo(70.695, 3);
    expect(figures.lossOfCustomers).toBeCloseTo(14_139, 0);
    expect(figures.toldPeople).toBeCloseTo(217.523, 3);
    expect(figures.dissuadedPeople).toBeCloseTo(10.876, 3);
    expect(figures.atStake).toBeCloseTo(14_139 + 1087.6, 0);
    expect(figures.replacing).toBeCloseTo(70.695 * 40, 0);
    expect(figures.retentionRate).toBeCloseTo(0.9 * (1 - 0.070695), 6);
  });

  it('says nothing of what rests on a figure that is lacking', () => {
    const figures = forecast({ ...ground, staying: null }, drawn);
    expect([figures.badShare, figures.lostCustomers, figures.atStake, figures.retentionRate]).toEqual([
      ...[null, null, null, null],
    ]);
    expect(figures.contactsPerYear).toBe(2000);
    const { lostCustomers, lossOfCustomers, retentionRate } = forecast(ground, {
      ...drawn,
      valuePerYear: null,
    });
    expect([lostCustomers === null, lossOfCustomers, retentionRate === null]).toEqual([false, null, false]);
  });

  it('leaves for other reasons what the stated retention leaves', () => {
    const other = otherLoss({ ...ground, statedRetention: 0.82 }, drawn, 40, 1000);
    expect(other).toBeCloseTo(1 - 0.82 / 0.96, 12);
    expect(forecast({ ...ground, statedRetention: 0.82 }, drawn).retentionRate).toBeCloseTo(0.82, 12);
  });

  it('loses nobody where every contact is good', () => {
    const figures = forecast({ ...ground, staying: 1 }, drawn);
    expect([figures.lostCustomers, figures.atStake]).toEqual([0, 0]);
    const years = yearsAhead({ ...ground, staying: 1 }, drawn, figures, null, 5);
    // As many are won as are lost otherwise.
    for (const year of years) expect(year).toEqual({ customers: 1000, customersAtBest: 1000, missed: 0 });
  });

  it('follows the customers over the years, with and without bad experiences', () => {
    const [now, next] = yearsAhead(ground, drawn, forecast(ground, drawn), 120, 5);
    expect(now).toEqual({ customers: 1000, customersAtBest: 1000, missed: 0 });
    expect(next?.customersAtBest).toBeCloseTo(1000 * 0.9 + 120, 9);
    expect(next?.customers).toBeCloseTo((1000 - 70.695) * 0.9 + 120 - 10.876, 2);
    expect(next?.missed).toBeCloseTo(((next?.customersAtBest ?? 0) - (next?.customers ?? 0)) * 100, 9);
  });
});

describe('readOutcomes', () => {
  const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
  const told = {
    ...{ staying: { value: 0.97, halfWidth: 0.005 }, contacts: 9000, countedSeconds: 7 * 86_400 },
    costPerMonth: 2.6e9,
  };
  const step = (reading: OutcomesReading, id: string) =>
    reading.steps.find((one) => one.id === id)?.figure ?? null;

  it('knows the retention of the company, and what it lacks for money', () => {
    const reading = readOutcomes(shop, 'hash', told);
    expect(reading.retentionRate).toBeCloseTo(0.82, 12);
    expect(reading.gaps).toEqual(['valuePerYear']);
    expect(step(reading, 'atStake')).toBeNull();
    expect(step(reading, 'retentionRate')?.value).toBeCloseTo(0.82, 12);
    expect(readOutcomes(shop, 'hash', { ...told, staying: null }).gaps).toEqual([
      'simulation',
      'valuePerYear',
    ]);
  });

  const valued: Plan = {
    ...shop,
    company: {
      ...shop.company,
      badExperience: { valuePerYear: { value: 900_000, low: 600_000, high: 1_300_000, assumed: true } },
      retentionHistory: [
        { period: '1402', customersAtStart: 100, customersGained: 20, customersAtEnd: 100 },
        {
          period: '1403',
          customersAtStart: 100,
          customersGained: 25,
          customersAtEnd: 100,
          cause: 'Long waits',
        },
      ],
    },
  };

  it('carries the ranges of all coefficients through, the same each time', () => {
    const reading = readOutcomes(valued, 'hash', told);
    expect(readOutcomes(valued, 'hash', told)).toEqual(reading);
    const stake = step(reading, 'atStake');
    if (stake === null) throw new Error('no stake');
    expect(stake.low).toBeLessThan(0.7 * stake.value);
    expect(stake.high).toBeGreaterThan(1.4 * stake.value);
    expect(reading.years).toHaveLength(6);
    expect(reading.years[5]?.missed?.value).toBeGreaterThan(reading.years[1]?.missed?.value ?? 0);
    const sure: Plan = {
      ...valued,
      company: {
        ...valued.company,
        customers: 210_000,
        badExperience: {
          ...{ avoidShare: 0.39, avoidYears: 2, tellShare: 0.4, listeners: 3, dissuadedShare: 0.05 },
          ...{ curveFactor: 1, valuePerYear: 900_000, otherLossShare: 0.1 },
        },
      },
      demand: shop.demand.map((demand) => ({ ...demand, volume: { contacts: 1000, per: 'week' } })),
      volumeModel: { ...shop.volumeModel, forecastError: undefined },
    } as Plan;
    const known = step(
      readOutcomes(sure, 'hash', { ...told, staying: { value: 0.97, halfWidth: 0 } }),
      'atStake',
    );
    expect(known?.low).toBe(known?.value);
    expect(known?.high).toBe(known?.value);
  });

  it('says of each coefficient where it comes from', () => {
    const { coefficients, history } = readOutcomes(valued, 'hash', told);
    const basis = Object.fromEntries(coefficients.map((one) => [one.id, one.basis]));
    expect(basis).toMatchObject({
      customers: 'stated',
      avoidShare: 'usual',
      valuePerYear: 'stated',
      otherLossShare: 'derived',
    });
    expect(coefficients.find(({ id }) => id === 'avoidShare')?.figure?.value).toBe(0.39);
    expect(history.map(({ rate, change }) => [rate, change])).toEqual([
      [0.8, null],
      [0.75, expect.closeTo(-0.05, 12)],
    ]);
  });
});
