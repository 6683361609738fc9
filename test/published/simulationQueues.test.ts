import { describe, expect, it } from 'vitest';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from '../queueing/near.ts';
import { birthAndDeath, meanOf } from '../support/chains.ts';
import { exponential, type LawInput } from '../support/plans.ts';
import { inTotal, promiseKept } from '../support/steadyState.ts';
import { check, checkFinite, checkPatience, checkRetrial } from './simulationQueueCases.ts';

// Where a comment names a file, the case is a copy of one record of the validation folder; the long run takes them all
// (simulationRecords.long.test.ts).

describe('M/M/n', () => {
  it.each([
    { agents: 1, load: 0.6, contacts: 3000 },
    { agents: 10, load: 8, contacts: 5000 },
  ])('gives Erlang C: $agents agents, load $load', ({ agents, load, contacts }) => {
    const exact = succeeded(
      erlangC({ agents, arrivals: perSecond(load), handling: seconds(1), target: seconds(0.5) }),
    );
    check({ agents, arrivals: load, contacts, warmUpUnits: 100, targets: [0, 0.5] }, ({ unit }) => [
      inTotal('waitMeanSeconds', exact.meanWait * unit, 0.2 * exact.meanWait * unit),
      inTotal('queueLengthMeanContacts', exact.meanQueue, 0.2 * exact.meanQueue),
      inTotal('occupancyFraction', exact.occupancy, 0.015),
      promiseKept('within0', 1 - exact.waitProbability, 0.03),
      promiseKept('within0.5', exact.serviceLevel, 0.03),
    ]);
  });
});

describe('M/M/n+M', () => {
  it.each([
    { agents: 15, load: 13.3, patience: 0.5 },
    { agents: 5, load: 9, patience: 1 },
  ])('gives Erlang A: $agents agents, load $load, patience $patience', ({ agents, load, patience }) => {
    const exact = succeeded(
      erlangA({
        agents,
        arrivals: perSecond(load),
        handling: seconds(1),
        patience: seconds(patience),
        target: seconds(0.2),
      }),
    );
    const queue = { agents, arrivals: load, targets: [0, 0.2], warmUpUnits: 20 };
    check({ ...queue, patience: (unit) => exponential(patience * unit) }, ({ unit }) => [
      inTotal('abandonedFraction', exact.abandonment, 0.012),
      inTotal('waitMeanSeconds', exact.meanWait * unit, 0.1 * exact.meanWait * unit),
      inTotal('answerWaitMeanSeconds', exact.meanWaitOfServed * unit, 0.1 * exact.meanWaitOfServed * unit),
      inTotal('queueLengthMeanContacts', exact.meanQueue, 0.1 * exact.meanQueue),
      inTotal('occupancyFraction', exact.occupancy, 0.015),
      promiseKept('within0', 1 - exact.waitProbability, 0.025),
      promiseKept('within0.2', exact.serviceLevels.ofOffered, 0.025),
    ]);
  });
});

describe('M/G/1', () => {
  // Pollaczek-Khinchine: the mean wait is load (1 + cv^2) / (2 (1 - load)) handling times.
  const laws: readonly (readonly [string, (unit: number) => LawInput, number])[] = [
    ['deterministic', (unit) => ({ law: 'deterministic', seconds: unit }), 0],
    ['uniform', (unit) => ({ law: 'uniform', lowSeconds: 0, highSeconds: 2 * unit }), 1 / Math.sqrt(3)],
    ['gamma', (unit) => ({ law: 'gamma', meanSeconds: unit, cv: 0.5 }), 0.5],
    ['lognormal', (unit) => ({ law: 'lognormal', meanSeconds: unit, cv: 1.3 }), 1.3],
  ];
  it.each(laws)('gives the formula of Pollaczek and Khinchine: %s', (_, handling, cv) => {
    const load = 0.6;
    const wait = (load * (1 + cv * cv)) / (2 * (1 - load));
    check({ agents: 1, arrivals: load, handling, targets: [0], contacts: 2500 }, ({ unit }) => [
      inTotal('waitMeanSeconds', wait * unit, 0.25 * wait * unit),
      inTotal('occupancyFraction', load, 0.02),
      promiseKept('within0', 1 - load, 0.025),
    ]);
  });
});

