import { describe, expect, it } from 'vitest';
import { finiteQueue } from '../../core/queueing/finiteQueue.ts';
import { generalHandling } from '../../core/queueing/generalHandling.ts';
import { priorityQueue } from '../../core/queueing/priorityQueue.ts';
import { retrialQueue } from '../../core/queueing/retrialQueue.ts';
import { singleServer } from '../../core/queueing/singleServer.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { expectNear, succeeded } from '../queueing/near.ts';

// Closed forms of textbooks, worked by hand. The tolerance is rounding.

describe('singleServer gives', () => {
  it('the mean wait of M/D/1, half of that of M/M/1 (Pollaczek 1930, Khinchine 1932)', () => {
    for (const load of [0.1, 0.5, 0.9, 0.99]) {
      const at = (handlingVariation: number) =>
        succeeded(singleServer([{ arrivals: perSecond(load), handling: seconds(1), handlingVariation }]))
          .meanWait;
      expectNear(at(0), load / (2 * (1 - load)), { relative: 1e-13 }, `M/D/1 at ${load}`);
      expectNear(at(1), load / (1 - load), { relative: 1e-13 }, `M/M/1 at ${load}`);
    }
  });

  it('waits that the law of conservation holds together (Kleinrock 1965)', () => {
    const classes = [
      { arrivals: perSecond(2), handling: seconds(0.05), handlingVariation: 1 },
      { arrivals: perSecond(4), handling: seconds(1 / 15), handlingVariation: 0 },
      { arrivals: perSecond(6), handling: seconds(0.08), handlingVariation: 1 },
    ];
    const { classes: outcomes, meanWait, occupancy } = succeeded(singleServer(classes));
    const weighted = outcomes.reduce((sum, one, k) => {
      const { arrivals = 0, handling = 0 } = classes[k] ?? {};
      return sum + arrivals * handling * one.meanWait;
    }, 0);
    expectNear(weighted, occupancy * meanWait, { relative: 1e-13 }, 'sum of load times wait');
  });
});

describe('priorityQueue gives', () => {
  it('on average over the classes the wait without ranks (Cobham 1954)', () => {
    const rates = [8, 4, 3, 10];
    const team = { agents: 5, handling: seconds(1 / 6) };
    const ranked = succeeded(
      priorityQueue({
        ...team,
        classes: rates.map((rate) => ({ arrivals: perSecond(rate), target: seconds(0) })),
      }),
    );
    const plain = succeeded(
      priorityQueue({ ...team, classes: [{ arrivals: perSecond(25), target: seconds(0) }] }),
    );
    const mean = ranked.classes.reduce((sum, one, k) => sum + (one.meanWait * (rates[k] ?? 0)) / 25, 0);
    expectNear(mean, plain.classes[0]?.meanWait ?? 0, { relative: 1e-13 }, 'mean wait');
  });
});

describe('retrialQueue gives', () => {
  it('the orbit of one agent, load (arrivals + load * retries) / ((1 - load) retries) (Falin and Templeton 1997, 1.1)', () => {
    for (const [arrivals, retries] of [
      [0.5, 1],
      [0.5, 0.1],
      [0.3, 0.05],
      [0.7, 2],
    ] as const) {
      const o = succeeded(
        retrialQueue({
          agents: 1,
          lines: 1,
          arrivals: perSecond(arrivals),
          handling: seconds(1),
          retryDelay: seconds(1 / retries),
          retryAfterBlock: fraction(1),
          retryAfterAbandon: fraction(0),
        }),
      );
      const orbit = (arrivals * (arrivals + arrivals * retries)) / ((1 - arrivals) * retries);
      expectNear(o.meanOrbit, orbit, { relative: 1e-9 }, `${arrivals}, ${retries}`);
    }
  });
});

describe('finiteQueue gives', () => {
  it('for one agent and three lines at full load a quarter of the time in each state (Gross and Harris 1998, 2.4)', () => {
    const o = succeeded(
      finiteQueue({ agents: 1, lines: 3, arrivals: perSecond(1), handling: seconds(1), target: seconds(0) }),
    );
    expect([o.blocking, o.waitProbability, o.serviceLevel, o.meanQueue]).toEqual([0.25, 0.5, 0.25, 0.75]);
  });
});

describe('generalHandling gives', () => {
  it('Sakasegawa (1977) for one agent as Pollaczek and Khinchine', () => {
    for (const variation of [0, 0.5, 2]) {
      const queue = { agents: 1, arrivals: perSecond(0.8), handling: seconds(1), target: seconds(1) };
      const o = succeeded(generalHandling({ ...queue, handlingVariation: variation }));
      expectNear(o.sakasegawaWait, (3.2 * (1 + variation ** 2)) / 1.6, { relative: 1e-13 }, 'Sakasegawa');
      expectNear(o.meanWait, o.sakasegawaWait, { relative: 1e-12 }, 'mean wait');
    }
  });
});
