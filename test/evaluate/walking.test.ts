// The kernel that walks the lines of a plan, against the walk in TypeScript, which is the one that is explained.
import { describe, expect, it } from 'vitest';
import { answerOf, evaluationOf } from '../../core/evaluate/evaluate.ts';
import { walkMemory } from '../../core/evaluate/walking/walkMemory.ts';
import { openSample } from '../../core/samples/index.ts';
import type { CompiledModel } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { randomPlan } from '../support/randomPlans.ts';

/** Somebody who looks on: the kernel tells nobody what it does. */
const onlooker = { begin: () => {}, ended: () => {} };
const sums = (model: CompiledModel, asking = {}) => {
  const answer = answerOf(model, asking);
  return JSON.stringify([evaluationOf(answer), [...answer.tallies.ofLine]]);
};

describe('the kernel of the walk', () => {
  it.each(['bank-phone-centre', 'computer-company'])('gives the sums of %s to the last bit', (id) => {
    expect(walkMemory(0)).not.toBeNull();
    const model = compiledPlan(JSON.parse(openSample(id) ?? ''));
    expect(sums(model)).toBe(sums(model, { onlooker }));
  });

  it('is not there for what would fill the memory', () => {
    expect(walkMemory(2 ** 30)).toBeNull();
    expect(walkMemory(0)).not.toBeNull();
  });

  it('gives those of random plans with every feature, on other days and after them too', () => {
    for (let seed = 1; seed <= 24; seed += 1) {
      const model = compiledPlan(randomPlan(seed, 1000).input);
      const days = [{ factor: 1 + (seed % 4) / 3, weight: 1 }];
      expect(sums(model, { days }), `seed ${seed}`).toBe(sums(model, { days, onlooker }));
    }
  });
});
