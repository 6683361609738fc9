// The engine as the benchmark sees it: a plan that took the way of every plan, simulated round by round with all
// measures on, and what the exact answer says about the figures of all rounds together.
import { createCollector, simulateReplication } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { type Deviation, deviations } from '../support/deviation.ts';
import { contactsWithWarmUp, type SteadyPlan } from '../support/steadyPlans.ts';

export interface RoundSize {
  readonly replications: number;
  /** Arrivals of one replication that are counted. */
  readonly contacts: number;
  /** Arrivals of one replication that are simulated before. */
  readonly warmUpContacts: number;
}

export interface EngineRun {
  /** Simulates the next replications up to their measures; only this takes the time that is compared. */
  round(): { readonly contacts: number; readonly cpuSeconds: number };
  /** Of all rounds so far. */
  deviations(): readonly Deviation[];
}

export function createEngineRun(steady: SteadyPlan, size: RoundSize, seed: number): EngineRun {
  const { replications, contacts, warmUpContacts } = size;
  const model = compiledPlan(steady.plan(contactsWithWarmUp(contacts + warmUpContacts, warmUpContacts)));
  const collector = createCollector(model, {
    seed,
    replicationsAsked: replications,
    precisionFraction: null,
  });
  return {
    round: () => {
      let simulated = 0;
      const before = process.cpuUsage();
      for (let i = 0; i < replications; i += 1) {
        const tally = simulateReplication(model, seed, collector.replications);
        collector.add(tally);
        simulated += tally.contacts;
      }
      collector.result('replicationsDone');
      const { user, system } = process.cpuUsage(before);
      return { contacts: simulated, cpuSeconds: (user + system) / 1e6 };
    },
    deviations: () => deviations(collector.result('replicationsDone'), steady.figures.filter(isJudged)),
  };
}

/** The mean wait of the upper tiers is made by single long backlogs: too skewed for the few replications here. */
const isJudged = ({ scope, id, measure }: SteadyPlan['figures'][number]): boolean =>
  measure !== 'waitMeanSeconds' || scope === 'total' || id === 'tier1';
