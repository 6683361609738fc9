// Printed numbers of Erlang's formulas. The tolerance is what the print leaves open: half of its last digit.
import { erlangCWaitQuantile } from '../../queueing/erlangC.ts';
import { fraction, perSecond, seconds } from '../../units/quantities.ts';
import type { FormulaCase, FormulaFigure, Source } from '../verificationCase.ts';

const formula = (
  formulaName: 'erlang-b' | 'erlang-c' | 'erlang-a',
  id: string,
  source: Source,
  given: FormulaCase['given'],
  figures: readonly FormulaFigure[],
): FormulaCase => ({
  kind: 'formula',
  id,
  topic: ({ 'erlang-b': 'erlangB', 'erlang-c': 'erlangC', 'erlang-a': 'erlangA' } as const)[formulaName],
  source,
  formula: formulaName,
  given,
  figures,
});
const figure = (field: string, printed: number, tolerance: number, unitSeconds?: number): FormulaFigure => ({
  field,
  printed,
  tolerance,
  ...(unitSeconds === undefined ? {} : { unitSeconds }),
});

/** Largest load at 2 % blocking by lines. Some values of the table are cut and others rounded, hence a tolerance of a few units. */
const lucent: readonly (readonly [lines: number, load: number])[] = [
  [1, 0.02],
  [5, 1.657],
  [7, 2.935],
  [11, 5.842],
  [13, 7.402],
  [17, 10.656],
  [19, 12.333],
  [23, 15.761],
  [25, 17.505],
  [29, 21.039],
  [31, 22.827],
  [35, 26.435],
  [37, 28.254],
  [41, 31.915],
  [43, 33.758],
  [47, 37.462],
  [49, 39.323],
  [53, 43.06],
  [55, 44.938],
  [59, 48.7],
  [65, 54.376],
  [67, 56.275],
  [71, 60.082],
  [73, 61.99],
  [77, 65.814],
  [79, 67.729],
  [83, 71.568],
  [85, 73.49],
  [89, 77.342],
];

/** Rows of the same table that are misprints, by up to 0.2 Erlangs: they must not be met. */
export const lucentMisprints: readonly (readonly [lines: number, load: number])[] = [
  [45, 35.507],
  [61, 50.389],
  [63, 52.461],
  [69, 58.117],
];

const lucentTable: Source = {
  citation: 'Lucent WirelessU, Erlang B capacity table',
  place: 'garywagoner.tripod.com/traffic/ERLANG.HTML, 2 % blocking',
};
const pyworkforce = (place: string): Source => ({ citation: 'R. Arenas, pyworkforce (Python)', place });

const erlangB: readonly FormulaCase[] = [
  ...lucent.map(
    ([servers, load]): FormulaCase => ({
      kind: 'formula',
      id: `erlang-b-lucent-${servers}`,
      topic: 'erlangB',
      source: lucentTable,
      formula: 'load-for',
      given: { servers, mostBlocking: 0.02 },
      figures: [figure('offeredErlangs', load, 0.0025)],
    }),
  ),
  {
    kind: 'formula',
    id: 'erlang-b-westbay',
    topic: 'erlangB',
    source: {
      citation: 'Westbay Engineers, Erlang calculator manual',
      place: 'How much traffic can a trunk group handle?',
    },
    formula: 'load-for',
    given: { servers: 15, mostBlocking: 0.01 },
    figures: [figure('offeredErlangs', 8.108, 0.0005)],
  },
  {
    kind: 'formula',
    id: 'erlang-b-trunks',
    topic: 'erlangB',
    source: pyworkforce('test_erlang_b.py; the same example in the text of the Lucent table'),
    formula: 'lines-for',
    given: { offeredErlangs: 10, mostBlocking: 0.02 },
    figures: [figure('servers', 17, 0)],
  },
  formula(
    'erlang-b',
    'erlang-b-two-lines',
    pyworkforce('test_erlang_b.py'),
    { servers: 2, offeredErlangs: 1 },
    [figure('blocking', 0.2, 5e-7)],
  ),
  formula(
    'erlang-b',
    'erlang-b-overload',
    { citation: 'Unit test of a public program (src.modelling.erlang)', place: '10 lines, 20 Erlangs' },
    { servers: 10, offeredErlangs: 20 },
    [figure('blocking', 0.5379631686320729, 1e-12)],
  ),
  formula(
    'erlang-b',
    'erlang-b-large',
    { citation: 'Unit test of a public program (src.modelling.erlang)', place: '190 lines, 200 Erlangs' },
    { servers: 190, offeredErlangs: 200 },
    [figure('blocking', 0.08869684386923561, 1e-12)],
  ),
];

const cran: Source = {
  citation: 'CRAN package ErlangC 0.1.0; Call Centre Helper, worked example',
  place: 'README: 100 calls in half an hour of 180 s, 20 s',
};
const hundredCalls = (agents: number) => ({
  agents,
  contactsPerHour: 200,
  handlingSeconds: 180,
  targetSeconds: 20,
});

