import { describe, expect, it } from 'vitest';
import { formulaCases } from '../../core/verification/formulaCases.ts';
import { lucentMisprints } from '../../core/verification/formulas/erlangFormulas.ts';
import { simulationCases } from '../../core/verification/simulationCases.ts';
import { type FormulaCase, topics } from '../../core/verification/verificationCase.ts';
import { verificationCases } from '../../core/verification/verificationCases.ts';
import { verifyFormula } from '../../core/verification/verifyFormula.ts';
import { verificationSeeds } from '../../core/verification/verifySimulation.ts';
import { isLarge } from '../support/largeCases.ts';
import { checkedHere, expectAgreed } from '../support/steadyState.ts';

// The very cases that `saff verify` shows.

describe('every formula', () => {
  it.each(formulaCases.map((one) => [one.id, one] as const))('gives what was printed: %s', (_, one) => {
    expectAgreed(verifyFormula(one));
  });

  it.each(lucentMisprints)(
    'does not give the misprint of the table for %d lines, %d Erlangs',
    (lines, load) => {
      const row = formulaCases.find(({ id }) => id === 'erlang-b-lucent-1') as FormulaCase;
      const misprint: FormulaCase = {
        ...row,
        given: { servers: lines, mostBlocking: 0.02 },
        figures: [{ field: 'offeredErlangs', printed: load, tolerance: 0.019 }],
      };
      expect(verifyFormula(misprint).agrees).toBe(false);
    },
  );

  it('does not give 0.261 for 25 agents with 20 Erlangs, a known misprint', () => {
    const misprint: FormulaCase = {
      kind: 'formula',
      id: 'misprint',
      topic: 'erlangC',
      source: { citation: 'a public program' },
      formula: 'erlang-c',
      given: { agents: 25, offeredErlangs: 20 },
      figures: [{ field: 'pWait', printed: 0.261, tolerance: 0.0005 }],
    };
    const checked = verifyFormula(misprint);
    expect(checked.agrees).toBe(false);
    expect(checked.figures[0]?.got).toBeCloseTo(0.209103, 6);
  });
});

describe('the simulation', () => {
  const large = simulationCases.filter(isLarge);

  it.each(simulationCases.filter((one) => !isLarge(one)).map((one) => [one.id, one] as const))(
    'agrees with %s',
    (_, one) => expectAgreed(checkedHere(one)),
    120_000,
  );

  it.each(large.map((one) => [one.id, one] as const))(
    'agrees with the large case %s, here on one seed',
    (_, one) => expectAgreed(checkedHere(one, verificationSeeds.slice(0, 1))),
    120_000,
  );

  it('has large cases, all of whose seeds are left to the long run', () => {
    expect(large.length).toBeGreaterThan(5);
    expect(large.length).toBeLessThan(simulationCases.length / 2);
  });
});

describe('the cases', () => {
  it('have a name each, a source and a topic of the list', () => {
    const ids = verificationCases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9][a-z0-9.-]*$/.test(id))).toEqual([]);
    expect(verificationCases.filter(({ source }) => source.citation.length < 10)).toEqual([]);
    expect(verificationCases.filter(({ topic }) => !topics.includes(topic))).toEqual([]);
  });

  it('are about every topic of the list', () => {
    const covered = new Set(verificationCases.map(({ topic }) => topic));
    expect(topics.filter((topic) => !covered.has(topic))).toEqual([]);
  });
});
