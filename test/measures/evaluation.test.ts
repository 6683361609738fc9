import { describe, expect, it } from 'vitest';
import { simulatedEvaluation } from '../../core/measures/evaluation.ts';
import { planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { simulatePlan } from '../support/simulatePlan.ts';

describe('simulatedEvaluation', () => {
  const { result } = simulatePlan(
    planOf({
      demand: [steadyDemand('calls', 0.05)],
      teams: [teamOf('team', 6)],
      promises: [{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 20, shareToAttain: 0.8 }],
    }),
    { replications: 4 },
  );
  const evaluation = simulatedEvaluation(result);

  it('marks every value as simulated, with its half-width', () => {
    const level = result.promises['soon']?.serviceLevelFraction;
    expect(evaluation.by).toBe('simulation');
    expect(level?.halfWidth).toBeGreaterThan(0);
    expect(evaluation.promises['soon']?.serviceLevelFraction).toEqual({
      value: level?.value,
      basis: { kind: 'simulated', halfWidth: level?.halfWidth },
    });
    expect(Object.keys(evaluation.total)).toEqual(Object.keys(result.total));
  });

  it('says that nothing was counted where the simulation has no value', () => {
    expect(result.total.costPerContactMoney?.value).toBeNull();
    expect(evaluation.total.costPerContactMoney).toEqual({
      value: null,
      basis: { kind: 'absent', reason: 'nothingCounted' },
    });
  });

  it('keeps the lines over time with their half-widths', () => {
    expect(evaluation.series.length).toBe(result.series.length);
    expect(evaluation.series[0]?.halfWidths).toEqual(result.series[0]?.halfWidths);
  });
});
