// Simulates a plan inside the test's own process: compiled, replicated one after another, collected.
import type { SimulationResult } from '../../core/measures/result.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import {
  type Accounts,
  type CompiledModel,
  createCollector,
  type JournalEntry,
  type ReplicationTally,
  simulateReplication,
  WindowJournal,
} from '../../core/simulation/index.ts';
import {
  classCounter,
  classCounters,
  scalar,
  tallyLayout,
  teamCounter,
  teamCounters,
} from '../../core/simulation/model/tallyLayout.ts';
import { compiledPlan } from './compiledPlan.ts';

export interface SimulatedPlan {
  readonly model: CompiledModel;
  readonly tallies: readonly ReplicationTally[];
  readonly result: SimulationResult;
}

/** With the counts behind the result. */
export interface AccountedPlan extends SimulatedPlan {
  readonly accounts: Accounts;
}

export interface Runs {
  readonly seed?: number;
  readonly replications?: number;
}

export function simulateModel(
  model: CompiledModel,
  { seed = 1, replications = 1 }: Runs = {},
): AccountedPlan {
  const collector = createCollector(model, {
    seed,
    replicationsAsked: replications,
    precisionFraction: null,
  });
  const tallies: ReplicationTally[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    const tally = simulateReplication(model, seed, replication);
    tallies.push(tally);
    collector.add(tally);
  }
  return { model, tallies, result: collector.result('replicationsDone'), accounts: collector.accounts() };
}

export const simulatePlan = (input: PlanInput, runs: Runs = {}): AccountedPlan =>
  simulateModel(compiledPlan(input), runs);

/** What one replication counted, by the names of demand, teams and promises. */
export class Counts {
  private readonly model: CompiledModel;
  private readonly values: Float64Array;

  constructor({ model, tallies }: SimulatedPlan, replication = 0) {
    this.model = model;
    this.values = (tallies[replication] as ReplicationTally).values;
  }

  ofClass(id: string, counter: keyof typeof classCounter): number {
    const c = this.model.classes.findIndex((entry) => entry.id === id);
    return this.at(tallyLayout(this.model).classAt + c * classCounters + classCounter[counter]);
  }

  /** Sum over all classes. */
  ofAll(counter: keyof typeof classCounter): number {
    return this.model.classes.reduce((sum, { id }) => sum + this.ofClass(id, counter), 0);
  }

  ofTeam(id: string, counter: keyof typeof teamCounter): number {
    const t = this.model.teams.findIndex((entry) => entry.id === id);
    return this.at(tallyLayout(this.model).teamAt + t * teamCounters + teamCounter[counter]);
  }

  /** [counted, met] of a promise over all classes. */
  ofPromise(id: string): readonly [number, number] {
    const { promiseClassAt, classes } = tallyLayout(this.model);
    const p = this.model.promises.findIndex((entry) => entry.id === id);
    let counted = 0;
    let met = 0;
    for (let c = 0; c < classes; c += 1) {
      counted += this.at(promiseClassAt + (p * classes + c) * 2);
      met += this.at(promiseClassAt + (p * classes + c) * 2 + 1);
    }
    return [counted, met];
  }

  scalar(name: keyof typeof scalar): number {
    return this.at(scalar[name]);
  }

  private at(place: number): number {
    const value = this.values[place];
    if (value === undefined) throw new Error(`no place ${place} in the tally`);
    return value;
  }
}

/** One replication's counts. */
export const countsOf = (input: PlanInput, seed = 1): Counts => new Counts(simulatePlan(input, { seed }));

/** The steps of one replication, in the order in which they were written down. */
export function journalOf(input: PlanInput, { seed = 1, replication = 0 } = {}): readonly JournalEntry[] {
  const journal = new WindowJournal();
  simulateReplication(compiledPlan(input), seed, replication, () => {}, journal);
  return journal.entries;
}

/** One line a step, such as `calls 0: wait 20`, without the instants that a test is not about. */
export function storyOf(input: PlanInput, steps?: readonly JournalEntry['step'][]): readonly string[] {
  const model = compiledPlan(input);
  const journal = new WindowJournal();
  simulateReplication(model, 1, 0, () => {}, journal);
  // Who leaves unseen is written down when the line is next looked at.
  return journal.entries
    .toSorted((a, b) => a.atSeconds - b.atSeconds)
    .filter(({ step }) => steps === undefined || steps.includes(step))
    .map(({ classIndex, ordinal, step, atSeconds, where }) => {
      const who = `${model.classes[classIndex]?.id} ${ordinal}`;
      const place =
        step === 'wait'
          ? ` ${model.teams[where]?.id}`
          : step === 'answer' || step === 'interrupted'
            ? ` ${model.groups[where]?.id}`
            : '';
      return `${who}: ${step}${place} ${atSeconds}`;
    });
}
