import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { engineVersion, simulateReplication, WindowJournal } from '../../core/simulation/index.ts';
import { simulationCases } from '../../core/verification/simulationCases.ts';
import { compiledPlan } from '../support/compiledPlan.ts';

// Frozen because results are labelled with the version of the engine: whoever changes a draw or a journey raises the version
// in core/simulation/version.ts and adds its line here. Instants are rounded to ten digits: their last bits may change freely.
const golden: Readonly<Record<string, string>> = {
  '1.2.0': '12e20596dc84cc20f9886ef438fb8829681b1bc07a7cde2e8695398dfc3eb0f2',
  // The same journeys; service levels are adjusted by controls from here on.
  '1.3.0': '12e20596dc84cc20f9886ef438fb8829681b1bc07a7cde2e8695398dfc3eb0f2',
  // Busy days come once from each tenth of their law in ten replications; plans without them have the same journeys.
  '1.4.0': '29163e8098bee1de70df444698e1300d092673b656fe23e2b394226ac3eab6fd',
  // Void events no longer disturb the order of simultaneous ones; the plans of the proof have the same journeys.
  '1.5.0': '29163e8098bee1de70df444698e1300d092673b656fe23e2b394226ac3eab6fd',
};

/** Cases of the proof, whose plans do not change; together they ask for most rules. */
const ids = [
  'mmn-10',
  'mmn-m-15',
  'mmnk-patience',
  'balking',
  'redials-abandoned',
  'priorities-3-classes',
  'reserve-two-agents',
  'skills-w',
  'skills-x',
  'preemption-any-law',
  'interruptible-mails',
  'network-three-tiers',
  'tiers-patience-return',
  'other-department',
  'returns',
  'chats-most-first',
  'day-small-team',
  'day-handed-back',
  'deferred-week-one-agent',
  'call-backs-all',
  'warm-hand-over',
  'internal-work-last',
  'learning-curve',
  'backlog-burn-down',
  'call-centre-busy-days',
  'contactcenters-bank',
  'contactcenters-bilingual',
];

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const id of ids) {
    const found = simulationCases.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no case ${id}`);
    const journal = new WindowJournal();
    simulateReplication(compiledPlan(found.experiment().plan), 1, 0, () => {}, journal);
    for (const { atSeconds, classIndex, ordinal, generation, step } of journal.entries)
      hash.update(`${atSeconds.toPrecision(10)} ${classIndex} ${ordinal} ${generation} ${step};`);
  }
  return hash.digest('hex');
}

describe('T8: what the plans of the proof give', () => {
  it('is the golden result of this version of the engine', () => {
    expect({ [engineVersion]: fingerprint() }).toEqual({ [engineVersion]: golden[engineVersion] });
  });
});
