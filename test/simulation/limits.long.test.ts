import { describe, expect, it } from 'vitest';
import { exponential, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import { simulatePlan } from '../support/simulatePlan.ts';

describe('L1: a line without end', () => {
  it('ends the run at a million waiting, with finite results that name the team', () => {
    const { result } = simulatePlan(
      planOf({
        horizon: { start: '2026-01-05', days: 7 },
        demand: [steadyDemand('calls', 10)],
        teams: [teamOf('team', 1)],
        handling: [{ time: exponential(100) }],
      }),
    );
    expect(result.simulatedContacts).toBeGreaterThan(1_000_000);
    expect(result.simulatedContacts).toBeLessThan(1_300_000);
    expect(Number.isFinite(result.total.waitMeanSeconds?.value ?? 0)).toBe(true);
    expect(process.memoryUsage().rss).toBeLessThan(1024 ** 3);
  });
});
