// Models in the catalogue of what changes with time: days, weeks, backlogs.
import { fraction, perSecond, seconds } from '../units/quantities.ts';
import { ok } from '../units/result.ts';
import { burnDown } from './burnDown.ts';
import { deferredWork } from './deferredWork.ts';
import type { Inputs, Model } from './model.ts';
import {
  choice,
  fromNoSeconds,
  type InputField,
  lawOf,
  listOf,
  meanSeconds,
  optional,
  out,
  outList,
  promisedShare,
  whole,
} from './modelFields.ts';
import {
  column,
  lawIn,
  numberIn,
  numberOr,
  numbersIn,
  patienceIn,
  secondsIn,
  targetIn,
} from './modelInputs.ts';
import { modifiedLoad } from './modifiedLoad.ts';
import { offeredLoadProfile } from './offeredLoad.ts';
import { periodStaffing, planningRates } from './periodStaffing.ts';
import { timeVaryingQueue } from './timeVaryingQueue.ts';

const contactCount: InputField = { unit: 'contacts', shape: 'number', range: { least: 0, most: 1e12 } };
const intervalInputs = { intervalSeconds: meanSeconds, contacts: listOf(contactCount) } as const;
const staffedInputs = {
  ...intervalInputs,
  agents: listOf(whole(0, 10_000)),
  handlingSeconds: meanSeconds,
} as const;
const clock = optional(choice('wall', 'open'));
const intervalFields = { intervals: 'contacts' } as const;

/** The intervals; a list of agents that is too short is noticed by the range of what is missing. */
function intervalsIn(inputs: Inputs) {
  const length = secondsIn(inputs, 'intervalSeconds');
  const agents = numbersIn(inputs, 'agents');
  return numbersIn(inputs, 'contacts').map((count, k) => ({
    length,
    arrivals: perSecond(count / length),
    agents: agents[k] ?? Number.NaN,
  }));
}

const clockIn = (inputs: Inputs): 'wall' | 'open' => (inputs['clock'] === 'open' ? 'open' : 'wall');

const day: Model = {
  name: 'day',
  kind: 'exact',
  equallyLong: ['contacts', 'agents'],
  inputs: {
    ...staffedInputs,
    patienceSeconds: optional(meanSeconds),
    targetSeconds: optional(fromNoSeconds),
    clock,
    shiftEnd: optional(choice('finish', 'handBack')),
    start: optional(choice('empty', 'repeating')),
  },
  outputs: {
    contacts: outList('contacts'),
    pWait: outList('share'),
    pAbandon: outList('share'),
    serviceLevel: outList('share', 'targetSeconds'),
    meanQueue: outList('contacts'),
    occupancy: outList('share'),
    meanOvertimeAgents: outList('count'),
    presentAtEnd: outList('contacts'),
    serviceLevelInAll: out('share', 'targetSeconds'),
    pAbandonInAll: out('share'),
    meanWaitSeconds: out('seconds'),
  },
  fieldOf: intervalFields,
  example: {
    given: {
      intervalSeconds: 1800,
      contacts: [40, 60],
      agents: [9, 13],
      handlingSeconds: 300,
      patienceSeconds: 180,
      targetSeconds: 20,
    },
    gives: { pWait: [0.13996593448494546, 0.15272672080166] },
  },
  calculate: (inputs) => {
    const within = targetIn(inputs);
    const outcome = timeVaryingQueue({
      intervals: intervalsIn(inputs),
      handling: secondsIn(inputs, 'handlingSeconds'),
      patience: patienceIn(inputs),
      target: inputs['targetSeconds'] === undefined ? undefined : { within, clock: clockIn(inputs) },
      shiftEnd: inputs['shiftEnd'] === 'handBack' ? 'handBack' : 'finish',
      start: inputs['start'] === 'repeating' ? 'repeating' : 0,
    });
    if (!outcome.ok) return outcome;
    const rows = outcome.value;
    const sum = (of: (row: (typeof rows)[number]) => number): number =>
      rows.reduce((all, row) => all + of(row), 0);
    const all = sum((row) => row.arrivals);
    return ok({
      contacts: column(rows, (row) => row.arrivals),
      pWait: column(rows, (row) => row.waitProbability),
      pAbandon: column(rows, (row) => row.abandoned / row.arrivals),
      serviceLevel: column(rows, (row) => row.serviceLevel),
      meanQueue: column(rows, (row) => row.meanQueue),
      occupancy: column(rows, (row) => row.occupancy),
      meanOvertimeAgents: column(rows, (row) => row.meanOvertime),
      presentAtEnd: column(rows, (row) => row.presentAtEnd),
      serviceLevelInAll: sum((row) => row.inTime) / all,
      pAbandonInAll: sum((row) => row.abandoned) / all,
      meanWaitSeconds: (sum((row) => row.meanQueue) * numberIn(inputs, 'intervalSeconds')) / all,
    });
  },
};

const load: Model = {
  name: 'offered-load',
  kind: 'exact',
  inputs: { ...intervalInputs, handling: lawOf },
  outputs: { loadAtEndErlangs: outList('erlangs'), loadErlangs: outList('erlangs') },
  fieldOf: { ...intervalFields, handling: 'handling' },
  example: {
    given: { intervalSeconds: 1800, contacts: [40, 60], handling: { law: 'exponential', meanSeconds: 180 } },
    gives: {
      loadAtEndErlangs: [3.99981840028095, 5.999909191895861],
      loadErlangs: [3.600018159971905, 5.799990920838509],
    },
  },
  calculate: (inputs) => {
    const loads = offeredLoadProfile(intervalsIn(inputs), lawIn(inputs, 'handling'));
    return ok({
      loadAtEndErlangs: column(loads, (one) => one.atEnd),
      loadErlangs: column(loads, (one) => one.mean),
    });
  },
};

