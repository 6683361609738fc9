// Models in the catalogue of one team and its contacts: ranks, chats, callers who return.
import { fraction, seconds } from '../units/quantities.ts';
import { ok } from '../units/result.ts';
import { chatTeam } from './chatTeam.ts';
import type { Model } from './model.ts';
import {
  agents,
  choice,
  contactsPerHour,
  fromNoSeconds,
  listOf,
  meanSeconds,
  optional,
  out,
  outList,
  share,
  whole,
} from './modelFields.ts';
import {
  arrivalsIn,
  column,
  numberIn,
  numberOr,
  numbersIn,
  patienceIn,
  ratePerSecond,
  secondsIn,
  targetIn,
} from './modelInputs.ts';
import { priorityQueue } from './priorityQueue.ts';
import { retrialQueue } from './retrialQueue.ts';

const ranks: Model = {
  name: 'priority',
  kind: 'exact',
  equallyLong: ['contactsPerHour', 'targetSeconds'],
  inputs: {
    agents,
    handlingSeconds: meanSeconds,
    contactsPerHour: listOf(contactsPerHour),
    targetSeconds: optional(listOf(fromNoSeconds)),
  },
  outputs: {
    loadErlangs: out('erlangs'),
    occupancy: out('share'),
    pWait: out('share'),
    serviceLevel: outList('share', 'targetSeconds'),
    meanWaitSeconds: outList('seconds'),
    waitDeviationSeconds: outList('seconds'),
    meanQueue: outList('contacts'),
    interruptedMeanPresent: outList('contacts'),
    interruptedMeanTimeSeconds: outList('seconds'),
  },
  fieldOf: { classes: 'contactsPerHour' },
  example: {
    given: { agents: 2, handlingSeconds: 1, contactsPerHour: [2160, 3600] },
    gives: { pWait: 0.7111111111111111, meanWaitSeconds: [0.507936507936508, 2.5396825396825404] },
  },
  calculate: (inputs) => {
    const targets = numbersIn(inputs, 'targetSeconds');
    const outcome = priorityQueue({
      agents: numberIn(inputs, 'agents'),
      handling: secondsIn(inputs, 'handlingSeconds'),
      classes: numbersIn(inputs, 'contactsPerHour').map((rate, k) => ({
        arrivals: ratePerSecond(rate),
        target: seconds(inputs['targetSeconds'] === undefined ? 0 : (targets[k] ?? Number.NaN)),
      })),
    });
    if (!outcome.ok) return outcome;
    const { load, occupancy, waitProbability, classes } = outcome.value;
    return ok({
      loadErlangs: load,
      occupancy,
      pWait: waitProbability,
      serviceLevel: column(classes, (one) => one.serviceLevel),
      meanWaitSeconds: column(classes, (one) => one.meanWait),
      waitDeviationSeconds: column(classes, (one) => one.waitDeviation),
      meanQueue: column(classes, (one) => one.meanQueue),
      interruptedMeanPresent: column(classes, (one) => one.interrupted.meanPresent),
      interruptedMeanTimeSeconds: column(classes, (one) => one.interrupted.meanTime),
    });
  },
};

