// Each exact model of the catalogue with the test that holds it against a slow, plain solution for two hundred random sets.

export interface PlainCheck {
  /** In this folder. */
  readonly file: string;
  /** Title of the test, or its beginning. */
  readonly test: string;
  /** What the slow solution is. */
  readonly against: string;
}

export const plainChecks: Readonly<Record<string, PlainCheck>> = {
  'erlang-b': {
    file: 'randomSingleQueues.test.ts',
    test: 'erlangB has the blocking of its chain',
    against: 'a dense chain of the numbers present',
  },
  'erlang-c': {
    file: 'randomSingleQueues.test.ts',
    test: 'erlangC has the waits of its chain',
    against: 'a dense chain of the numbers present',
  },
  'erlang-a': {
    file: 'randomSingleQueues.test.ts',
    test: 'erlangA has the waits and the leaving of its chain',
    against: 'a dense chain of the numbers present; waits followed in small steps',
  },
  'finite-lines': {
    file: 'randomSingleQueues.test.ts',
    test: 'finiteQueue has every measure of its chain',
    against: 'a dense chain of the numbers present; waits followed in small steps',
  },
  'lines-for': {
    file: 'randomPromises.test.ts',
    test: 'fewestLines block no more than is allowed',
    against: 'dense chains with so many lines and with one fewer',
  },
  'load-for': {
    file: 'randomPromises.test.ts',
    test: 'largestLoad is blocked by just what is allowed',
    against: 'a dense chain at that load',
  },
  'agents-for': {
    file: 'randomPromises.test.ts',
    test: 'agentsFor is the fewest that keeps what is promised',
    against: 'dense chains with so many agents and with one fewer',
  },
  'volume-for': {
    file: 'randomPromises.test.ts',
    test: '%s is the most with which a team keeps what is promised',
    against: 'dense chains a little below and a little above',
  },
  'handling-for': {
    file: 'randomPromises.test.ts',
    test: '%s is the most with which a team keeps what is promised',
    against: 'dense chains a little below and a little above',
  },
  'single-agent': {
    file: 'randomSingleQueues.test.ts',
    test: 'singleServer has the mean wait of a chain with two phases of handling',
    against: 'a dense chain of numbers and phases',
  },
  priority: {
    file: 'randomRanks.test.ts',
    test: 'priorityQueue has the waits of its chain',
    against: 'dense chains of the ranks, with and without interruption',
  },
  retrial: {
    file: 'randomSingleQueues.test.ts',
    test: 'retrialQueue has every measure of its chain',
    against: 'a dense chain of queue and orbit',
  },
  chat: {
    file: 'randomDesigns.test.ts',
    test: 'chatTeam has every measure of a chain of the agents themselves',
    against: 'a dense chain of the chats of each agent',
  },
  skills: {
    file: 'randomDesigns.test.ts',
    test: 'skillRouting has every measure of the N design',
    against: 'a dense chain of busy agents and queues',
  },
  network: {
    file: 'randomDesigns.test.ts',
    test: 'jacksonNetwork has the numbers present of its chain',
    against: 'a dense chain of both places',
  },
  'two-tiers': {
    file: 'randomDesigns.test.ts',
    test: 'twoTiers has every measure of its chain',
    against: 'a dense chain of both tiers',
  },
  day: {
    file: 'randomTimes.test.ts',
    test: 'follows the differential equations of 200 random days',
    against: 'small steps through the day',
  },
  'offered-load': {
    file: 'randomFlows.test.ts',
    test: 'offeredLoadProfile is what small steps through time add up to',
    against: 'phases of the handling followed in small steps',
  },
  backlog: {
    file: 'randomFlows.test.ts',
    test: 'burnDown is what whole numbers give, contact by contact',
    against: 'whole numbers without end, one contact after another',
  },
};
