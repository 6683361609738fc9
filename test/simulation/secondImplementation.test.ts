import { describe, expect, it } from 'vitest';
import { randomPlan } from '../support/randomPlans.ts';
import { compareJourneys } from '../support/slowSimulator/compareJourneys.ts';

const plans = 60;
const contacts = 2000;

describe('the engine and the slow simulator, two programs from one page of rules', () => {
  it('tell every contact the same journey on random plans', { timeout: 120_000 }, () => {
    let compared = 0;
    for (let seed = 0; seed < plans; seed += 1) {
      const { plan } = randomPlan(seed, contacts);
      const { differences, contacts: met, steps } = compareJourneys(plan, seed, 0);
      expect({ seed, differ: differences.length, first: differences[0] }).toEqual({ seed, differ: 0 });
      expect(steps).toBeGreaterThan(met);
      compared += met;
    }
    expect(compared).toBeGreaterThan(0.8 * plans * contacts);
  });

  it('part where the seed of one of them is another', () => {
    const { plan } = randomPlan(1, 200);
    const right = compareJourneys(plan, 7, 1);
    expect(right.differences).toEqual([]);
    expect(compareJourneys(plan, 7, 1, 2).differences.length).toBeGreaterThan(right.contacts / 4);
  });
});