const retrial: Model = {
  name: 'retrial',
  kind: 'exact',
  inputs: {
    agents: whole(1, 1000),
    lines: whole(1, 1000),
    contactsPerHour,
    handlingSeconds: meanSeconds,
    patienceSeconds: optional(meanSeconds),
    retryDelaySeconds: meanSeconds,
    retryAfterBlock: share,
    retryAfterAbandon: share,
  },
  outputs: {
    occupancy: out('share'),
    blockingOfFirst: out('share'),
    blocking: out('share'),
    allBusy: out('share'),
    pAbandon: out('share'),
    servedInTheEnd: out('share'),
    attemptsPerHour: out('contactsPerHour'),
    attemptsPerContact: out('ratio'),
    meanQueue: out('contacts'),
    meanOrbit: out('contacts'),
  },
  fieldOf: {
    retryDelay: 'retryDelaySeconds',
    retryAfterBlock: 'retryAfterBlock',
    retryAfterAbandon: 'retryAfterAbandon',
  },
  example: {
    given: {
      agents: 1,
      lines: 1,
      contactsPerHour: 1800,
      handlingSeconds: 1,
      retryDelaySeconds: 1,
      retryAfterBlock: 1,
      retryAfterAbandon: 0,
    },
    gives: { meanOrbit: 1, attemptsPerContact: 3, occupancy: 0.5 },
  },
  calculate: (inputs) => {
    const outcome = retrialQueue({
      agents: numberIn(inputs, 'agents'),
      lines: numberIn(inputs, 'lines'),
      arrivals: arrivalsIn(inputs),
      handling: secondsIn(inputs, 'handlingSeconds'),
      patience: patienceIn(inputs),
      retryDelay: secondsIn(inputs, 'retryDelaySeconds'),
      retryAfterBlock: fraction(numberIn(inputs, 'retryAfterBlock')),
      retryAfterAbandon: fraction(numberIn(inputs, 'retryAfterAbandon')),
    });
    if (!outcome.ok) return outcome;
    const o = outcome.value;
    return ok({
      occupancy: o.occupancy,
      blockingOfFirst: o.blockingOfFirst,
      blocking: o.blockingOfAttempts,
      allBusy: o.allBusy,
      pAbandon: o.abandonmentOfEntered,
      servedInTheEnd: o.servedInTheEnd,
      attemptsPerHour: o.attempts * 3600,
      attemptsPerContact: o.attemptsPerContact,
      meanQueue: o.meanQueue,
      meanOrbit: o.meanOrbit,
    });
  },
};

const chat: Model = {
  name: 'chat',
  kind: 'exact',
  inputs: {
    agents: whole(1, 10_000),
    contactsPerHour,
    handlingSecondsAt: listOf(meanSeconds),
    chatRouting: optional(choice('fewestChats', 'mostChats')),
    patienceSeconds: optional(meanSeconds),
    waitingPlaces: optional(whole(0, 1_000_000)),
    targetSeconds: optional(fromNoSeconds),
  },
  outputs: {
    isExact: out('yesNo'),
    blocking: out('share'),
    pWait: out('share'),
    pAbandon: out('share'),
    serviceLevel: out('share', 'targetSeconds'),
    meanWaitSeconds: out('seconds'),
    meanQueue: out('contacts'),
    meanChats: out('contacts'),
    occupancy: out('share'),
    placesInUse: out('share'),
    meanConcurrency: out('ratio'),
    meanHandlingSeconds: out('seconds'),
    agentsAt: outList('share'),
  },
  fieldOf: { handlingAt: 'handlingSecondsAt', waitingPlaces: 'waitingPlaces' },
  example: {
    given: {
      agents: 3,
      contactsPerHour: 7200,
      handlingSecondsAt: [1, 1 / 0.6],
      patienceSeconds: 2,
      targetSeconds: 1,
    },
    gives: { pWait: 0.06745606087237835, pAbandon: 0.01250956791983536 },
  },
  calculate: (inputs) => {
    const places = numberOr(inputs, 'waitingPlaces', undefined);
    const outcome = chatTeam({
      agents: numberIn(inputs, 'agents'),
      arrivals: arrivalsIn(inputs),
      handlingAt: numbersIn(inputs, 'handlingSecondsAt').map(seconds),
      routing: inputs['chatRouting'] === 'mostChats' ? 'mostChats' : 'fewestChats',
      patience: patienceIn(inputs),
      waitingPlaces: places,
      target: targetIn(inputs),
    });
    if (!outcome.ok) return outcome;
    const { waitProbability, abandonment, meanWait, meanHandling, ...rest } = outcome.value;
    return ok({
      ...rest,
      pWait: waitProbability,
      pAbandon: abandonment,
      meanWaitSeconds: meanWait,
      meanHandlingSeconds: meanHandling,
    });
  },
};

export const modelsOfTeams: readonly Model[] = [ranks, retrial, chat];
