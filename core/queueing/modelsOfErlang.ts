// The classical models in the catalogue: Erlang B, C and A, and limited lines.
import { type Fault, fault } from '../units/fault.ts';
import { erlangs, type PerSecond, perSecond, type Seconds, seconds } from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { erlangA } from './erlangA.ts';
import { erlangB } from './erlangB.ts';
import { erlangC } from './erlangC.ts';
import { finiteQueue } from './finiteQueue.ts';
import type { Inputs, Model } from './model.ts';
import {
  agents,
  contactsPerHour,
  fromNoSeconds,
  meanSeconds,
  offeredErlangs,
  optional,
  out,
  whole,
} from './modelFields.ts';
import { arrivalsIn, numberIn, numberOr, patienceIn, secondsIn, targetIn } from './modelInputs.ts';

/** Agents and load, each in one of its two spellings: `servers` and `offeredErlangs`, or agents and contacts. */
const team = {
  agents: optional(agents),
  servers: optional(agents),
  contactsPerHour: optional(contactsPerHour),
  handlingSeconds: optional(meanSeconds),
  offeredErlangs: optional(offeredErlangs),
} as const;

interface Team {
  readonly agents: number;
  readonly arrivals: PerSecond;
  readonly handling: Seconds;
}

/** The team; where only the load is given, handling counts as 1 s if `timeless` measures are all that is asked for. */
function teamIn(inputs: Inputs, timeless: boolean): Result<Team, readonly Fault[]> {
  const missing = (field: string): Fault => fault('missingField', [field], { field });
  const faults: Fault[] = [];
  const both = (one: string, other: string): boolean =>
    inputs[one] !== undefined && inputs[other] !== undefined;
  if (both('agents', 'servers')) faults.push(fault('givenTwice', ['servers'], { field: 'agents' }));
  const agentCount = numberOr(inputs, 'agents', numberOr(inputs, 'servers', undefined));
  if (agentCount === undefined) faults.push(missing('agents'));

  const rate = numberOr(inputs, 'contactsPerHour', undefined);
  const time = numberOr(inputs, 'handlingSeconds', undefined);
  const load = numberOr(inputs, 'offeredErlangs', undefined);
  if (load === undefined) {
    if (rate === undefined) faults.push(missing('contactsPerHour'));
    if (time === undefined) faults.push(missing('handlingSeconds'));
  } else if (rate !== undefined && time !== undefined) {
    faults.push(fault('givenTwice', ['offeredErlangs'], { field: 'contactsPerHour' }));
  } else if (rate === undefined && time === undefined && !timeless) faults.push(missing('handlingSeconds'));
  if (faults.length > 0) return failed(faults);
  const handling = time ?? (rate === undefined ? 1 : ((load ?? 0) * 3600) / rate);
  const arrivals = rate === undefined ? (load ?? 0) / handling : rate / 3600;
  return ok({ agents: agentCount ?? 0, arrivals: perSecond(arrivals), handling: seconds(handling) });
}

const erlangBModel: Model = {
  name: 'erlang-b',
  kind: 'exact',
  inputs: team,
  outputs: { blocking: out('share'), carriedErlangs: out('erlangs'), occupancy: out('share') },
  example: { given: { servers: 25, offeredErlangs: 20 }, gives: { blocking: 0.050221777890794614 } },
  calculate: (inputs) => {
    const given = teamIn(inputs, true);
    if (!given.ok) return given;
    const load = numberOr(inputs, 'offeredErlangs', given.value.arrivals * given.value.handling);
    const outcome = erlangB(given.value.agents, erlangs(load));
    if (!outcome.ok) return outcome;
    const { blocking, carried, occupancy } = outcome.value;
    return ok({ blocking, carriedErlangs: carried, occupancy });
  },
};

const erlangCModel: Model = {
  name: 'erlang-c',
  kind: 'exact',
  inputs: { ...team, targetSeconds: optional(fromNoSeconds) },
  outputs: {
    isStable: out('yesNo'),
    loadErlangs: out('erlangs'),
    pWait: out('share'),
    serviceLevel: out('share', 'targetSeconds'),
    meanWaitSeconds: out('seconds'),
    meanWaitDelayedSeconds: out('seconds'),
    occupancy: out('share'),
    meanQueue: out('contacts'),
  },
  example: {
    given: { agents: 25, contactsPerHour: 400, handlingSeconds: 180, targetSeconds: 20 },
    gives: { pWait: 0.2091028265988366, occupancy: 0.8, loadErlangs: 20 },
  },
  calculate: (inputs) => {
    const isTimeless = inputs['targetSeconds'] === undefined;
    const given = teamIn(inputs, isTimeless);
    if (!given.ok) return given;
    const outcome = erlangC({ ...given.value, target: targetIn(inputs) });
    if (!outcome.ok) return outcome;
    const o = outcome.value;
    const hasTime = inputs['handlingSeconds'] !== undefined || inputs['contactsPerHour'] !== undefined;
    return ok({
      isStable: o.isStable,
      loadErlangs: o.load,
      pWait: o.waitProbability,
      serviceLevel: o.serviceLevel,
      meanWaitSeconds: hasTime ? o.meanWait : null,
      meanWaitDelayedSeconds: hasTime ? o.meanWaitOfDelayed : null,
      occupancy: o.occupancy,
      meanQueue: o.meanQueue,
    });
  },
};

