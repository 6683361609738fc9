// Models in the catalogue of organisations with several teams: skills, tiers, networks.
import { fraction, seconds } from '../units/quantities.ts';
import { ok } from '../units/result.ts';
import { jacksonNetwork } from './jacksonNetwork.ts';
import type { Model } from './model.ts';
import {
  agents,
  choice,
  contactsPerHour,
  fromNoSeconds,
  type InputField,
  listOf,
  meanSeconds,
  optional,
  orNull,
  out,
  outList,
  share,
  tableOf,
  whole,
} from './modelFields.ts';
import { arrivalsIn, column, numberIn, numbersIn, ratePerSecond, tableIn } from './modelInputs.ts';
import { skillRouting } from './skillRouting.ts';
import { twoTiers } from './tierChain.ts';

const flow: InputField = { unit: 'contactsPerHour', shape: 'number', range: { least: 0, most: 3.6e9 } };
const order: InputField = whole(1, 10);

const skills: Model = {
  name: 'skills',
  kind: 'exact',
  equallyLong: ['contactsPerHour', 'patienceSeconds', 'handlingSeconds', 'groupsOfKind', 'keptFree'],
  inputs: {
    contactsPerHour: listOf(contactsPerHour),
    patienceSeconds: optional(orNull(listOf(meanSeconds))),
    agents: listOf(whole(1, 1000)),
    handlingSeconds: orNull(tableOf(meanSeconds)),
    groupsOfKind: tableOf(order),
    kindsOfGroup: tableOf(order),
    choice: optional(choice('byOrder', 'longestQueue')),
    keptFree: optional(listOf(whole(0, 1000))),
  },
  outputs: {
    pWait: outList('share'),
    pAbandon: outList('share'),
    meanWaitSeconds: outList('seconds'),
    meanQueue: outList('contacts'),
    servedByGroup: { unit: 'share', shape: 'table' },
    occupancy: outList('share'),
  },
  fieldOf: {
    leaving: 'patienceSeconds',
    rates: 'handlingSeconds',
    groupsOf: 'groupsOfKind',
    kindsOf: 'kindsOfGroup',
    keptFree: 'keptFree',
  },
  example: {
    given: {
      contactsPerHour: [7200, 5400],
      patienceSeconds: [2, 2],
      agents: [2, 2],
      handlingSeconds: [
        [1, 1],
        [null, 1],
      ],
      groupsOfKind: [[1, 2], [2]],
      kindsOfGroup: [[1], [2, 1]],
    },
    gives: {
      pWait: [0.43162171560890705, 0.6927354613840535],
      occupancy: [0.6917224158300295, 0.7968340633937769],
    },
  },
  calculate: (inputs) => {
    const rates = numbersIn(inputs, 'contactsPerHour');
    const patience = numbersIn(inputs, 'patienceSeconds') as readonly (number | null)[];
    const speed = (time: number | null): number => (time === null ? 0 : 1 / time);
    const places = (table: readonly (readonly number[])[]): number[][] =>
      table.map((row) => row.map((one) => one - 1));
    const outcome = skillRouting({
      arrivals: rates.map(ratePerSecond),
      leaving: inputs['patienceSeconds'] === undefined ? rates.map(() => 0) : patience.map(speed),
      agents: numbersIn(inputs, 'agents'),
      rates: tableIn(inputs, 'handlingSeconds').map((row) => row.map(speed)),
      groupsOf: places(tableIn(inputs, 'groupsOfKind')),
      kindsOf: places(tableIn(inputs, 'kindsOfGroup')),
      choice: inputs['choice'] === 'longestQueue' ? 'longestQueue' : 'byOrder',
      keptFree: inputs['keptFree'] === undefined ? rates.map(() => 0) : numbersIn(inputs, 'keptFree'),
    });
    if (!outcome.ok) return outcome;
    const { kinds, occupancy } = outcome.value;
    return ok({
      pWait: column(kinds, (one) => one.waitProbability),
      pAbandon: column(kinds, (one) => one.abandonment),
      meanWaitSeconds: column(kinds, (one) => one.meanWait),
      meanQueue: column(kinds, (one) => one.meanQueue),
      servedByGroup: column(kinds, (one) => one.servedBy),
      occupancy,
    });
  },
};

