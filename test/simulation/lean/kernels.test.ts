import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KernelMemory, kernelMemory } from '../../../core/simulation/lean/kernelMemory.ts';
import { type LeanModel, leanModelOf } from '../../../core/simulation/lean/leanModel.ts';
import { LeanState } from '../../../core/simulation/lean/leanState.ts';
import type { CompiledModel } from '../../../core/simulation/model/compiledModel.ts';
import { scalar } from '../../../core/simulation/model/tallyLayout.ts';
import { simulateReplication } from '../../../core/simulation/simulateReplication.ts';
import { manyTeams } from '../../bench/manyTeams.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { singleQueuePlan } from '../../support/plans.ts';
import { leanPlan } from './randomLeanPlans.ts';

/** Places at which two tallies differ by more than rounding, but for the number of events, which each counts its own way. */
function differences(model: CompiledModel, seed: number): number[] {
  const general = simulateReplication(model, seed, 0, () => {}, null, 'general');
  const lean = simulateReplication(model, seed, 0, () => {}, null, 'leanest');
  expect(lean.contacts).toBe(general.contacts);
  const found: number[] = [];
  general.values.forEach((value, at) => {
    const other = lean.values[at] as number;
    if (at !== scalar.events && !(Math.abs(value - other) <= 1e-7 * Math.max(1, Math.abs(value))))
      found.push(at);
  });
  return found;
}

describe('the lean loop and the general engine', () => {
  it('count the same on any plan of the lean kind', { timeout: 120_000 }, () => {
    let lean = 0;
    fc.assert(
      fc.property(leanPlan, fc.integer({ min: 1, max: 1000 }), (input, seed) => {
        const model = compiledPlan(input);
        if (leanModelOf(model) !== null) lean += 1;
        expect(differences(model, seed)).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(lean).toBeGreaterThan(30);
  });

  it('agree where a line outgrows every use', () => {
    const model = compiledPlan(
      singleQueuePlan({ agents: 1, meanHandlingSeconds: 300, contactsPerHour: 100, days: 14 }),
    );
    expect(leanModelOf(model)).not.toBeNull();
    expect(differences(model, 3)).toEqual([]);
  });

  it('have room for two hundred teams, three weeks of hours and ten thousand contacts', () => {
    const model = compiledPlan(manyTeams(200, 21));
    expect(model.axis.intervals).toBe(504);
    const memory = kernelMemory() as KernelMemory;
    const state = new LeanState(memory, model, leanModelOf(model) as LeanModel, 1, 0);
    expect(state.capacity).toBeGreaterThan(10_000);
  });

  it('leave to the general engine what needs more', () => {
    const plain = singleQueuePlan({ agents: 5, meanHandlingSeconds: 300, contactsPerHour: 40 });
    const [channel] = plain.channels;
    const [team] = plain.teams;
    if (channel === undefined || team === undefined) throw new Error('a plan has a channel and a team');
    const redial = { share: 0.5, delay: { law: 'exponential' as const, meanSeconds: 600 } };
    const needsMore = [
      { ...plain, channels: [{ ...channel, redial }] },
      { ...plain, channels: [{ ...channel, lines: 6 }] },
      { ...plain, handling: [{ time: { law: 'deterministic' as const, seconds: 300 } }] },
      { ...plain, teams: [{ ...team, waitingOrder: 'deadline' as const }] },
      { ...plain, returns: [{ share: 0.1, delay: { law: 'exponential' as const, meanSeconds: 600 } }] },
    ];
    expect(leanModelOf(compiledPlan(plain))).not.toBeNull();
    expect(needsMore.map((input) => leanModelOf(compiledPlan(input)))).toEqual(needsMore.map(() => null));
  });
});
