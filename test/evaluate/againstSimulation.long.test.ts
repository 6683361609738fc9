// The formulas against the simulation on the sample plans: each service level within the distance that README.md of
// core/evaluate states. Twenty replications; promises whose interval is wider than the distance would say nothing.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { simulateModel } from '../support/simulatePlan.ts';

/** The largest distance of any promise of the plan, formula to simulation. */
const stated = {
  'bank-phone-centre': 0.04,
  'computer-company': 0.09,
  'online-shop': 0.12,
  'it-service-desk': 0.05,
} as const;

describe('evaluate, against the simulation', () => {
  for (const [id, distance] of Object.entries(stated)) {
    const model = compiledPlan(JSON.parse(openSample(id) ?? '') as PlanInput);
    const formula = evaluate(model);
    const { result } = simulateModel(model, { replications: 20 });

    it(`gives each service level of ${id} within ${distance}`, () => {
      const distances = Object.entries(result.promises).flatMap(([promise, { serviceLevelFraction }]) => {
        const other = formula.promises[promise]?.serviceLevelFraction;
        if (other === undefined) throw new Error(`${promise} is not among the formulas`);
        // Call-backs are the only thing for which the formulas have no answer.
        if (other.value === null) return [];
        return [{ promise, distance: Math.abs(other.value - (serviceLevelFraction.value ?? Number.NaN)) }];
      });
      expect(distances.length).toBeGreaterThanOrEqual(3);
      expect(distances.filter((one) => !(one.distance <= distance))).toEqual([]);
    });

    it(`gives contacts, people and costs of ${id} as the simulation does`, () => {
      for (const [measure, share] of [
        ['offeredContacts', 0.03],
        ['answeredContacts', 0.07],
        ['resolvedContacts', 0.07],
        ['agentsOnDutyMean', 0.02],
        ['occupancyFraction', 0.12],
        ['totalCostMoney', 0.01],
      ] as const) {
        const simulated = result.total[measure]?.value ?? Number.NaN;
        const calculated = formula.total[measure]?.value ?? Number.NaN;
        expect(Math.abs(calculated / simulated - 1), measure).toBeLessThan(share);
      }
    });
  }
});
