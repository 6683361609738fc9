import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { simulateReplication, WindowJournal } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { follow } from '../support/conservation.ts';
import { randomPlan } from '../support/randomPlans.ts';
import { Counts, simulateModel } from '../support/simulatePlan.ts';
import { anyPlan } from './randomPlans.ts';

function followed(input: PlanInput, seed: number) {
  const model = compiledPlan(input);
  const journal = new WindowJournal();
  simulateReplication(model, seed, 0, () => {}, journal);
  return { model, journey: follow(journal.entries), entries: journal.entries };
}

const ends = ['deflected', 'contained', 'bounced', 'resolved', 'turnedAway', 'disconnected'] as const;

describe('T7: at every instant', () => {
  it('those who came are those who left and those who are somewhere, and every step is possible', () => {
    let checkpoints = 0;
    fc.assert(
      fc.property(anyPlan, fc.nat({ max: 1000 }), (plan, seed) => {
        const { journey } = followed(plan, seed);
        expect(journey.faults.slice(0, 5)).toEqual([]);
        checkpoints += journey.checkpoints;
      }),
      { numRuns: 40, seed: 20_260_105 },
    );
    expect(checkpoints).toBeGreaterThan(20_000);
  });

  it('the same where plans use everything that a plan can say', () => {
    let checkpoints = 0;
    const steps = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const { journey, entries } = followed(randomPlan(seed, 500).input, seed);
      expect([seed, journey.faults.slice(0, 5)]).toEqual([seed, []]);
      checkpoints += journey.checkpoints;
      for (const { step } of entries) steps.add(step);
    }
    expect(checkpoints).toBeGreaterThan(10_000);
    expect(steps.size).toBeGreaterThan(24);
  });

  it('counts at the end what the journal saw', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const input = { ...plan, horizon: { ...plan.horizon, warmUpDays: 0 } };
        const { model, journey } = followed(input, 3);
        const counts = new Counts(simulateModel(model, { seed: 3 }));
        // Who comes after the end of the two days, such as a return, is not counted, nor who was there at first; who was there
        // at first and comes back is.
        const counted = [...journey.last].filter(
          ([contact, { classIndex, generation }]) =>
            (classIndex < plan.demand.length || generation > 0) &&
            (journey.came.get(contact) ?? 0) < 2 * 86_400,
        );
        for (const step of ends) {
          const noted = counted.filter(([, entry]) => entry.step === step).length;
          expect([step, counts.ofAll(step)]).toEqual([step, noted]);
          seen.set(step, (seen.get(step) ?? 0) + noted);
        }
        expect(counts.ofAll('offered')).toBe(counted.length);
      }),
      { numRuns: 30, seed: 7 },
    );
    for (const step of ends) expect([step, (seen.get(step) ?? 0) > 0]).toEqual([step, true]);
  });
});
