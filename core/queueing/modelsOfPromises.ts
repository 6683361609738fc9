// The questions the other way round in the catalogue: what keeps a promise, with Erlang B, C and A.
import { type Fault, fault } from '../units/fault.ts';
import { erlangs, type Fraction, fraction, type Seconds } from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { fewestLines, largestLoad } from './erlangB.ts';
import { agentsFor, longestHandling, mostArrivals, type Promises } from './erlangPromises.ts';
import type { Inputs, Model } from './model.ts';
import {
  agents,
  contactsPerHour,
  fromNoSeconds,
  meanSeconds,
  offeredErlangs,
  optional,
  out,
  promisedShare,
} from './modelFields.ts';
import { arrivalsIn, numberIn, patienceIn, secondsIn, targetIn } from './modelInputs.ts';

const linesFor: Model = {
  name: 'lines-for',
  kind: 'exact',
  inputs: { offeredErlangs, mostBlocking: promisedShare },
  outputs: { servers: out('count') },
  example: { given: { offeredErlangs: 20, mostBlocking: 0.01 }, gives: { servers: 30 } },
  calculate: (inputs) => {
    const lines = fewestLines(
      erlangs(numberIn(inputs, 'offeredErlangs')),
      fraction(numberIn(inputs, 'mostBlocking')),
    );
    return lines.ok ? ok({ servers: lines.value }) : lines;
  },
};

const loadFor: Model = {
  name: 'load-for',
  kind: 'exact',
  inputs: { servers: agents, mostBlocking: promisedShare },
  outputs: { offeredErlangs: out('erlangs') },
  example: { given: { servers: 1, mostBlocking: 0.5 }, gives: { offeredErlangs: 1 } },
  calculate: (inputs) => {
    const load = largestLoad(numberIn(inputs, 'servers'), fraction(numberIn(inputs, 'mostBlocking')));
    return load.ok ? ok({ offeredErlangs: load.value }) : load;
  },
};

const promised = {
  targetSeconds: optional(fromNoSeconds),
  leastServiceLevel: optional(promisedShare),
  mostWaiting: optional(promisedShare),
  mostAbandonment: optional(promisedShare),
  mostMeanWaitSeconds: optional(meanSeconds),
  mostOccupancy: optional(promisedShare),
} as const;

const promiseFields = { promises: 'leastServiceLevel' } as const;

function promisesIn(inputs: Inputs): Result<Promises, readonly Fault[]> {
  if (inputs['leastServiceLevel'] !== undefined && inputs['targetSeconds'] === undefined) {
    return failed([fault('missingField', ['targetSeconds'], { field: 'targetSeconds' })]);
  }
  const shareOf = (name: string): Fraction | undefined => inputs[name] as Fraction | undefined;
  return ok({
    leastServiceLevel: shareOf('leastServiceLevel'),
    mostWaiting: shareOf('mostWaiting'),
    mostAbandonment: shareOf('mostAbandonment'),
    mostMeanWait: inputs['mostMeanWaitSeconds'] as Seconds | undefined,
    mostOccupancy: shareOf('mostOccupancy'),
  });
}

const agentsForModel: Model = {
  name: 'agents-for',
  kind: 'exact',
  inputs: {
    contactsPerHour,
    handlingSeconds: meanSeconds,
    patienceSeconds: optional(meanSeconds),
    ...promised,
  },
  outputs: { agents: out('count') },
  fieldOf: promiseFields,
  example: {
    given: {
      contactsPerHour: 200,
      handlingSeconds: 180,
      patienceSeconds: 180,
      targetSeconds: 20,
      leastServiceLevel: 0.8,
    },
    gives: { agents: 12 },
  },
  calculate: (inputs) => {
    const promises = promisesIn(inputs);
    if (!promises.ok) return promises;
    const handling = secondsIn(inputs, 'handlingSeconds');
    const queue = {
      arrivals: arrivalsIn(inputs),
      handling,
      patience: patienceIn(inputs),
      target: targetIn(inputs),
    };
    const found = agentsFor(queue, promises.value);
    return found.ok ? ok({ agents: found.value }) : found;
  },
};

const volumeFor: Model = {
  name: 'volume-for',
  kind: 'exact',
  inputs: { agents, handlingSeconds: meanSeconds, patienceSeconds: optional(meanSeconds), ...promised },
  outputs: { contactsPerHour: out('contactsPerHour') },
  fieldOf: promiseFields,
  example: {
    given: { agents: 14, handlingSeconds: 180, targetSeconds: 20, leastServiceLevel: 0.8 },
    gives: { contactsPerHour: 217.36982711911367 },
  },
  calculate: (inputs) => {
    const promises = promisesIn(inputs);
    if (!promises.ok) return promises;
    const handling = secondsIn(inputs, 'handlingSeconds');
    const queue = {
      agents: numberIn(inputs, 'agents'),
      handling,
      patience: patienceIn(inputs),
      target: targetIn(inputs),
    };
    const found = mostArrivals(queue, promises.value);
    return found.ok ? ok({ contactsPerHour: found.value * 3600 }) : found;
  },
};

const handlingFor: Model = {
  name: 'handling-for',
  kind: 'exact',
  inputs: { agents, contactsPerHour, patienceSeconds: optional(meanSeconds), ...promised },
  outputs: { handlingSeconds: out('seconds') },
  fieldOf: promiseFields,
  example: {
    given: { agents: 14, contactsPerHour: 200, targetSeconds: 20, leastServiceLevel: 0.8 },
    gives: { handlingSeconds: 194.86430534198612 },
  },
  calculate: (inputs) => {
    const promises = promisesIn(inputs);
    if (!promises.ok) return promises;
    const queue = {
      agents: numberIn(inputs, 'agents'),
      arrivals: arrivalsIn(inputs),
      patience: patienceIn(inputs),
      target: targetIn(inputs),
    };
    const found = longestHandling(queue, promises.value);
    return found.ok ? ok({ handlingSeconds: found.value }) : found;
  },
};

export const modelsOfPromises: readonly Model[] = [linesFor, loadFor, agentsForModel, volumeFor, handlingFor];
