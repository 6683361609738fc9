// The formulas on random plans with every feature: they answer each, with numbers that make sense.
import { describe, expect, it } from 'vitest';
import { createEvaluator, evaluate } from '../../core/evaluate/index.ts';
import type { Evaluation } from '../../core/measures/evaluation.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { randomPlan } from '../support/randomPlans.ts';

const seeds = Array.from({ length: 24 }, (_, i) => i + 1);

/** Values that no plan can have, with where they stand. */
function senseless(of: Evaluation): string[] {
  const found: string[] = [];
  const look = (path: string, node: unknown): void => {
    if (typeof node === 'number') {
      if (!Number.isFinite(node) || node < -1e-6) found.push(`${path} ${node}`);
    } else if (typeof node === 'object' && node !== null)
      for (const [name, inner] of Object.entries(node)) look(`${path}.${name}`, inner);
  };
  const { total, channels, teams, promises, series, issueTypes, tiers } = of;
  look('', { total, channels, teams, promises, series, issueTypes, tiers });
  for (const [id, { serviceLevelFraction, byTeam }] of Object.entries(promises))
    for (const { value } of [serviceLevelFraction, ...Object.values(byTeam)])
      if (value !== null && value > 1.5) found.push(`${id} ${value}`);
  return found;
}

describe('evaluate, on random plans', () => {
  it('answers each of them with numbers that make sense', () => {
    const evaluator = createEvaluator({ offsets: timeZoneOffsets });
    for (const seed of seeds) {
      const model = compiledPlan(randomPlan(seed, 2000).input);
      const answer = evaluate(model);
      expect(senseless(answer), `seed ${seed}`).toEqual([]);
      expect(JSON.stringify(evaluator.evaluateModel(model)), `seed ${seed}`).toBe(JSON.stringify(answer));
    }
  });

  it('answers plans with much too many, and with hardly any contacts', () => {
    for (const seed of seeds.slice(0, 6)) {
      const { input } = randomPlan(seed, 2000);
      // A horizon in contacts would last for centuries.
      if (input.horizon.contacts !== undefined) continue;
      for (const times of [1e-6, 50]) {
        const demand = input.demand.map((row) =>
          row.volume === undefined
            ? row
            : { ...row, volume: { ...row.volume, contacts: amountOf(row.volume.contacts) * times } },
        ) as PlanInput['demand'];
        expect(senseless(evaluate(compiledPlan({ ...input, demand }))), `seed ${seed}`).toEqual([]);
      }
    }
  });
});

const amountOf = (quantity: number | { readonly value: number }): number =>
  typeof quantity === 'number' ? quantity : quantity.value;