const erlangAModel: Model = {
  name: 'erlang-a',
  kind: 'exact',
  inputs: { ...team, patienceSeconds: meanSeconds, targetSeconds: optional(fromNoSeconds) },
  outputs: {
    loadErlangs: out('erlangs'),
    pWait: out('share'),
    pAbandon: out('share'),
    serviceLevel: out('share', 'targetSeconds'),
    serviceLevelOfAnswered: out('share', 'targetSeconds'),
    serviceLevelWithoutShortAbandons: out('share', 'targetSeconds'),
    serviceLevelShortAbandonsMet: out('share', 'targetSeconds'),
    pAbandonInTime: out('share', 'targetSeconds'),
    meanWaitSeconds: out('seconds'),
    meanWaitServedSeconds: out('seconds'),
    meanWaitAbandonedSeconds: out('seconds'),
    meanWaitDelayedSeconds: out('seconds'),
    occupancy: out('share'),
    meanQueue: out('contacts'),
  },
  example: {
    given: {
      agents: 25,
      contactsPerHour: 400,
      handlingSeconds: 180,
      patienceSeconds: 120,
      targetSeconds: 20,
    },
    gives: { pWait: 0.14571742876491914, pAbandon: 0.020035916161305664, serviceLevel: 0.9394741357180947 },
  },
  calculate: (inputs) => {
    const given = teamIn(inputs, false);
    if (!given.ok) return given;
    const patience = secondsIn(inputs, 'patienceSeconds');
    const outcome = erlangA({ ...given.value, patience, target: targetIn(inputs) });
    if (!outcome.ok) return outcome;
    const o = outcome.value;
    return ok({
      loadErlangs: o.load,
      pWait: o.waitProbability,
      pAbandon: o.abandonment,
      serviceLevel: o.serviceLevels.ofOffered,
      serviceLevelOfAnswered: o.serviceLevels.ofAnswered,
      serviceLevelWithoutShortAbandons: o.serviceLevels.withoutShortAbandons,
      serviceLevelShortAbandonsMet: o.serviceLevels.shortAbandonsMet,
      pAbandonInTime: o.abandonmentInTime,
      meanWaitSeconds: o.meanWait,
      meanWaitServedSeconds: o.meanWaitOfServed,
      meanWaitAbandonedSeconds: o.meanWaitOfAbandoned,
      meanWaitDelayedSeconds: o.meanWaitOfDelayed,
      occupancy: o.occupancy,
      meanQueue: o.meanQueue,
    });
  },
};

const finiteLines: Model = {
  name: 'finite-lines',
  kind: 'exact',
  inputs: {
    agents,
    lines: whole(1, 1_000_000),
    contactsPerHour,
    handlingSeconds: meanSeconds,
    patienceSeconds: optional(meanSeconds),
    targetSeconds: optional(fromNoSeconds),
  },
  outputs: {
    loadErlangs: out('erlangs'),
    blocking: out('share'),
    pWait: out('share'),
    pAbandon: out('share'),
    serviceLevel: out('share', 'targetSeconds'),
    meanWaitEnteredSeconds: out('seconds'),
    occupancy: out('share'),
    meanQueue: out('contacts'),
  },
  example: {
    given: {
      agents: 3,
      lines: 5,
      contactsPerHour: 60,
      handlingSeconds: 180,
      patienceSeconds: 60,
      targetSeconds: 20,
    },
    gives: { blocking: 0.046875, pWait: 0.421875, pAbandon: 0.234375 },
  },
  calculate: (inputs) => {
    const outcome = finiteQueue({
      agents: numberIn(inputs, 'agents'),
      lines: numberIn(inputs, 'lines'),
      arrivals: arrivalsIn(inputs),
      handling: secondsIn(inputs, 'handlingSeconds'),
      patience: patienceIn(inputs),
      target: targetIn(inputs),
    });
    if (!outcome.ok) return outcome;
    const o = outcome.value;
    return ok({
      loadErlangs: o.load,
      blocking: o.blocking,
      pWait: o.waitProbability,
      pAbandon: o.abandonment,
      serviceLevel: o.serviceLevel,
      meanWaitEnteredSeconds: o.meanWaitOfEntered,
      occupancy: o.occupancy,
      meanQueue: o.meanQueue,
    });
  },
};

export const modelsOfErlang: readonly Model[] = [erlangBModel, erlangCModel, erlangAModel, finiteLines];