describe('M/M/n/K', () => {
  it('gives Erlang B where there are as many lines as agents', () => {
    // 10 agents, load 10: the blocking of Erlang B is 0.214582 (file finite_and_general.json, first case).
    checkFinite({
      agents: 10,
      lines_total: 10,
      calls_per_hour: 200,
      aht_s: 180,
      mean_patience_s: null,
      p_blocked: 0.21458234310734733,
      p_wait: 0,
      p_abandon_of_offered: 0,
      mean_queue: 0,
      occupancy: 0.7854176568926526,
    });
  });

  it('gives the chain with waiting places and patience', () => {
    // 4 agents, load 4, 7 lines, patience of two handling times: worked out from the balance equations.
    const agents = 4;
    const p = birthAndDeath(
      8,
      () => 4,
      (n) => Math.min(n, agents) + Math.max(0, n - agents) / 2,
    );
    const queue = meanOf(p, (n) => Math.max(0, n - agents));
    checkFinite({
      agents,
      lines_total: 7,
      calls_per_hour: 144,
      aht_s: 100,
      mean_patience_s: 200,
      p_blocked: p[7] as number,
      p_wait: meanOf(p, (n) => (n >= agents && n < 7 ? 1 : 0)),
      p_abandon_of_offered: queue / 2 / 4,
      mean_queue: queue,
      occupancy: meanOf(p, (n) => Math.min(n, agents)) / agents,
    });
  });
});

describe('M/M/n+G', () => {
  it('gives the exact answer for a fixed patience', () => {
    // 20 agents, 400 calls of 180 s an hour, all patient for 120 s (file finite_and_general.json).
    checkPatience({
      agents: 20,
      calls_per_hour: 400,
      aht_s: 180,
      patience: { kind: 'det', mean_s: 120 },
      awt_s: 20,
      p_wait: 0.7302895641711399,
      p_abandon: 0.050950434709614335,
      mean_queue: 5.208266659205024,
      p_served_within_T: 0.38293362407244774,
      occupancy: 0.9490495652903855,
    });
  });
});

describe('balking', () => {
  it('gives the birth-and-death chain in which a share of those who would wait does not join', () => {
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
    check({ agents, arrivals: load, channel: () => ({ balkingShare: share }), targets: [0] }, () => [
      inTotal('abandonedFraction', waits * share, 0.012),
      inTotal('queueLengthMeanContacts', waiting, 0.15 * waiting),
      inTotal('occupancyFraction', meanOf(p, (n) => Math.min(n, agents)) / agents, 0.015),
      promiseKept('within0', 1 - waits, 0.025),
    ]);
  });
});

describe('redials', () => {
  it('give the closed form of the single-agent retrial queue', () => {
    // M/M/1/1 with retrials: busy share rho, mean orbit rho (lam + rho eta) / ((1 - rho) eta); lam 0.5, mu 1, eta 1.
    checkRetrial(
      {
        id: 'closed form',
        servers: 1,
        capacity: 1,
        lam: 0.5,
        retry_rate: 1,
        abandon_rate: 0,
        p_retry_after_block: 1,
        p_retry_after_abandon: 0,
        occupancy: 0.5,
        mean_queue: 0,
        mean_orbit: 1,
        attempt_rate: 1.5,
        p_blocked_per_attempt: 2 / 3,
        p_abandon_per_entered_attempt: 0,
      },
      2000,
    );
  });

  it('of those who abandon give the chain of agents and orbit', () => {
    // File retrial_chat.json, case R20.
    checkRetrial(
      {
        id: 'R20',
        servers: 10,
        capacity: 70,
        lam: 10,
        retry_rate: 0.2,
        abandon_rate: 1,
        p_retry_after_block: 1,
        p_retry_after_abandon: 0.5,
        occupancy: 0.9082675471052761,
        mean_queue: 1.8346490578943078,
        mean_orbit: 4.586622644735688,
        attempt_rate: 10.917324528947137,
        p_blocked_per_attempt: 0,
        p_abandon_per_entered_attempt: 0.16804932866379127,
      },
      3000,
    );
  });
});

describe('the comparison itself', () => {
  it('finds one agent too many', () => {
    const exact = succeeded(
      erlangA({
        agents: 15,
        arrivals: perSecond(13.3),
        handling: seconds(1),
        patience: seconds(0.5),
        target: seconds(0.2),
      }),
    );
    const wrong = () =>
      check(
        { agents: 16, arrivals: 13.3, patience: (unit) => exponential(0.5 * unit), targets: [0.2] },
        () => [inTotal('abandonedFraction', exact.abandonment, 1)],
      );
    expect(wrong).toThrow('abandonedFraction');
  });

  it('finds an interval that is too wide', () => {
    const wide = () =>
      check({ agents: 2, arrivals: 1, targets: [], contacts: 200 }, () => [
        inTotal('occupancyFraction', 0.5, 0.001),
      ]);
    expect(wide).toThrow('half-width');
  });
});
