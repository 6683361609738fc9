// One queue before one team: Erlang B, C and A, other laws, limited lines, balking, redials.
import { birthAndDeath, meanOf } from '../birthAndDeath.ts';
import {
  finiteExperiment,
  finiteRecord,
  patienceExperiment,
  patienceGiven,
  patienceRecord,
  type Retrials,
  retrialExperiment,
  retrialGiven,
  retrialRecord,
} from '../experiments/limitedQueue.ts';
import {
  type ErlangQueue,
  erlangAExperiment,
  erlangCExperiment,
  erlangGiven,
  queueExperiment,
  singleAgentExperiment,
  singleAgentGiven,
} from '../experiments/singleQueue.ts';
import { inTotal, promiseKept } from '../figures.ts';
import type { LawInput } from '../planParts.ts';
import type { SimulationCase, Source } from '../verificationCase.ts';

const erlang: Source = {
  citation: 'A. K. Erlang, Solution of some problems in the theory of probabilities (1917)',
};
const palm: Source = {
  citation:
    'C. Palm (1946); A. Mandelbaum and S. Zeltyn, Service engineering in action: the Palm/Erlang-A queue (2007)',
};

const erlangCCases = (
  [
    { agents: 1, load: 0.6, target: 0.5, contacts: 3000 },
    { agents: 10, load: 8, target: 0.5 },
    { agents: 50, load: 45, target: 1 / 15, contacts: 20_000 },
  ] satisfies ErlangQueue[]
).map(
  (queue): SimulationCase => ({
    kind: 'simulation',
    id: `mmn-${queue.agents}`,
    topic: 'erlangC',
    source: erlang,
    exact: { formula: 'erlang-c', given: erlangGiven(queue) },
    experiment: () => erlangCExperiment(queue),
  }),
);

const erlangACases = [
  { agents: 15, load: 13.3, patience: 0.5, target: 0.2 },
  { agents: 5, load: 9, patience: 1, target: 0.2 },
  { agents: 50, load: 52.5, patience: 0.4, target: 1 / 15, contacts: 8000 },
].map(
  (queue): SimulationCase => ({
    kind: 'simulation',
    id: `mmn-m-${queue.agents}`,
    topic: 'erlangA',
    source: palm,
    exact: { formula: 'erlang-a', given: erlangGiven(queue) },
    experiment: () => erlangAExperiment(queue),
  }),
);

const handlingLaws: readonly (readonly [string, (unit: number) => LawInput, number])[] = [
  ['deterministic', (unit) => ({ law: 'deterministic', seconds: unit }), 0],
  ['uniform', (unit) => ({ law: 'uniform', lowSeconds: 0, highSeconds: 2 * unit }), 1 / Math.sqrt(3)],
  ['gamma', (unit) => ({ law: 'gamma', meanSeconds: unit, cv: 0.5 }), 0.5],
  ['lognormal', (unit) => ({ law: 'lognormal', meanSeconds: unit, cv: 1.3 }), 1.3],
];
const singleAgentCases = handlingLaws.map(
  ([law, handling, cv]): SimulationCase => ({
    kind: 'simulation',
    id: `mg1-${law}`,
    topic: 'singleAgent',
    source: {
      citation: 'F. Pollaczek (1930), A. Khinchine (1932)',
      place: 'mean wait: load (1 + cv^2) / (2 (1 - load)) handling times',
    },
    exact: { formula: 'single-agent', given: singleAgentGiven(0.6, cv) },
    experiment: () => singleAgentExperiment(0.6, cv, handling),
  }),
);

