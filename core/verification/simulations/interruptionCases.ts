// Priorities that interrupt, and deferred work that yields to live work.
import { exactAnswer } from '../exactAnswer.ts';
import { preemptionExperiment, type Rank, yieldingExperiment } from '../experiments/interruptions.ts';
import { exponential, type LawInput } from '../planParts.ts';
import type { SimulationCase, Source } from '../verificationCase.ts';

const given = (agents: number, rates: readonly number[]) => ({
  agents,
  handlingSeconds: 1,
  contactsPerHour: rates.map((rate) => rate * 3600),
});

/** Classes 1 ... k together are an Erlang C queue of their own, whatever comes below them. */
function exponentialRanks(agents: number, rates: readonly number[]): readonly Rank[] {
  const exact = exactAnswer('priority', given(agents, rates));
  return rates.map((arrivals, k) => ({
    arrivals,
    handling: exponential,
    meanHandling: 1,
    meanPresent: exact.number('interruptedMeanPresent', k),
  }));
}

const equalRates = (
  [
    ['preemption-one-agent', 1, [0.4, 0.3]],
    ['preemption-four-agents', 4, [1.2, 1, 0.8]],
  ] as const
).map(
  ([id, agents, rates]): SimulationCase => ({
    kind: 'simulation',
    id,
    topic: 'preemption',
    source: {
      citation:
        'H. White and L. Christie, Queuing with preemptive priorities or with breakdown, Operations Research 6 (1958)',
      place: 'each class with those above it is a queue of its own; M/M/c with one rate',
    },
    exact: { formula: 'priority', given: given(agents, rates) },
    experiment: () => preemptionExperiment(agents, exponentialRanks(agents, rates)),
  }),
);

const resume: Source = {
  citation: 'R. Conway, W. Maxwell and L. Miller, Theory of scheduling (1967)',
  place: 'section 8-6: M/G/1, preemptive resume; uniform, fixed and gamma handling',
};

/** T(k) = ((1 - s(k)) S(k) + R(k)) / ((1 - s(k-1)) (1 - s(k))), s the load of these and those above, R half the sum of rate x mean square. */
function resumedRanks(): readonly Rank[] {
  const laws: readonly {
    readonly mean: number;
    readonly square: number;
    readonly law: (unit: number) => LawInput;
  }[] = [
    { mean: 1, square: 4 / 3, law: (unit) => ({ law: 'uniform', lowSeconds: 0, highSeconds: 2 * unit }) },
    { mean: 1.5, square: 2.25, law: (unit) => ({ law: 'deterministic', seconds: 1.5 * unit }) },
    { mean: 1, square: 1.25, law: (unit) => ({ law: 'gamma', meanSeconds: unit, cv: 0.5 }) },
  ];
  const arrivals = 0.2;
  let load = 0;
  let rest = 0;
  return laws.map(({ mean, square, law }) => {
    const above = load;
    load += arrivals * mean;
    rest += (arrivals * square) / 2;
    const time = ((1 - load) * mean + rest) / ((1 - above) * (1 - load));
    return { arrivals, handling: law, meanHandling: mean, meanPresent: arrivals * time };
  });
}

const anyLaw: SimulationCase = {
  kind: 'simulation',
  id: 'preemption-any-law',
  topic: 'preemption',
  source: resume,
  experiment: () => preemptionExperiment(1, resumedRanks()),
};

const yieldingRates = [1, 1.2] as const;
const yielding: SimulationCase = {
  kind: 'simulation',
  id: 'interruptible-mails',
  topic: 'preemption',
  source: {
    citation:
      'H. White and L. Christie, Queuing with preemptive priorities or with breakdown, Operations Research 6 (1958)',
    place: 'three agents: calls alone are M/M/3 at load 1, calls and e-mails together M/M/3 at load 2.2',
  },
  exact: { formula: 'priority', given: given(3, yieldingRates) },
  experiment: () => {
    const [calls, mails] = exponentialRanks(3, yieldingRates);
    if (calls === undefined || mails === undefined) throw new Error('two ranks');
    return yieldingExperiment(3, [calls, mails]);
  },
};

export const interruptionCases: readonly SimulationCase[] = [...equalRates, anyLaw, yielding];
