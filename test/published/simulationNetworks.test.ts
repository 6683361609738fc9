import { describe, it } from 'vitest';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from '../queueing/near.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import { expectExactAnswers, inScope, inTotal, scaleFor } from '../support/steadyState.ts';
import { checkNetwork, checkPriorities, checkSkills, checkTandem } from './simulationNetworkCases.ts';

// Where a comment names a file, the case is a copy of one record of the validation folder; the long run takes them all
// (simulationRecords.long.test.ts).

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
