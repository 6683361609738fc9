// Contacts that move on: networks with feedback, tiers with patience, other departments, returns.
import { exactAnswer } from '../exactAnswer.ts';
import {
  type Network,
  networkExperiment,
  networkGiven,
  networkRecord,
  type TwoTiers,
  tandemExperiment,
  tandemGiven,
  tandemRecord,
} from '../experiments/networks.ts';
import { inScope, inTotal, scaleFor } from '../figures.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../planParts.ts';
import type { SimulationCase, Source } from '../verificationCase.ts';

const jackson: Source = {
  citation: 'J. R. Jackson, Networks of waiting lines, Operations Research 5 (1957)',
};

const networks: readonly (readonly [string, Source, Network, number, number])[] = [
  [
    'network-feedback-two',
    { citation: 'S. Ross, Introduction to probability models', place: 'network of two servers: L = 7' },
    {
      arrivals: [4, 5],
      routing: [
        [0, 0.5],
        [0.25, 0],
      ],
      agents: [1, 1],
      handling: [1 / 8, 1 / 10],
    },
    4000,
    0.4,
  ],
  [
    'network-same-team',
    { ...jackson, place: 'a fifth is handled once more: volume / (1 - share)' },
    { arrivals: [1], routing: [[0.2]], agents: [3], handling: [1 / 0.6] },
    3000,
    0.25,
  ],
  [
    'network-three-tiers',
    { ...jackson, place: 'three tiers, 25 % and 20 % go on, a tenth of tier 3 comes back to tier 2' },
    {
      arrivals: [5, 0, 0],
      routing: [
        [0, 0.25, 0],
        [0, 0, 0.2],
        [0, 0.1, 0],
      ],
      agents: [7, 4, 2],
      handling: [1, 2, 3],
    },
    6000,
    0.4,
  ],
];
const jacksonCases = networks.map(
  ([id, source, network, contacts, widest]): SimulationCase => ({
    kind: 'simulation',
    id,
    topic: 'network',
    source,
    exact: { formula: 'network', given: networkGiven(network) },
    experiment: () => networkExperiment(networkRecord(network), contacts, widest),
  }),
);

const tandems: readonly (readonly [string, TwoTiers])[] = [
  [
    'tiers-patience',
    { arrivals: 3, agents: [3, 2], handling: [1, 2], patience: [2, 4], escalated: 0.25, returned: 0 },
  ],
  [
    'tiers-patience-return',
    { arrivals: 5, agents: [5, 3], handling: [1, 2], patience: [1, 2], escalated: 0.3, returned: 0.1 },
  ],
];
const tandemCases = tandems.map(
  ([id, tiers]): SimulationCase => ({
    kind: 'simulation',
    id,
    topic: 'tiers',
    source: {
      citation: 'Balance equations of the chain of two tiers with patience in both',
      place: 'no product form; the chain is solved directly',
    },
    exact: { formula: 'two-tiers', given: tandemGiven(tiers) },
    experiment: () => tandemExperiment(tandemRecord(tiers)),
  }),
);

const departmentGiven = { agents: 4, contactsPerHour: (2 / 0.7) * 3600, handlingSeconds: 1 };
const otherDepartment: SimulationCase = {
  kind: 'simulation',
  id: 'other-department',
  topic: 'otherDepartment',
  source: { ...jackson, place: 'an unlimited second station; 30 % of the handlings go there and come back' },
  exact: { formula: 'erlang-c', given: departmentGiven },
  experiment: () => {
    const share = 0.3;
    const arrivals = 2;
    const exact = exactAnswer('erlang-c', departmentGiven);
    const { unit, horizon, counted } = scaleFor(arrivals, 5000, 100);
    const plan = planOf({
      horizon,
      demand: [steadyDemand('calls', arrivals / unit)],
      teams: [teamOf('team', departmentGiven.agents)],
      handling: [{ time: exponential(unit) }],
      departments: [{ id: 'billing', name: 'Billing', turnaround: exponential(5 * unit) }],
      outcomes: [
        {
          next: [{ kind: 'otherDepartment', share, department: 'billing', handlingAfter: exponential(unit) }],
        },
      ],
    });
    const visits = (arrivals * counted) / (1 - share);
    const wait = exact.number('meanWaitSeconds') * unit;
    const queue = exact.number('meanQueue');
    return {
      plan,
      replications: 20,
      figures: [
        inTotal('otherDepartmentContacts', share * visits, 0.05 * visits),
        inScope('teams', 'team', 'offeredContacts', visits, 0.02 * visits),
        inTotal('occupancyFraction', exact.number('occupancy'), 0.015),
        inTotal('waitMeanSeconds', wait, 0.15 * wait),
        inTotal('queueLengthMeanContacts', queue, 0.15 * queue),
      ],
    };
  },
};

const returns: SimulationCase = {
  kind: 'simulation',
  id: 'returns',
  topic: 'returns',
  source: {
    citation: 'Geometric series of the generations of a contact',
    place:
      'volume / (1 - q r): of the contacts r are resolved by a person, of those q come back; r = 0.7, q = 0.4',
  },
  experiment: () => {
    const q = 0.4;
    const r = 0.7;
    const arrivals = 3;
    const { unit, horizon, counted } = scaleFor(arrivals, 3000, 100);
    const plan = planOf({
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
    return {
      plan,
      replications: 20,
      figures: [
        inTotal('offeredContacts', volume, 0.02 * volume),
        inTotal('returnedContacts', volume * q * r, 0.02 * volume),
        inTotal('resolvedContacts', volume * r, 0.02 * volume),
        inTotal('containedContacts', volume * (1 - r), 0.02 * volume),
        inTotal('firstContactResolutionFraction', 1 - q, 0.02),
      ],
    };
  },
};

export const networkCases: readonly SimulationCase[] = [
  ...jacksonCases,
  ...tandemCases,
  otherDepartment,
  returns,
];
