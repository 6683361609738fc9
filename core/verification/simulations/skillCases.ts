// Several classes and skills: priorities, agents kept free for live work, designs N, I, X and W, pooled skills.
import { exactAnswer } from '../exactAnswer.ts';
import { type PriorityClass, priorityExperiment } from '../experiments/priorities.ts';
import { type SkillDesign, skillExperiment, skillGiven, skillTruth } from '../experiments/skills.ts';
import { exponential } from '../planParts.ts';
import type { SimulationCase, Source } from '../verificationCase.ts';

const kella: Source = {
  citation:
    'O. Kella and U. Yechiali, Waiting times in the non-preemptive priority M/M/c queue, Stochastic Models 1 (1985)',
};
const cobham: Source = {
  citation: 'A. Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954)',
};

const equalRates: readonly (readonly [string, Source, number, readonly number[], number])[] = [
  ['priorities-2-classes', cobham, 1, [0.3, 0.4], 4000],
  ['priorities-3-classes', kella, 5, [1, 1.2, 1.8], 6000],
  ['priorities-10-agents', kella, 10, [3, 2.5, 3], 8000],
];
const priorityCases = equalRates.map(([id, source, agents, rates, contacts]): SimulationCase => {
  const given = { agents, handlingSeconds: 1, contactsPerHour: rates.map((rate) => rate * 3600) };
  return {
    kind: 'simulation',
    id,
    topic: 'priorities',
    source,
    exact: { formula: 'priority', given },
    experiment: () => {
      const exact = exactAnswer('priority', given);
      const classes = rates.map(
        (arrivals, k): PriorityClass => ({
          arrivals,
          handling: exponential,
          meanQueue: exact.number('meanQueue', k),
          waits: exact.number('pWait'),
        }),
      );
      return priorityExperiment(agents, classes, { contacts });
    },
  };
});

/** Ranks with their own handling and patience, by the chain of one group; `keptFree` asks for more idle agents. */
interface Ranks {
  readonly agents: number;
  readonly arrivals: readonly number[];
  readonly handling: readonly number[];
  readonly patience: readonly (number | null)[];
  readonly keptFree: number;
}

const ranksGiven = (ranks: Ranks) => ({
  contactsPerHour: ranks.arrivals.map((rate) => rate * 3600),
  patienceSeconds: ranks.patience,
  agents: [ranks.agents],
  handlingSeconds: ranks.handling.map((mean) => [mean]),
  groupsOfKind: ranks.arrivals.map(() => [1]),
  kindsOfGroup: [ranks.arrivals.map((_, k) => k + 1)],
  keptFree: ranks.arrivals.map((_, k) => (k === 0 ? 0 : ranks.keptFree)),
});

const ranked = (id: string, source: Source, ranks: Ranks, contacts: number): SimulationCase => ({
  kind: 'simulation',
  id,
  topic: ranks.keptFree === 0 ? 'priorities' : 'reserve',
  source,
  exact: { formula: 'skills', given: ranksGiven(ranks) },
  experiment: () => {
    const exact = exactAnswer('skills', ranksGiven(ranks));
    const classes = ranks.arrivals.map((arrivals, k): PriorityClass => {
      const patience = ranks.patience[k];
      return {
        arrivals,
        handling: (unit) => exponential(unit * (ranks.handling[k] as number)),
        ...(typeof patience === 'number' ? { patience, abandons: exact.number('pAbandon', k) } : {}),
        deferred: k > 0 && ranks.keptFree > 0,
        meanQueue: exact.number('meanQueue', k),
        waits: exact.number('pWait', k),
      };
    });
    return priorityExperiment(ranks.agents, classes, { reserved: ranks.keptFree, contacts });
  },
});

const rankedCases: readonly SimulationCase[] = [
  ranked(
    'priorities-unequal',
    { citation: 'Balance equations of the chain of two ranks with their own handling and patience' },
    { agents: 5, arrivals: [2, 1.8], handling: [1, 1 / 0.6], patience: [1.25, 5], keptFree: 0 },
    5000,
  ),
  ranked(
    'reserve-two-agents',
    {
      citation:
        'N. Gans and Y.-P. Zhou, A call-routing problem with service-level constraints, Operations Research 51 (2003)',
      place: 'threshold policy for deferred work, two agents kept free',
    },
    { agents: 6, arrivals: [2, 0.8], handling: [1, 2], patience: [2, null], keptFree: 2 },
    5000,
  ),
];

const designs: Source = {
  citation:
    'O. Garnett and A. Mandelbaum, An introduction to skills-based routing and its operational complexities (2000)',
};
const fourAgents = { agents: [2, 2], choice: 'byOrder' } as const;

const skillDesigns: readonly (readonly [string, SkillDesign])[] = [
  [
    'skills-n',
    {
      ...fourAgents,
      arrivals: [2, 1.5],
      patience: [2, 2],
      handling: [
        [1, 1],
        [null, 1],
      ],
      groupsOfKind: [[1, 2], [2]],
      kindsOfGroup: [[1], [2, 1]],
    },
  ],
  [
    'skills-i',
    {
      ...fourAgents,
      arrivals: [2, 1.5],
      patience: [2, 2],
      handling: [
        [1, null],
        [null, 1],
      ],
      groupsOfKind: [[1], [2]],
      kindsOfGroup: [[1], [2]],
    },
  ],
  [
    'skills-w',
    {
      ...fourAgents,
      arrivals: [1.2, 1.3, 1.1],
      patience: [1.25, 1.25, 1.25],
      handling: [
        [1, null],
        [1, 1],
        [null, 1],
      ],
      groupsOfKind: [[1], [1, 2], [2]],
      kindsOfGroup: [
        [2, 1],
        [3, 2],
      ],
    },
  ],
  [
    'skills-n-longest-queue',
    {
      ...fourAgents,
      choice: 'longestQueue',
      arrivals: [2, 1.5],
      patience: [2, 2],
      handling: [
        [1, 1],
        [null, 1],
      ],
      groupsOfKind: [[1, 2], [2]],
      kindsOfGroup: [[1], [2, 1]],
    },
  ],
  [
    'skills-x',
    {
      ...fourAgents,
      arrivals: [1.8, 1.6],
      patience: [2, 2],
      handling: [
        [1, 1.25],
        [1.25, 1],
      ],
      groupsOfKind: [
        [1, 2],
        [2, 1],
      ],
      kindsOfGroup: [
        [1, 2],
        [2, 1],
      ],
    },
  ],
  [
    'skills-m-longest-queue',
    {
      agents: [2, 2, 1],
      choice: 'longestQueue',
      arrivals: [2, 2],
      patience: [1.5, 1.5],
      handling: [
        [1, null, 1],
        [null, 1, 1],
      ],
      groupsOfKind: [
        [1, 3],
        [2, 3],
      ],
      kindsOfGroup: [[1], [2], [1, 2]],
    },
  ],
];
const designCases = skillDesigns.map(
  ([id, design]): SimulationCase => ({
    kind: 'simulation',
    id,
    topic: 'skills',
    source: {
      ...designs,
      place: `design ${(id.split('-')[1] ?? '').toUpperCase()}${design.choice === 'longestQueue' ? ', longest queue first' : ''}`,
    },
    exact: { formula: 'skills', given: skillGiven(design) },
    experiment: () => skillExperiment(design, skillTruth(design)),
  }),
);

export const skillCases: readonly SimulationCase[] = [...priorityCases, ...rankedCases, ...designCases];
