import { expect, it } from 'vitest';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangB, fewestLines, largestLoad } from '../../core/queueing/erlangB.ts';
import { erlangC, erlangCFewestAgents, erlangCWaitQuantile } from '../../core/queueing/erlangC.ts';
import { mostArrivals } from '../../core/queueing/erlangPromises.ts';
import { finiteQueue } from '../../core/queueing/finiteQueue.ts';
import { jacksonNetwork } from '../../core/queueing/jacksonNetwork.ts';
import { erlangs, fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { expectNear, succeeded } from '../queueing/near.ts';
import { describeRecords } from '../queueing/records.ts';

interface Row {
  readonly quantity: string;
  readonly inputs: Readonly<Record<string, never>>;
  readonly published: number;
  readonly agrees: boolean;
  readonly abs_tol_from_printed_digits: number;
}

const number = (row: Row, name: string): number => Number(row.inputs[name] ?? Number.NaN);

/** Erlang C or A as a row gives it: by load alone, by calls in an interval, an hour or a minute. */
function queueOf(row: Row) {
  const { inputs } = row;
  const handling = inputs['mean_service_min'] ? 60 * number(row, 'mean_service_min') : number(row, 'aht_s');
  const time = Number.isNaN(handling) ? 1 : handling;
  const rate = inputs['offered']
    ? number(row, 'offered') / time
    : inputs['calls']
      ? number(row, 'calls') / (60 * number(row, 'interval_min'))
      : inputs['calls_per_hour']
        ? number(row, 'calls_per_hour') / 3600
        : number(row, 'lam_per_min') / 60;
  const target = seconds(inputs['awt_s'] ? number(row, 'awt_s') : 0);
  return {
    agents: Number(inputs['agents'] ?? 1),
    arrivals: perSecond(rate),
    handling: seconds(time),
    target,
  };
}

function impatient(row: Row) {
  const patience = seconds(
    row.inputs['patience_s'] ? number(row, 'patience_s') : 60 * number(row, 'patience_min'),
  );
  return succeeded(erlangA({ ...queueOf(row), patience }));
}

const patient = (row: Row) => succeeded(erlangC(queueOf(row)));
const isImpatient = (row: Row): boolean => row.inputs['patience_s'] !== undefined;
const lines = (row: Row): number => number(row, 'lines');
const blocking = (row: Row) => fraction(number(row, 'blocking'));

/** M/M/m/K of the octave package. */
function limited(row: Row) {
  const arrivals = number(row, 'lam');
  const handling = 1 / number(row, 'mu');
  const agents = number(row, 'm');
  const all = number(row, 'K');
  const o = succeeded(
    finiteQueue({
      agents,
      lines: all,
      arrivals: perSecond(arrivals),
      handling: seconds(handling),
      target: seconds(0),
    }),
  );
  // The empty state by detailed balance from the full one.
  let empty = o.blocking as number;
  for (let n = all; n > 0; n -= 1) empty *= Math.min(n, agents) / (arrivals * handling);
  return { ...o, empty, response: o.meanWaitOfEntered + handling };
}

const ross = () =>
  succeeded(
    jacksonNetwork({
      nodes: [
        { agents: 1, handling: seconds(1 / 8), externalArrivals: perSecond(4), target: seconds(0) },
        { agents: 1, handling: seconds(1 / 10), externalArrivals: perSecond(5), target: seconds(0) },
      ],
      routing: [
        [0, 0.5],
        [0.25, 0],
      ],
    }),
  );

const calculated: Readonly<Record<string, (row: Row) => number>> = {
  'max offered erlangs': (row) => succeeded(largestLoad(lines(row), blocking(row))),
  'trunks needed': (row) => succeeded(fewestLines(erlangs(number(row, 'offered')), blocking(row))),
  'min lines': (row) => succeeded(fewestLines(erlangs(number(row, 'offered')), blocking(row))),
  blocking: (row) => succeeded(erlangB(lines(row), erlangs(number(row, 'offered')))).blocking,
  'Erlang B approx': (row) => succeeded(erlangB(lines(row), erlangs(number(row, 'offered')))).blocking,
  'Erlang C': (row) => patient(row).waitProbability,
  'P(wait)': (row) => (isImpatient(row) ? impatient(row) : patient(row)).waitProbability,
  'service level': (row) => patient(row).serviceLevel,
  occupancy: (row) => (isImpatient(row) ? impatient(row) : patient(row)).occupancy,
  'ASA s': (row) => patient(row).meanWait,
  'agents for 80% in 30 s': (row) =>
    succeeded(erlangCFewestAgents({ ...queueOf(row), target: seconds(30) }, fraction(0.8))),
  'max offered erlangs, P(delay)=1%': (row) => {
    const queue = { agents: number(row, 'servers'), handling: seconds(1), target: seconds(0) };
    return succeeded(mostArrivals(queue, { mostWaiting: fraction(0.01) }));
  },
  'P(wait > mean holding time | delayed) C=8 A=3.87': () => {
    const queue = { agents: 8, arrivals: perSecond(3.87), handling: seconds(1), target: seconds(1) };
    const o = succeeded(erlangC(queue));
    return (1 - o.serviceLevel) / o.waitProbability;
  },
  p0: (row) => limited(row).empty,
  pK: (row) => limited(row).blocking,
  Wq: (row) => limited(row).meanWaitOfEntered,
  'mean response': (row) => limited(row).response,
  'mean wait all, minutes': (row) => impatient(row).meanWait / 60,
  'Erlang C mean wait s': (row) => patient(row).meanWait,
  'Erlang C 90th percentile wait s': (row) => succeeded(erlangCWaitQuantile(queueOf(row), fraction(0.9))),
  'Erlang C utilization': (row) => patient(row).occupancy,
  'Erlang A fraction abandoning': (row) => impatient(row).abandonment,
  'Erlang A mean queue': (row) => impatient(row).meanQueue,
  'Erlang A utilization': (row) => impatient(row).occupancy,
  'network L': () => ross().meanPresent,
  W: () => ross().meanSojourn,
};

/** Rows that do not tell their inputs, or ask for a rounding only. */
const untold = [
  'agents incl. 30% shrinkage = ceil(14/0.7)',
  'Q of 4 nodes: node 1',
  'node 2',
  'node 4',
  'U cpu',
];

describeRecords<{ readonly rows: readonly Row[]; readonly disagreeing: readonly Row[] }>(
  'published.json',
  ({ rows, disagreeing }) => {
    it('hold in every printed digit, wherever the print tells its inputs', () => {
      let checked = 0;
      for (const row of rows) {
        if (!row.agrees) continue;
        const of = calculated[row.quantity];
        if (of === undefined) {
          expect(untold).toContain(row.quantity);
          continue;
        }
        // Counts are printed whole; half a unit beyond the last digit is rounding of the tolerance itself.
        const tolerance = { absolute: row.abs_tol_from_printed_digits * (1 + 1e-9) };
        expectNear(of(row), row.published, tolerance, `${row.quantity} ${JSON.stringify(row.inputs)}`);
        checked += 1;
      }
      const agreeing = rows.filter(({ agrees }) => agrees).length;
      expect(checked).toBeGreaterThanOrEqual(agreeing - untold.length);
      expect(checked).toBeGreaterThan(55);
    });

    it('are not met where the print is known to be wrong', () => {
      expect(disagreeing.length).toBeGreaterThan(0);
      for (const row of disagreeing) {
        const difference = Math.abs((calculated[row.quantity]?.(row) ?? Number.NaN) - row.published);
        expect(difference).toBeGreaterThan(row.abs_tol_from_printed_digits);
      }
    });
  },
  'core/verification/formulas',
);