const erlangC: readonly FormulaCase[] = [
  formula('erlang-c', 'erlang-c-100-calls-11', cran, hundredCalls(11), [
    figure('pWait', 0.6821182, 5e-8),
    figure('serviceLevel', 0.3896138, 6e-8),
    figure('occupancy', 0.9090909, 5e-8),
  ]),
  formula('erlang-c', 'erlang-c-100-calls-12', cran, hundredCalls(12), [
    figure('pWait', 0.4493882, 5e-8),
    figure('meanWaitSeconds', 40.4449401868444, 1e-9),
    figure('occupancy', 0.8333333, 5e-8),
  ]),
  formula('erlang-c', 'erlang-c-100-calls-13', cran, hundredCalls(13), [
    figure('serviceLevel', 0.7955948, 6e-8),
    figure('meanWaitSeconds', 17.1162271821896, 1e-9),
  ]),
  formula('erlang-c', 'erlang-c-100-calls-14', cran, hundredCalls(14), [
    figure('pWait', 0.1741319, 5e-8),
    figure('serviceLevel', 0.88835, 5e-7),
    figure('occupancy', 0.7142857, 5e-8),
  ]),
  {
    kind: 'formula',
    id: 'erlang-c-agents-100-calls',
    topic: 'erlangC',
    source: cran,
    formula: 'agents-for',
    given: { contactsPerHour: 200, handlingSeconds: 180, targetSeconds: 20, leastServiceLevel: 0.8 },
    figures: [figure('agents', 14, 0)],
  },
  {
    kind: 'formula',
    id: 'erlang-c-agents-250-calls',
    topic: 'erlangC',
    source: { citation: 'jonesthenet.com, Erlang uplift', place: '250 calls of 330 s an hour, 80 % in 30 s' },
    formula: 'agents-for',
    given: { contactsPerHour: 250, handlingSeconds: 330, targetSeconds: 30, leastServiceLevel: 0.8 },
    figures: [figure('agents', 28, 0)],
  },
  formula(
    'erlang-c',
    'erlang-c-15-agents',
    pyworkforce('test_erlang.py'),
    { agents: 15, offeredErlangs: 10 },
    [figure('pWait', 0.102, 0.0005)],
  ),
  formula(
    'erlang-c',
    'erlang-c-132-agents',
    { citation: 'Unit test of a public program (erlang.py)', place: '132 agents, 123 Erlangs' },
    { agents: 132, offeredErlangs: 123 },
    [figure('pWait', 0.3211, 5e-5)],
  ),
  {
    kind: 'formula',
    id: 'erlang-c-tetra-load',
    topic: 'erlangC',
    source: { citation: 'TETRA textbook, delay table', place: 'Table C: 10 servers, 1 % wait' },
    formula: 'volume-for',
    given: { agents: 10, handlingSeconds: 3600, mostWaiting: 0.01 },
    figures: [figure('contactsPerHour', 4.08, 0.005)],
  },
  {
    ...formula(
      'erlang-c',
      'erlang-c-tetra-tail',
      { citation: 'TETRA textbook, delay table', place: 'Table C: 8 servers, 3.87 Erlangs' },
      { agents: 8, contactsPerHour: 3.87 * 3600, handlingSeconds: 1, targetSeconds: 1 },
      [figure('pLateOfDelayed', 0.016, 0.0005)],
    ),
    answer: (outputs) => ({
      pLateOfDelayed: (1 - Number(outputs['serviceLevel'])) / Number(outputs['pWait']),
    }),
  },
];

const garnett: Source = {
  citation:
    'O. Garnett, A. Mandelbaum and M. Reiman, Designing a call center with impatient customers, MSOM 4 (2002)',
  place: 'comparison with Erlang C: 50 agents, 48 calls a minute of 1 minute, patience 2 minutes',
};
const fiftyAgents = { agents: 50, contactsPerHour: 2880, handlingSeconds: 60 };

const erlangA: readonly FormulaCase[] = [
  {
    ...formula('erlang-c', 'erlang-a-garnett-patient', garnett, fiftyAgents, [
      figure('meanWaitSeconds', 20.8, 0.05),
      figure('occupancy', 0.96, 0.005),
      figure('waitP90Seconds', 58.1, 0.05),
    ]),
    answer: () => {
      const rate = { agents: 50, arrivals: perSecond(0.8), handling: seconds(60), target: seconds(0) };
      const found = erlangCWaitQuantile(rate, fraction(0.9));
      return { waitP90Seconds: found.ok ? found.value : null };
    },
  },
  formula('erlang-a', 'erlang-a-garnett', garnett, { ...fiftyAgents, patienceSeconds: 120 }, [
    figure('pAbandon', 0.031, 0.0005),
    figure('meanQueue', 3, 0.5),
    figure('occupancy', 0.93, 0.005),
  ]),
  formula(
    'erlang-a',
    'erlang-a-14-agents',
    pyworkforce('test_abandonment.py, snapshot of an independent implementation'),
    { agents: 14, contactsPerHour: 200, handlingSeconds: 180, patienceSeconds: 300, targetSeconds: 20 },
    [
      figure('pWait', 0.14526, 5e-6),
      figure('occupancy', 0.704297, 5e-7),
      figure('meanWaitSeconds', 0.069919, 5e-7, 60),
    ],
  ),
];

export const erlangFormulas: readonly FormulaCase[] = [...erlangB, ...erlangC, ...erlangA];