const modified: Model = {
  name: 'modified-load',
  kind: 'approximation',
  equallyLong: ['contacts', 'agents'],
  inputs: {
    ...intervalInputs,
    agents: listOf(whole(1, 1_000_000)),
    handlingSeconds: meanSeconds,
    patienceSeconds: optional(meanSeconds),
    targetSeconds: optional(fromNoSeconds),
  },
  outputs: {
    loadErlangs: outList('erlangs'),
    pWait: outList('share'),
    pAbandon: outList('share'),
    serviceLevel: outList('share', 'targetSeconds'),
    meanWaitSeconds: outList('seconds'),
    occupancy: outList('share'),
  },
  fieldOf: intervalFields,
  example: {
    given: {
      intervalSeconds: 1800,
      contacts: [40, 60],
      agents: [9, 13],
      handlingSeconds: 180,
      targetSeconds: 20,
    },
    gives: { loadErlangs: [3.600018159971905, 5.799990920838509] },
  },
  calculate: (inputs) => {
    const outcome = modifiedLoad({
      intervals: intervalsIn(inputs),
      handling: secondsIn(inputs, 'handlingSeconds'),
      patience: patienceIn(inputs),
      target: targetIn(inputs),
    });
    if (!outcome.ok) return outcome;
    return ok({
      loadErlangs: column(outcome.value, (one) => one.load),
      pWait: column(outcome.value, (one) => one.waitProbability),
      pAbandon: column(outcome.value, (one) => one.abandonment),
      serviceLevel: column(outcome.value, (one) => one.serviceLevel),
      meanWaitSeconds: column(outcome.value, (one) => one.meanWait),
      occupancy: column(outcome.value, (one) => one.occupancy),
    });
  },
};

const staffing: Model = {
  name: 'period-staffing',
  kind: 'approximation',
  inputs: {
    ...intervalInputs,
    periodSeconds: meanSeconds,
    lagSeconds: optional(fromNoSeconds),
    rateOfPeriod: optional(choice('average', 'most')),
    handlingSeconds: meanSeconds,
    mostWaiting: promisedShare,
  },
  outputs: { planningContactsPerHour: outList('contactsPerHour'), agents: outList('count') },
  fieldOf: { rates: 'contacts' },
  example: {
    given: {
      intervalSeconds: 1800,
      contacts: [32, 32],
      periodSeconds: 1800,
      handlingSeconds: 1800,
      mostWaiting: 0.1,
    },
    gives: { planningContactsPerHour: [64, 64], agents: [41, 41] },
  },
  calculate: (inputs) => {
    const handling = secondsIn(inputs, 'handlingSeconds');
    const rates = planningRates(intervalsIn(inputs), {
      period: secondsIn(inputs, 'periodSeconds'),
      lag: seconds(numberOr(inputs, 'lagSeconds', 0)),
      by: inputs['rateOfPeriod'] === 'most' ? 'most' : 'average',
    });
    const staff = periodStaffing(rates, handling, fraction(numberIn(inputs, 'mostWaiting')));
    if (!staff.ok) return staff;
    return ok({ planningContactsPerHour: rates.map((rate) => rate * 3600), agents: staff.value });
  },
};

const deferred: Model = {
  name: 'deferred-work',
  kind: 'approximation',
  equallyLong: ['contacts', 'agents'],
  inputs: { ...staffedInputs, targetSeconds: fromNoSeconds, clock },
  outputs: {
    occupancy: out('share'),
    serviceLevel: out('share'),
    meanWaitSeconds: out('seconds'),
    meanBacklog: out('contacts'),
    backlogAtEnd: outList('contacts'),
    leastStaff: out('ratio'),
    leastAgents: outList('count'),
  },
  fieldOf: { ...intervalFields, promise: 'targetSeconds' },
  example: {
    given: {
      intervalSeconds: 43200,
      contacts: [96, 0],
      agents: [0, 4],
      handlingSeconds: 1800,
      targetSeconds: 86400,
    },
    gives: { occupancy: 1, backlogAtEnd: [96, 0], leastStaff: 1, leastAgents: [0, 4] },
  },
  calculate: (inputs) => {
    const outcome = deferredWork({
      intervals: intervalsIn(inputs),
      handling: secondsIn(inputs, 'handlingSeconds'),
      promise: { within: secondsIn(inputs, 'targetSeconds'), clock: clockIn(inputs) },
    });
    if (!outcome.ok) return outcome;
    const { meanWait, ...rest } = outcome.value;
    return ok({ ...rest, meanWaitSeconds: meanWait });
  },
};

const backlog: Model = {
  name: 'backlog',
  kind: 'exact',
  equallyLong: ['contacts', 'capacity'],
  inputs: { backlog: contactCount, contacts: listOf(contactCount), capacity: listOf(contactCount) },
  outputs: { done: outList('contacts'), backlogAtEnd: outList('contacts') },
  example: {
    given: { backlog: 50, contacts: [0, 0, 0], capacity: [20, 20, 20] },
    gives: { done: [20, 20, 10], backlogAtEnd: [30, 10, 0] },
  },
  calculate: (inputs) => {
    const capacity = numbersIn(inputs, 'capacity');
    const periods = numbersIn(inputs, 'contacts').map((arrivals, k) => ({
      arrivals,
      capacity: capacity[k] ?? 0,
    }));
    const rows = burnDown(numberIn(inputs, 'backlog'), periods);
    return ok({
      done: column(rows, (row) => row.done),
      backlogAtEnd: column(rows, (row) => row.backlogAtEnd),
    });
  },
};

export const modelsOfTime: readonly Model[] = [day, load, modified, staffing, deferred, backlog];
