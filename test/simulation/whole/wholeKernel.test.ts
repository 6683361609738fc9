// The kernel of the whole model against the engine in TypeScript: the same bytes, whatever the plan.
import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { openSample, sampleList } from '../../../core/samples/index.ts';
import type { CompiledModel } from '../../../core/simulation/model/compiledModel.ts';
import { EndlessInstant, simulateReplication } from '../../../core/simulation/simulateReplication.ts';
import { firstPlace } from '../../../core/simulation/whole/laying.ts';
import { agentRow, contactRow, stateRow } from '../../../core/simulation/whole/rowPlaces.ts';
import { stateAt } from '../../../core/simulation/whole/stateAt.ts';
import { wholeMemory } from '../../../core/simulation/whole/wholeMemory.ts';
import { kernelSources } from '../../../electron/files/kernel/compileKernel.ts';
import { shopYear } from '../../bench/shopYear.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { randomPlan } from '../../support/randomPlans.ts';

const constantsAt = kernelSources.whole.memoryBase;

/** The tally as bytes; or that an instant did not end. */
function tallyOf(
  model: CompiledModel,
  seed: number,
  kernel: 'general' | 'whole',
): { readonly contacts: number; readonly values: Uint8Array | string } {
  try {
    const { contacts, values } = simulateReplication(model, seed, 3, () => {}, null, kernel);
    return { contacts, values: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
  } catch (error) {
    if (error instanceof EndlessInstant) return { contacts: 0, values: `endless at ${error.atSeconds}` };
    throw error;
  }
}

function expectSameBytes(model: CompiledModel, seed: number): void {
  const general = tallyOf(model, seed, 'general');
  const whole = tallyOf(model, seed, 'whole');
  expect(whole.contacts).toBe(general.contacts);
  if (typeof general.values === 'string') expect(whole.values).toBe(general.values);
  else expect(Buffer.compare(whole.values as Uint8Array, general.values)).toBe(0);
}

describe('the kernel of the whole model', () => {
  it('is there', () => {
    expect(wholeMemory()).not.toBeNull();
  });

  it('has its own row before its constants, and these before what is laid down for it', () => {
    expect(stateAt + stateRow.bytes).toBeLessThanOrEqual(constantsAt);
    expect(wholeMemory()?.kernel.constantsEnd()).toBeLessThanOrEqual(firstPlace);
    expect(wholeMemory()?.kernel.constantsEnd()).toBeGreaterThan(constantsAt);
  });

  it('may take an attempt of a contact for the place of the contact of an agent', () => {
    expect(contactRow.attempt).toBe(agentRow.slot);
  });

  it('counts what the general engine counts, byte for byte, on random plans', { timeout: 300_000 }, () => {
    const features = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const { input, features: of } = randomPlan(seed, 1500);
      for (const feature of of) features.add(feature);
      expectSameBytes(compiledPlan(input), seed);
    }
    expect(features.size).toBeGreaterThan(60);
  });

  it('does so where a void event among simultaneous ones names the slot of another contact by then', () => {
    expectSameBytes(compiledPlan(randomPlan(213, 800).input), 213);
  });

  it('does so on the samples and on the online shop with all rules', { timeout: 120_000 }, () => {
    for (const { id } of sampleList()) {
      const plan = JSON.parse(openSample(id) ?? 'null') as PlanInput;
      expectSameBytes(
        compiledPlan({ ...plan, horizon: { start: plan.horizon.start, days: 2, warmUpDays: 0.5 } }),
        7,
      );
    }
    expectSameBytes(compiledPlan(shopYear(3)), 7);
  });
});
