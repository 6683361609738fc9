import { describe, expect, it } from 'vitest';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangB, fewestLines, largestLoad } from '../../core/queueing/erlangB.ts';
import { erlangC, erlangCFewestAgents, erlangCWaitQuantile } from '../../core/queueing/erlangC.ts';
import { erlangs, fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { expectNear, succeeded } from '../queueing/near.ts';

// Numbers that others have printed. The tolerance is what the print leaves open: half of its last digit.

describe('erlangB gives the printed', () => {
  it('largest loads at 2 % blocking (Lucent WirelessU capacity table)', () => {
    // The table cuts some values and rounds others, hence a tolerance of a few units of its last digit. Its rows of
    // 45, 61, 63 and 69 lines are misprints by up to 0.2 Erlangs and must not be met.
    const printed = [
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
    ] as const;
    for (const [lines, load] of printed) {
      expectNear(succeeded(largestLoad(lines, fraction(0.02))), load, { absolute: 0.0025 }, `${lines} lines`);
    }
    for (const [lines, misprint] of [
      [45, 35.507],
      [61, 50.389],
      [63, 52.461],
      [69, 58.117],
    ] as const) {
      expect(Math.abs(succeeded(largestLoad(lines, fraction(0.02))) - misprint)).toBeGreaterThan(0.019);
    }
  });

  it('load of 15 lines at 1 % (Westbay Engineers, calculator manual)', () => {
    expectNear(succeeded(largestLoad(15, fraction(0.01))), 8.108, { absolute: 0.0005 }, 'load');
  });

  it('lines for 10 Erlangs at 2 % (pyworkforce, test_erlang_b.py)', () => {
    expect(succeeded(fewestLines(erlangs(10), fraction(0.02)))).toBe(17);
    expectNear(succeeded(erlangB(2, erlangs(1))).blocking, 0.2, { absolute: 5e-7 }, 'blocking');
  });
});

describe('erlangC gives the printed', () => {
  const hundred = (agents: number) => ({
    agents,
    arrivals: perSecond(100 / 1800),
    handling: seconds(180),
    target: seconds(20),
  });

  it('example of 100 calls in half an hour (CRAN package ErlangC 0.1.0; Call Centre Helper)', () => {
    const with11 = succeeded(erlangC(hundred(11)));
    expectNear(with11.waitProbability, 0.6821182, { absolute: 5e-8 }, 'P(wait), 11 agents');
    expectNear(with11.serviceLevel, 0.3896138, { absolute: 6e-8 }, 'in time, 11 agents');
    expectNear(with11.occupancy, 0.9090909, { absolute: 5e-8 }, 'occupancy, 11 agents');
    const with12 = succeeded(erlangC(hundred(12)));
    expectNear(with12.waitProbability, 0.4493882, { absolute: 5e-8 }, 'P(wait), 12 agents');
    expectNear(with12.meanWait, 40.4449401868444, { absolute: 1e-9 }, 'mean wait, 12 agents');
    const with13 = succeeded(erlangC(hundred(13)));
    expectNear(with13.serviceLevel, 0.7955948, { absolute: 6e-8 }, 'in time, 13 agents');
    expectNear(with13.meanWait, 17.1162271821896, { absolute: 1e-9 }, 'mean wait, 13 agents');
    const with14 = succeeded(erlangC(hundred(14)));
    expectNear(with14.waitProbability, 0.1741319, { absolute: 5e-8 }, 'P(wait), 14 agents');
    expectNear(with14.serviceLevel, 0.88835, { absolute: 5e-7 }, 'in time, 14 agents');
    expect(succeeded(erlangCFewestAgents(hundred(1), fraction(0.8)))).toBe(14);
  });

  it('agents for 250 calls of 330 s an hour, 80 % in 30 s (jonesthenet.com, Erlang uplift)', () => {
    const demand = { arrivals: perSecond(250 / 3600), handling: seconds(330), target: seconds(30) };
    expect(succeeded(erlangCFewestAgents(demand, fraction(0.8)))).toBe(28);
  });

  it('P(wait) of 15 agents with 10 Erlangs (pyworkforce, test_erlang.py)', () => {
    expectNear(succeeded(erlangC(hundred(15))).waitProbability, 0.102, { absolute: 0.0005 }, 'P(wait)');
  });

  it('does not give 0.261 for 25 agents with 20 Erlangs, a known misprint', () => {
    const outcome = succeeded(
      erlangC({ agents: 25, arrivals: perSecond(1 / 9), handling: seconds(180), target: seconds(20) }),
    );
    expectNear(outcome.waitProbability, 0.209103, { absolute: 5e-7 }, 'P(wait)');
  });
});

describe('erlangA gives the printed', () => {
  it('comparison with Erlang C, 50 agents, 48 calls a minute (Garnett, Mandelbaum and Reiman 2002)', () => {
    const queue = {
      agents: 50,
      arrivals: perSecond(48 / 60),
      handling: seconds(60),
      patience: seconds(120),
      target: seconds(20),
    };
    const endless = succeeded(erlangC(queue));
    expectNear(endless.meanWait, 20.8, { absolute: 0.05 }, 'mean wait without abandonment');
    expectNear(endless.occupancy, 0.96, { absolute: 0.005 }, 'occupancy without abandonment');
    const percentile = succeeded(erlangCWaitQuantile(queue, fraction(0.9)));
    expectNear(percentile, 58.1, { absolute: 0.05 }, '90th percentile without abandonment');
    const outcome = succeeded(erlangA(queue));
    expectNear(outcome.abandonment, 0.031, { absolute: 0.0005 }, 'abandonment');
    expectNear(outcome.meanQueue, 3, { absolute: 0.5 }, 'queue');
    expectNear(outcome.occupancy, 0.93, { absolute: 0.005 }, 'occupancy');
  });

  it('snapshot of 14 agents, 200 calls of 180 s, patience 300 s (pyworkforce, test_abandonment.py)', () => {
    const outcome = succeeded(
      erlangA({
        agents: 14,
        arrivals: perSecond(200 / 3600),
        handling: seconds(180),
        patience: seconds(300),
        target: seconds(20),
      }),
    );
    expectNear(outcome.waitProbability, 0.14526, { absolute: 5e-6 }, 'P(wait)');
    expectNear(outcome.occupancy, 0.704297, { absolute: 5e-7 }, 'occupancy');
    expectNear(outcome.meanWait / 60, 0.069919, { absolute: 5e-7 }, 'mean wait in minutes');
  });
});
