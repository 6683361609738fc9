import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../core/report/verdict.ts';
import { estimate } from './shopResult.ts';

describe('verdictOf', () => {
  it.each([
    ['kept', 0.83, 0.02],
    ['atRisk', 0.81, 0.02],
    ['atRisk', 0.79, 0.02],
    ['missed', 0.77, 0.02],
    ['kept', 0.8, 0],
    ['missed', 0.79, 0],
  ] as const)('says %s for %d ± %d with 80 %% asked', (verdict, value, halfWidth) => {
    expect(verdictOf(estimate(value, halfWidth), 0.8)).toBe(verdict);
  });

  it('counts an interval that only touches the asked share from above as kept', () => {
    expect(verdictOf(estimate(0.75, 0.25), 0.5)).toBe('kept');
  });

  it('counts an interval that only touches it from below as at risk', () => {
    expect(verdictOf(estimate(0.25, 0.25), 0.5)).toBe('atRisk');
  });

  it('is at risk without an interval, however good the value', () => {
    expect(verdictOf(estimate(0.99, null), 0.8)).toBe('atRisk');
  });

  it('is undecided when no contact was counted', () => {
    expect(verdictOf(estimate(null), 0.8)).toBe('undecided');
  });
});