const finiteCases = (
  [
    ['mmnk-erlang-b', 'erlangB', { agents: 10, lines: 10, contactsPerHour: 200, handlingSeconds: 180 }],
    ['mmnk-places', 'finiteLines', { agents: 3, lines: 5, contactsPerHour: 90, handlingSeconds: 100 }],
    [
      'mmnk-patience',
      'finiteLines',
      { agents: 4, lines: 7, contactsPerHour: 144, handlingSeconds: 100, patienceSeconds: 200 },
    ],
  ] as const
).map(
  ([id, topic, given]): SimulationCase => ({
    kind: 'simulation',
    id,
    topic,
    source: {
      citation: 'A. K. Erlang (1917); D. Gross and C. Harris, Fundamentals of queueing theory (1998)',
      place: 'M/M/c/K',
    },
    exact: { formula: 'finite-lines', given },
    experiment: () => finiteExperiment(finiteRecord(given)),
  }),
);

const patienceCases = (['det', 'uniform'] as const).map((kind): SimulationCase => {
  const queue = {
    agents: 20,
    contactsPerHour: 400,
    handlingSeconds: 180,
    patience: { kind, mean_s: 120 },
    targetSeconds: 20,
  };
  return {
    kind: 'simulation',
    id: `mmn-g-${kind === 'det' ? 'deterministic' : 'uniform'}`,
    topic: 'patienceLaw',
    source: {
      citation:
        'F. Baccelli and G. Hebuterne, On queues with impatient customers (1981); A. Mandelbaum and S. Zeltyn, QUESTA 51 (2005)',
      place: 'M/M/n+G',
    },
    exact: { formula: 'patience-law', given: patienceGiven(queue) },
    experiment: () => patienceExperiment(patienceRecord(queue)),
  };
});

const balking: SimulationCase = {
  kind: 'simulation',
  id: 'balking',
  topic: 'balking',
  source: {
    citation: 'F. Haight, Queueing with balking, Biometrika 44 (1957)',
    place: 'birth-and-death chain: 4 agents, load 4, 40 % of those who would wait do not join',
  },
  experiment: () => {
    const agents = 4;
    const load = 4;
    const share = 0.4;
    const p = birthAndDeath(
      400,
      (n) => (n < agents ? load : load * (1 - share)),
      (n) => Math.min(n, agents),
    );
    const waiting = meanOf(p, (n) => Math.max(0, n - agents));
    const waits = meanOf(p, (n) => (n >= agents ? 1 : 0));
    return queueExperiment(
      { agents, arrivals: load, channel: () => ({ balkingShare: share }), targets: [0] },
      () => [
        inTotal('abandonedFraction', waits * share, 0.012),
        inTotal('queueLengthMeanContacts', waiting, 0.15 * waiting),
        inTotal('occupancyFraction', meanOf(p, (n) => Math.min(n, agents)) / agents, 0.015),
        promiseKept('within0', 1 - waits, 0.025),
      ],
    );
  },
};

const retrials: readonly (readonly [string, Retrials, number])[] = [
  [
    'one-agent',
    { agents: 1, lines: 1, arrivals: 0.5, retryDelay: 1, retryAfterBlock: 1, retryAfterAbandon: 0 },
    2000,
  ],
  [
    'lost-share',
    { agents: 5, lines: 5, arrivals: 5, retryDelay: 5, retryAfterBlock: 0.7, retryAfterAbandon: 0 },
    4000,
  ],
  [
    'abandoned',
    {
      agents: 10,
      lines: 70,
      arrivals: 10,
      patience: 1,
      retryDelay: 5,
      retryAfterBlock: 1,
      retryAfterAbandon: 0.5,
    },
    3000,
  ],
];
const retrialCases = retrials.map(
  ([id, queue, contacts]): SimulationCase => ({
    kind: 'simulation',
    id: `redials-${id}`,
    topic: 'redials',
    source: {
      citation: 'G. Falin and J. Templeton, Retrial queues (1997)',
      place: 'chain of the agents and the orbit',
    },
    exact: { formula: 'retrial', given: retrialGiven(queue) },
    experiment: () => retrialExperiment(retrialRecord(queue), contacts),
  }),
);

export const queueCases: readonly SimulationCase[] = [
  ...erlangCCases,
  ...erlangACases,
  ...singleAgentCases,
  ...finiteCases,
  ...patienceCases,
  balking,
  ...retrialCases,
];
