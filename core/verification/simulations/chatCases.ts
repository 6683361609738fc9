// Several chats at a time, slower on each the more an agent holds.
import { birthAndDeath, meanOf } from '../birthAndDeath.ts';
import { type ChatTeam, chatExperiment, chatGiven, chatRecord } from '../experiments/chats.ts';
import { queueExperiment } from '../experiments/singleQueue.ts';
import { inTotal, promiseKept } from '../figures.ts';
import type { SimulationCase, Source } from '../verificationCase.ts';

const chain: Source = {
  citation:
    'J. Luo and J. Zhang, Staffing and control of instant messaging contact centers, Operations Research 61 (2013)',
  place: 'chain of the agents by the number of their chats',
};

const teams: readonly (readonly [string, ChatTeam])[] = [
  [
    'chats-fewest-first',
    { agents: 4, arrivals: 4, handlingAt: [1, 1 / 0.65, 2], to: 'fewestChats', patience: 1 / 0.3 },
  ],
  [
    'chats-most-first',
    { agents: 5, arrivals: 6, handlingAt: [1, 1 / 0.6, 1 / 0.45], to: 'mostChats', patience: 2 },
  ],
  [
    'chats-no-places',
    { agents: 5, arrivals: 7, handlingAt: [1, 1 / 0.6, 1 / 0.45], to: 'fewestChats', waitingPlaces: 0 },
  ],
  ['chats-unslowed', { agents: 4, arrivals: 10, handlingAt: [1, 1, 1], to: 'fewestChats', patience: 1 }],
];
const teamCases = teams.map(
  ([id, team]): SimulationCase => ({
    kind: 'simulation',
    id,
    topic: 'chats',
    source: chain,
    exact: { formula: 'chat', given: chatGiven(team) },
    experiment: () => chatExperiment(chatRecord(team)),
  }),
);

const oneAgent: SimulationCase = {
  kind: 'simulation',
  id: 'chats-one-agent',
  topic: 'chats',
  source: {
    citation: 'Birth-and-death chain with rate n f(n), f = 1, 0.8, 0.7, 0.5',
    place: 'one agent with four chats, load 1.5, everyone waits',
  },
  experiment: () => {
    const speed = [1, 0.8, 0.7, 0.5];
    const p = birthAndDeath(
      300,
      () => 1.5,
      (n) => Math.min(n, 4) * (speed[Math.min(n, 4) - 1] as number),
    );
    return queueExperiment(
      {
        agents: 1,
        arrivals: 1.5,
        channel: () => ({ kind: 'chat', concurrency: { limit: 4, speed } }),
        targets: [0],
        contacts: 6000,
        warmUpUnits: 120,
      },
      () => [
        inTotal('occupancyFraction', 1 - (p[0] as number), 0.03),
        promiseKept('within0', 1 - meanOf(p, (n) => (n >= 4 ? 1 : 0)), 0.06),
      ],
    );
  },
};

export const chatCases: readonly SimulationCase[] = [...teamCases, oneAgent];
