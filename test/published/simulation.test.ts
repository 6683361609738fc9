import { describe, expect, it } from 'vitest';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from '../queueing/near.ts';
import { birthAndDeath, meanOf } from '../support/chains.ts';
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import { expectExactAnswers, inScope, inTotal, promiseKept, scaleFor } from '../support/steadyState.ts';
import {
  check,
  checkChats,
  checkFinite,
  checkNetwork,
  checkPatience,
  checkPriorities,
  checkRetrial,
  checkSkills,
  checkTandem,
} from './simulationCases.ts';

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

describe('chats', () => {
  // File retrial_chat.json, cases CH02, CH07 and CH14.
  it('go to the agent with the fewest: 4 agents with 3 chats', () => {
    checkChats({
      id: 'CH02',
      agents: 4,
      max_concurrency: 3,
      lam: 4,
      per_chat_rates: [1, 0.65, 0.5],
      abandonment_rate: 0.3,
      routing: 'least',
      queue_capacity: null,
      p_wait_or_blocked: 0.04700803002205213,
      p_blocked: 0,
      mean_queue: 0.0629934515697849,
      p_abandon: 0.004724508867733868,
      agent_utilization: 0.838568078576716,
    });
  });
  it('go to the agent with the most: 5 agents with 3 chats', () => {
    checkChats({
      id: 'CH07',
      agents: 5,
      max_concurrency: 3,
      lam: 6,
      per_chat_rates: [1, 0.6, 0.45],
      abandonment_rate: 0.5,
      routing: 'most',
      queue_capacity: null,
      p_wait_or_blocked: 0.28100856385416284,
      p_blocked: 0,
      mean_queue: 0.5904586720887726,
      p_abandon: 0.04920488934073105,
      agent_utilization: 0.8833062458843755,
    });
  });
  it('are lost where there is no waiting place', () => {
    checkChats({
      id: 'CH14',
      agents: 5,
      max_concurrency: 3,
      lam: 7,
      per_chat_rates: [1, 0.6, 0.45],
      abandonment_rate: 0,
      routing: 'least',
      queue_capacity: 0,
      p_wait_or_blocked: 0.14115686455456142,
      p_blocked: 0.14115686455456142,
      mean_queue: 0,
      p_abandon: 0,
      agent_utilization: 0.9716366928975612,
    });
  });
  it('of one agent give the chain with rate n f(n)', () => {
    const speed = [1, 0.8, 0.7, 0.5];
    const p = birthAndDeath(
      300,
      () => 1.5,
      (n) => Math.min(n, 4) * (speed[Math.min(n, 4) - 1] as number),
    );
    check(
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
  });
});

describe('priorities', () => {
  it('give Cobham’s waits: M/M/1, two classes', () => {
    // rho 0.7: waits 0.3 ... 0.7 / (1 - 0.3) = 1 and 0.7 / (0.7 0.3) = 10/3 (file priority.json, first case).
    checkPriorities(
      1,
      [
        { arrivals: 0.3, handling: exponential, meanQueue: 0.3, waits: 0.7 },
        { arrivals: 0.4, handling: exponential, meanQueue: 4 / 3, waits: 0.7 },
      ],
      { contacts: 4000 },
    );
  });

  it('give the chain of two classes with unequal handling and patience', () => {
    // File priority.json, mmc_two_class_ctmc: 5 agents, rates 1 and 0.6.
    checkPriorities(5, [
      {
        arrivals: 2,
        handling: exponential,
        patience: 1.25,
        meanQueue: 0.3847412998306511,
        abandons: 0.15389651993226044,
        waits: 0.6465610022186128,
      },
      {
        arrivals: 1.8,
        handling: (unit) => exponential(unit / 0.6),
        patience: 5,
        meanQueue: 1.1804789519747971,
        abandons: 0.13116432799719968,
        waits: 0.6465610022186128,
      },
    ]);
  });

  it('with a reserve give the chain in which deferred work needs more free agents', () => {
    // File priority.json, blend_reservation_ctmc: 6 agents, two reserved.
    checkPriorities(
      6,
      [
        {
          arrivals: 2,
          handling: exponential,
          patience: 2,
          meanQueue: 0.050599581711428324,
          abandons: 0.012649895427857081,
          waits: 0.0991770468199452,
        },
        {
          arrivals: 0.8,
          handling: (unit) => exponential(2 * unit),
          deferred: true,
          meanQueue: 0.8143714909530393,
          waits: 0.5809408342583098,
        },
      ],
      { reserved: 2 },
    );
  });
});

describe('skills', () => {
  it('give the chain of the N design', () => {
    // File skill_routing.json, case SBR01.
    checkSkills({
      id: 'SBR01',
      arrival_rates: [2, 1.5],
      agents: [2, 2],
      service_rates: { 'type1@group1': 1, 'type1@group2': 1, 'type2@group2': 1 },
      abandonment_rates: [0.5, 0.5],
      arrival_preference: { type1: [1, 2], type2: [2] },
      agent_preference: { group1: [1], group2: [2, 1] },
      selection: 'priority',
      result: {
        type1: {
          p_wait: 0.43162171560890705,
          mean_queue: 0.41864785580291364,
          p_abandon: 0.10466196395072841,
        },
        type2: { p_wait: 0.6927354613840535, mean_queue: 0.6271262273018342, p_abandon: 0.20904207576727807 },
        group1_occupancy: 0.6917224158300295,
        group2_occupancy: 0.7968340633937769,
      },
    });
  });

  it('give the chain of the W design', () => {
    // File skill_routing.json, case SBR11.
    checkSkills({
      id: 'SBR11',
      arrival_rates: [1.2, 1.3, 1.1],
      agents: [2, 2],
      service_rates: { 'type1@group1': 1, 'type2@group1': 1, 'type2@group2': 1, 'type3@group2': 1 },
      abandonment_rates: [0.8, 0.8, 0.8],
      arrival_preference: { type1: [1], type2: [1, 2], type3: [2] },
      agent_preference: { group1: [2, 1], group2: [3, 2] },
      selection: 'priority',
      result: {
        type1: { p_wait: 0.6514675923910221, mean_queue: 0.4273381752427902, p_abandon: 0.28489211682852683 },
        type2: {
          p_wait: 0.39375324261575834,
          mean_queue: 0.16103479488486305,
          p_abandon: 0.09909833531376189,
        },
        type3: {
          p_wait: 0.5362888192798188,
          mean_queue: 0.26130092460779364,
          p_abandon: 0.19003703607839537,
        },
        group1_occupancy: 0.7759434522513539,
        group2_occupancy: 0.6841869898541628,
      },
    });
  });
});

describe('escalation', () => {
  it('with feedback gives a Jackson network', () => {
    // Ross, Introduction to Probability Models: two single servers, L = 7 (file jackson.json, case J01).
    checkNetwork(
      {
        id: 'J01',
        external_rates: [4, 5],
        routing: [
          [0, 0.5],
          [0.25, 0],
        ],
        agents: [1, 1],
        mu: [8, 10],
        nodes: [
          { rho: 0.75, p_wait: 0.75, Lq: 2.25, Wq: 0.375 },
          { rho: 0.8, p_wait: 0.8, Lq: 3.2, Wq: 0.4 },
        ],
      },
      4000,
      0.4,
    );
  });

  it('to the same team again gives volume / (1 - share)', () => {
    // File jackson.json, case J02: 20 % are handled once more.
    checkNetwork(
      {
        id: 'J02',
        external_rates: [1],
        routing: [[0.2]],
        agents: [3],
        mu: [0.6],
        nodes: [
          {
            rho: 0.6944444444444445,
            p_wait: 0.4842258584356019,
            Lq: 1.1005133146263684,
            Wq: 0.8804106517010947,
          },
        ],
      },
      3000,
    );
  });

  it('with patience in both tiers gives the chain of the tandem', () => {
    // File jackson.json, case TA02: tier 2 sends a tenth back.
    checkTandem({
      id: 'TA02',
      tier1: { agents: 5, mu: 1, theta: 1 },
      tier2: { agents: 3, mu: 0.5, theta: 0.5 },
      lam: 5,
      p_escalate: 0.3,
      p_tier2_returns_to_tier1: 0.1,
      Lq1: 0.9360326155524681,
      Lq2: 0.4001954427228003,
      occupancy1: 0.8338056932600791,
      occupancy2: 0.700407212352479,
      p_abandon1: 0.18335385229371964,
      p_abandon2: 0.15998749107364357,
    });
  });
});

describe('another department', () => {
  it('with the same handling before and after gives Erlang C under the volume of all visits', () => {
    const share = 0.3;
    const agents = 4;
    const arrivals = 2;
    const exact = succeeded(
      erlangC({
        agents,
        arrivals: perSecond(arrivals / (1 - share)),
        handling: seconds(1),
        target: seconds(0),
      }),
    );
    const { unit, horizon, counted } = scaleFor(arrivals, 5000, 100);
    const input = planOf({
      horizon,
      demand: [steadyDemand('calls', arrivals / unit)],
      teams: [teamOf('team', agents)],
      handling: [{ time: exponential(unit) }],
      departments: [{ id: 'billing', name: 'Billing', turnaround: exponential(5 * unit) }],
      outcomes: [
        {
          next: [{ kind: 'otherDepartment', share, department: 'billing', handlingAfter: exponential(unit) }],
        },
      ],
    });
    const visits = (arrivals * counted) / (1 - share);
    expectExactAnswers(input, [
      inTotal('otherDepartmentContacts', share * visits, 0.05 * visits),
      inScope('teams', 'team', 'offeredContacts', visits, 0.02 * visits),
      inTotal('occupancyFraction', exact.occupancy, 0.015),
      inTotal('waitMeanSeconds', exact.meanWait * unit, 0.15 * exact.meanWait * unit),
      inTotal('queueLengthMeanContacts', exact.meanQueue, 0.15 * exact.meanQueue),
    ]);
  });
});

describe('returns', () => {
  it('make the volume v into v / (1 - q r) where q of those resolved come back and r are resolved', () => {
    const q = 0.4;
    const r = 0.7;
    const arrivals = 3;
    const { unit, horizon, counted } = scaleFor(arrivals, 3000, 100);
    const input = planOf({
      horizon,
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          assistant: { time: exponential(unit), resolvedShare: 1 - r, handedOverShare: r },
        },
      ],
      demand: [steadyDemand('calls', arrivals / unit)],
      teams: [teamOf('team', 8)],
      handling: [{ time: exponential(unit) }],
      returns: [{ share: q, delay: exponential(3 * unit) }],
    });
    const volume = (arrivals * counted) / (1 - q * r);
    expectExactAnswers(input, [
      inTotal('offeredContacts', volume, 0.02 * volume),
      inTotal('returnedContacts', volume * q * r, 0.02 * volume),
      inTotal('resolvedContacts', volume * r, 0.02 * volume),
      inTotal('containedContacts', volume * (1 - r), 0.02 * volume),
      inTotal('firstContactResolutionFraction', 1 - q, 0.02),
    ]);
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
