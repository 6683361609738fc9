import { describe, expect, it } from 'vitest';
import { ranges } from '../../core/plan/checks/ranges.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { planHash } from '../../core/plan/planHash.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { smallPlan } from '../support/plans.ts';

const withHandling = (range: object): Plan => {
  const input = { ...smallPlan(), handling: [{ time: { law: 'exponential', meanSeconds: 300, ...range } }] };
  return { ...(parsePlanValue(smallPlan()).plan as Plan), handling: input.handling as never };
};
const found = (plan: Plan) => ranges(plan).map(({ code, path }) => [code, path.join('.')]);

describe('ranges', () => {
  it('finds a range that is turned round, or that does not hold its mean, in a law too', () => {
    expect(found(withHandling({ meanLowSeconds: 250, meanHighSeconds: 320 }))).toEqual([]);
    expect(found(withHandling({ meanLowSeconds: 400, meanHighSeconds: 320 }))).toEqual([
      ['rangeReversed', 'handling.0.time.meanLowSeconds'],
    ]);
    expect(found(withHandling({ meanLowSeconds: 310 }))).toEqual([
      ['valueOutsideRange', 'handling.0.time.meanLowSeconds'],
    ]);
    expect(found(withHandling({ meanHighSeconds: 290 }))).toEqual([
      ['valueOutsideRange', 'handling.0.time.meanHighSeconds'],
    ]);
  });

  it('looks at the error of the forecast', () => {
    const forecastError = { lowFactor: 0.9, highFactor: 1.1, rangeHolds: 0.8, distribution: 'uniform' };
    const plan = parsePlanValue({ ...smallPlan(), volumeModel: { forecastError } });
    expect(plan.faults.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['rangeNotCertain', 'volumeModel.forecastError.rangeHolds'],
    ]);
  });

  it('keeps the limits of a figure for the ends of its range', () => {
    const channels = [{ ...smallPlan().channels[0], balkingShare: { value: 0.5, high: 1.2 } }];
    const { faults } = parsePlanValue({ ...smallPlan(), channels });
    expect(faults.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['shareTooLarge', 'channels.0.balkingShare.high'],
    ]);
  });

  it('leaves no trace in a plan without ranges: its hash is what it was before there were any', () => {
    const { plan } = parsePlanValue(smallPlan());
    const text = JSON.stringify(plan);
    for (const field of ['rangeHolds', 'distribution', 'forecastError', 'meanLowSeconds'])
      expect(text).not.toContain(field);
    // golden: written before the fields for ranges existed; a plan must not change its name because the format has grown.
    expect(planHash(plan as Plan)).toBe('9ed734685b4f43a68b224ef251f9abec0c5894ceef42722427881674adfefe73');
  });
});