const network: Model = {
  name: 'network',
  kind: 'exact',
  equallyLong: ['agents', 'handlingSeconds', 'contactsPerHour', 'routing', 'targetSeconds'],
  inputs: {
    agents: listOf(agents),
    handlingSeconds: listOf(meanSeconds),
    contactsPerHour: listOf(flow),
    routing: tableOf(share),
    targetSeconds: optional(listOf(fromNoSeconds)),
  },
  outputs: {
    flowPerHour: outList('contactsPerHour'),
    occupancy: outList('share'),
    pWait: outList('share'),
    serviceLevel: outList('share', 'targetSeconds'),
    meanWaitSeconds: outList('seconds'),
    meanQueue: outList('contacts'),
    meanTimeSeconds: out('seconds'),
  },
  fieldOf: { nodes: 'agents', routing: 'routing' },
  example: {
    given: {
      agents: [1, 1],
      handlingSeconds: [0.125, 0.1],
      contactsPerHour: [14400, 18000],
      routing: [
        [0, 0.5],
        [0.25, 0],
      ],
    },
    gives: { flowPerHour: [21600, 28800], meanTimeSeconds: 0.7777777777777778 },
  },
  calculate: (inputs) => {
    const handling = numbersIn(inputs, 'handlingSeconds');
    const flows = numbersIn(inputs, 'contactsPerHour');
    const targets = numbersIn(inputs, 'targetSeconds');
    const outcome = jacksonNetwork({
      nodes: numbersIn(inputs, 'agents').map((count, k) => ({
        agents: count,
        handling: seconds(handling[k] ?? Number.NaN),
        externalArrivals: ratePerSecond(flows[k] ?? Number.NaN),
        target: seconds(targets[k] ?? 0),
      })),
      routing: tableIn(inputs, 'routing'),
    });
    if (!outcome.ok) return outcome;
    const { nodes, meanSojourn } = outcome.value;
    return ok({
      flowPerHour: column(nodes, (one) => one.arrivals * 3600),
      occupancy: column(nodes, (one) => one.occupancy),
      pWait: column(nodes, (one) => one.waitProbability),
      serviceLevel: column(nodes, (one) => one.serviceLevel),
      meanWaitSeconds: column(nodes, (one) => one.meanWait),
      meanQueue: column(nodes, (one) => one.meanQueue),
      meanTimeSeconds: meanSojourn,
    });
  },
};

const tiers: Model = {
  name: 'two-tiers',
  kind: 'exact',
  equallyLong: ['agents', 'handlingSeconds', 'patienceSeconds'],
  inputs: {
    contactsPerHour,
    agents: listOf(whole(1, 200)),
    handlingSeconds: listOf(meanSeconds),
    patienceSeconds: listOf(meanSeconds),
    escalated: share,
    returned: share,
  },
  outputs: {
    flowPerHour: outList('contactsPerHour'),
    occupancy: outList('share'),
    allBusy: outList('share'),
    pAbandon: outList('share'),
    meanWaitSeconds: outList('seconds'),
    meanQueue: outList('contacts'),
  },
  fieldOf: { first: 'agents', second: 'agents', escalated: 'escalated', returned: 'returned' },
  example: {
    given: {
      contactsPerHour: 10800,
      agents: [3, 2],
      handlingSeconds: [1, 2],
      patienceSeconds: [2, 4],
      escalated: 0.25,
      returned: 0,
    },
    gives: {
      pAbandon: [0.18726765291964184, 0.10027106528738501],
      meanQueue: [1.123605917517851, 0.24448061470579271],
    },
  },
  calculate: (inputs) => {
    const tier = (k: number) => ({
      agents: numbersIn(inputs, 'agents')[k] ?? Number.NaN,
      handling: seconds(numbersIn(inputs, 'handlingSeconds')[k] ?? Number.NaN),
      patience: seconds(numbersIn(inputs, 'patienceSeconds')[k] ?? Number.NaN),
    });
    const outcome = twoTiers({
      arrivals: arrivalsIn(inputs),
      first: tier(0),
      second: tier(1),
      escalated: fraction(numberIn(inputs, 'escalated')),
      returned: fraction(numberIn(inputs, 'returned')),
    });
    if (!outcome.ok) return outcome;
    return ok({
      flowPerHour: column(outcome.value, (one) => one.arrivals * 3600),
      occupancy: column(outcome.value, (one) => one.occupancy),
      allBusy: column(outcome.value, (one) => one.allBusy),
      pAbandon: column(outcome.value, (one) => one.abandonment),
      meanWaitSeconds: column(outcome.value, (one) => one.meanWait),
      meanQueue: column(outcome.value, (one) => one.meanQueue),
    });
  },
};

export const modelsOfDesigns: readonly Model[] = [skills, network, tiers];
