// Printed numbers and classical closed forms of the other queues.
import type { FormulaCase, Source } from '../verificationCase.ts';

const octave: Source = {
  citation: 'M. Marzolla, the octave package queueing 1.2.7',
  place: 'qsmmmk.m, test block',
};
const octaveQueue = (agents: number, lines: number, rate: number, pace: number) => ({
  agents,
  lines,
  contactsPerHour: rate * 3600,
  handlingSeconds: 1 / pace,
});

/** The empty state of M/M/n/K by detailed balance from the full one. */
function emptyShare(blocking: number, agents: number, lines: number, load: number): number {
  let empty = blocking;
  for (let n = lines; n > 0; n -= 1) empty *= Math.min(n, agents) / load;
  return empty;
}

const finiteLines: readonly FormulaCase[] = [
  {
    kind: 'formula',
    id: 'finite-lines-octave-3-7',
    topic: 'finiteLines',
    source: octave,
    formula: 'finite-lines',
    given: octaveQueue(3, 7, 40, 30),
    answer: (outputs) => ({
      pEmpty: emptyShare(Number(outputs['blocking']), 3, 7, 40 / 30),
      meanTimeEnteredSeconds: Number(outputs['meanWaitEnteredSeconds']) + 1 / 30,
    }),
    figures: [
      { field: 'pEmpty', printed: 0.255037, tolerance: 5e-7 },
      { field: 'meanTimeEnteredSeconds', printed: 0.036517, tolerance: 5e-7 },
    ],
  },
  {
    kind: 'formula',
    id: 'finite-lines-octave-2-5',
    topic: 'finiteLines',
    source: octave,
    formula: 'finite-lines',
    given: octaveQueue(2, 5, 3, 2),
    answer: (outputs) => ({ pEmpty: emptyShare(Number(outputs['blocking']), 2, 5, 1.5) }),
    figures: [
      { field: 'pEmpty', printed: 0.179334, tolerance: 1.1e-6 },
      { field: 'blocking', printed: 0.085113, tolerance: 1.1e-6 },
      { field: 'meanWaitEnteredSeconds', printed: 0.230857, tolerance: 1.1e-6 },
    ],
  },
  {
    kind: 'formula',
    id: 'finite-lines-full-load',
    topic: 'finiteLines',
    source: {
      citation: 'D. Gross and C. Harris, Fundamentals of queueing theory, 3rd edition (1998)',
      place: 'section 2.4: one agent, three lines, load 1',
    },
    formula: 'finite-lines',
    given: { agents: 1, lines: 3, contactsPerHour: 3600, handlingSeconds: 1, targetSeconds: 0 },
    figures: [
      { field: 'blocking', printed: 0.25, tolerance: 1e-12 },
      { field: 'pWait', printed: 0.5, tolerance: 1e-12 },
      { field: 'serviceLevel', printed: 0.25, tolerance: 1e-12 },
      { field: 'meanQueue', printed: 0.75, tolerance: 1e-12 },
    ],
  },
];

const ross: FormulaCase = {
  kind: 'formula',
  id: 'network-ross',
  topic: 'network',
  source: {
    citation: 'S. Ross, Introduction to probability models',
    place: 'network of two servers: L = 7, W = 7/9',
  },
  formula: 'network',
  given: {
    agents: [1, 1],
    handlingSeconds: [1 / 8, 1 / 10],
    contactsPerHour: [14_400, 18_000],
    routing: [
      [0, 0.5],
      [0.25, 0],
    ],
  },
  answer: (outputs) => ({ meanPresent: 9 * Number(outputs['meanTimeSeconds']) }),
  figures: [
    { field: 'meanPresent', printed: 7, tolerance: 1e-9 },
    { field: 'meanTimeSeconds', printed: 7 / 9, tolerance: 1e-9 },
  ],
};

/** Pollaczek (1930), Khinchine (1932): load (1 + cv^2) / (2 (1 - load)) handling times. */
const singleAgent = [0, 0.5, 1, 2].map(
  (variation): FormulaCase => ({
    kind: 'formula',
    id: `single-agent-cv-${variation}`,
    topic: 'singleAgent',
    source: {
      citation: 'F. Pollaczek (1930), A. Khinchine (1932); L. Kleinrock, Queueing systems I (1975)',
      place: 'mean wait of M/G/1, load 0.8',
    },
    formula: 'single-agent',
    given: { contactsPerHour: [2880], handlingSeconds: [1], handlingVariation: [variation] },
    figures: [{ field: 'meanWaitSeconds', printed: (0.8 * (1 + variation ** 2)) / 0.4, tolerance: 1e-12 }],
  }),
);

