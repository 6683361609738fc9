import { describe, expect, it } from 'vitest';
import { simulationCases } from '../../core/verification/simulationCases.ts';
import { isLarge } from '../support/largeCases.ts';
import { checkedHere, expectAgreed } from '../support/steadyState.ts';

const large = simulationCases.filter(isLarge);

describe('the simulation on every seed', () => {
  it('has large cases', () => expect(large.length).toBeGreaterThan(5));

  it.each(large.map((one) => [one.id, one] as const))('agrees with the large case %s', (_, one) =>
    expectAgreed(checkedHere(one)),
  );
});
