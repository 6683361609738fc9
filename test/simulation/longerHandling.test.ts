import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { planOf, steadyDemand, teamOf } from '../support/plans.ts';
import { journalOf } from '../support/simulatePlan.ts';

describe('longer handling', () => {
  // One line, first come first served, identical agents, constant staff, no patience, no feedback.
  const queue = (agents: number, load: number, meanSeconds: number): PlanInput =>
    planOf({
      horizon: { start: '2026-01-05', days: 1 },
      demand: [steadyDemand('calls', load / 100)],
      teams: [teamOf('team', agents)],
      handling: [{ time: { law: 'lognormal', meanSeconds, cv: 1.5 } }],
    });
  const waits = (plan: PlanInput, seed: number): ReadonlyMap<number, number> => {
    const entered = new Map<number, number>();
    const waited = new Map<number, number>();
    for (const { step, ordinal, atSeconds } of journalOf(plan, { seed })) {
      if (step === 'channel') entered.set(ordinal, atSeconds);
      if (step === 'answer') waited.set(ordinal, atSeconds - (entered.get(ordinal) ?? Number.NaN));
    }
    return waited;
  };

  it('F6: never shortens any wait', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 3, max: 9 }),
        fc.double({ min: 1, max: 1.5, noNaN: true }),
        fc.nat({ max: 1000 }),
        (agents, tenths, factor, seed) => {
          const load = (agents * tenths) / 10;
          const shorter = waits(queue(agents, load, 100), seed);
          const longer = waits(queue(agents, load, 100 * factor), seed);
          expect(shorter.size).toBeGreaterThan(100);
          for (const [ordinal, wait] of longer) {
            const before = shorter.get(ordinal);
            if (before === undefined || before > wait + 1e-6)
              throw new Error(`contact ${ordinal}: ${wait} after ${before}`);
          }
        },
      ),
      { numRuns: 12, seed: 6 },
    );
  });
});