/** For one agent the approximation of Sakasegawa is exact: that of Pollaczek and Khinchine. */
const sakasegawa: FormulaCase = {
  kind: 'formula',
  id: 'handling-law-sakasegawa',
  topic: 'handlingLaw',
  source: {
    citation:
      'H. Sakasegawa, An approximation formula for the mean queue, Annals of the Institute of Statistical Mathematics 29 (1977)',
    place: 'one agent, load 0.8, variation 2: 3.2 (1 + 4) / 1.6',
  },
  formula: 'handling-law',
  given: { agents: 1, contactsPerHour: 2880, handlingSeconds: 1, handlingVariation: 2 },
  figures: [
    { field: 'meanWaitSakasegawaSeconds', printed: 10, tolerance: 1e-10 },
    { field: 'meanWaitSeconds', printed: 10, tolerance: 1e-10 },
  ],
};

const cobham: FormulaCase = {
  kind: 'formula',
  id: 'priority-cobham',
  topic: 'priorities',
  source: {
    citation: 'A. Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954)',
    place: 'one agent, loads 0.3 and 0.4: 0.7 / 0.7 and 0.7 / (0.7 0.3)',
  },
  formula: 'priority',
  given: { agents: 1, handlingSeconds: 1, contactsPerHour: [1080, 1440] },
  figures: [
    { field: 'pWait', printed: 0.7, tolerance: 1e-12 },
    { field: 'meanWaitSeconds', at: 0, printed: 1, tolerance: 1e-12 },
    { field: 'meanWaitSeconds', at: 1, printed: 10 / 3, tolerance: 1e-12 },
  ],
};

/** One agent, preemptive resume: time present 1 / (1 - a) and 1 / ((1 - a) (1 - a - b)). */
const preemptive: FormulaCase = {
  kind: 'formula',
  id: 'priority-preemptive',
  topic: 'preemption',
  source: {
    citation: 'L. Kleinrock, Queueing systems II (1976)',
    place: 'preemptive resume, one agent, loads 0.3 and 0.4',
  },
  formula: 'priority',
  given: { agents: 1, handlingSeconds: 1, contactsPerHour: [1080, 1440] },
  figures: [
    { field: 'interruptedMeanTimeSeconds', at: 0, printed: 1 / 0.7, tolerance: 1e-12 },
    { field: 'interruptedMeanTimeSeconds', at: 1, printed: 1 / (0.7 * 0.3), tolerance: 1e-12 },
  ],
};

/** Load (arrivals + load retries) / ((1 - load) retries). */
const retrials = [
  { rate: 0.5, delay: 1 },
  { rate: 0.5, delay: 10 },
  { rate: 0.7, delay: 0.5 },
].map(
  ({ rate, delay }): FormulaCase => ({
    kind: 'formula',
    id: `retrial-${rate}-${delay}`,
    topic: 'redials',
    source: {
      citation: 'G. Falin and J. Templeton, Retrial queues (1997)',
      place: 'section 1.1, one agent',
    },
    formula: 'retrial',
    given: {
      agents: 1,
      lines: 1,
      contactsPerHour: rate * 3600,
      handlingSeconds: 1,
      retryDelaySeconds: delay,
      retryAfterBlock: 1,
      retryAfterAbandon: 0,
    },
    figures: [
      { field: 'meanOrbit', printed: (rate * (rate * delay + rate)) / (1 - rate), tolerance: 1e-8 },
      { field: 'occupancy', printed: rate, tolerance: 1e-9 },
    ],
  }),
);

/** m' = rate - m / handling for a constant rate from empty: load (1 - e^-t), here t = 10 handling times. */
const infinite: FormulaCase = {
  kind: 'formula',
  id: 'infinite-team-eick',
  topic: 'infiniteTeam',
  source: {
    citation:
      'S. Eick, W. Massey and W. Whitt, The physics of the M(t)/G/infinity queue, Operations Research 41 (1993)',
    place: 'm(t) = load (1 - e^-t) + m(0) e^-t, exponential handling, half hours of ten handling times',
  },
  formula: 'offered-load',
  given: { intervalSeconds: 1800, contacts: [40, 60], handling: { law: 'exponential', meanSeconds: 180 } },
  figures: [
    { field: 'loadAtEndErlangs', at: 0, printed: 3.99981840028095, tolerance: 1e-12 },
    { field: 'loadAtEndErlangs', at: 1, printed: 5.999909191895861, tolerance: 1e-12 },
  ],
};

export const otherFormulas: readonly FormulaCase[] = [
  ...finiteLines,
  ross,
  ...singleAgent,
  sakasegawa,
  cobham,
  preemptive,
  ...retrials,
  infinite,
];
