// Models in the catalogue whose handling times or patience need not be exponential.

import { seconds } from '../units/quantities.ts';
import { ok } from '../units/result.ts';
import { generalHandling } from './generalHandling.ts';
import { generalPatience } from './generalPatience.ts';
import type { Model } from './model.ts';
import {
  agents,
  contactsPerHour,
  fromNoSeconds,
  lawOf,
  listOf,
  meanSeconds,
  optional,
  out,
  outList,
  variation,
} from './modelFields.ts';
import {
  arrivalsIn,
  column,
  lawIn,
  numberIn,
  numberOr,
  numbersIn,
  ratePerSecond,
  secondsIn,
  targetIn,
} from './modelInputs.ts';
import { singleServer } from './singleServer.ts';

const patienceLaw: Model = {
  name: 'patience-law',
  kind: 'approximation',
  inputs: {
    agents,
    contactsPerHour,
    handlingSeconds: meanSeconds,
    handlingVariation: optional(variation),
    patience: lawOf,
    targetSeconds: optional(fromNoSeconds),
  },
  outputs: {
    loadErlangs: out('erlangs'),
    pWait: out('share'),
    pAbandon: out('share'),
    serviceLevel: out('share', 'targetSeconds'),
    meanWaitSeconds: out('seconds'),
    occupancy: out('share'),
    meanQueue: out('contacts'),
  },
  fieldOf: { patience: 'patience', handlingVariation: 'handlingVariation' },
  example: {
    given: {
      agents: 25,
      contactsPerHour: 400,
      handlingSeconds: 180,
      patience: { law: 'deterministic', seconds: 120 },
      targetSeconds: 20,
    },
    gives: { pWait: 0.2043547128770396, pAbandon: 0.0015008631594225356, serviceLevel: 0.885309735593563 },
  },
  calculate: (inputs) => {
    const outcome = generalPatience({
      agents: numberIn(inputs, 'agents'),
      arrivals: arrivalsIn(inputs),
      handling: secondsIn(inputs, 'handlingSeconds'),
      handlingVariation: numberOr(inputs, 'handlingVariation', 1),
      patience: lawIn(inputs, 'patience'),
      target: targetIn(inputs),
    });
    if (!outcome.ok) return outcome;
    const o = outcome.value;
    return ok({
      loadErlangs: o.load,
      pWait: o.waitProbability,
      pAbandon: o.abandonment,
      serviceLevel: o.serviceLevel,
      meanWaitSeconds: o.meanWait,
      occupancy: o.occupancy,
      meanQueue: o.meanQueue,
    });
  },
};

const handlingLaw: Model = {
  name: 'handling-law',
  kind: 'approximation',
  inputs: {
    agents,
    contactsPerHour,
    handlingSeconds: meanSeconds,
    handlingVariation: variation,
    arrivalVariation: optional(variation),
    targetSeconds: optional(fromNoSeconds),
  },
  outputs: {
    isStable: out('yesNo'),
    pWait: out('share'),
    serviceLevel: out('share', 'targetSeconds'),
    meanWaitSeconds: out('seconds'),
    meanWaitAllenCunneenSeconds: out('seconds'),
    meanWaitSakasegawaSeconds: out('seconds'),
    occupancy: out('share'),
    meanQueue: out('contacts'),
  },
  example: {
    given: { agents: 1, contactsPerHour: 2880, handlingSeconds: 1, handlingVariation: 2, targetSeconds: 1 },
    gives: { meanWaitSeconds: 10, meanQueue: 8 },
  },
  calculate: (inputs) => {
    const outcome = generalHandling({
      agents: numberIn(inputs, 'agents'),
      arrivals: arrivalsIn(inputs),
      handling: secondsIn(inputs, 'handlingSeconds'),
      handlingVariation: numberIn(inputs, 'handlingVariation'),
      arrivalVariation: numberOr(inputs, 'arrivalVariation', 1),
      target: targetIn(inputs),
    });
    if (!outcome.ok) return outcome;
    const o = outcome.value;
    return ok({
      isStable: o.isStable,
      pWait: o.waitProbability,
      serviceLevel: o.serviceLevel,
      meanWaitSeconds: o.meanWait,
      meanWaitAllenCunneenSeconds: o.allenCunneenWait,
      meanWaitSakasegawaSeconds: o.sakasegawaWait,
      occupancy: o.occupancy,
      meanQueue: o.meanQueue,
    });
  },
};

const single: Model = {
  name: 'single-agent',
  kind: 'exact',
  equallyLong: ['contactsPerHour', 'handlingSeconds', 'handlingVariation'],
  inputs: {
    contactsPerHour: listOf(contactsPerHour),
    handlingSeconds: listOf(meanSeconds),
    handlingVariation: listOf(variation),
  },
  outputs: {
    occupancy: out('share'),
    meanWaitSeconds: out('seconds'),
    meanQueue: out('contacts'),
    rankedMeanWaitSeconds: outList('seconds'),
    rankedMeanQueue: outList('contacts'),
    rankedMeanTimeSeconds: outList('seconds'),
    interruptedMeanPresent: outList('contacts'),
    interruptedMeanTimeSeconds: outList('seconds'),
  },
  fieldOf: { classes: 'contactsPerHour' },
  example: {
    given: { contactsPerHour: [2880], handlingSeconds: [1], handlingVariation: [2] },
    gives: { meanWaitSeconds: 10, meanQueue: 8 },
  },
  calculate: (inputs) => {
    const handling = numbersIn(inputs, 'handlingSeconds');
    const variations = numbersIn(inputs, 'handlingVariation');
    const outcome = singleServer(
      numbersIn(inputs, 'contactsPerHour').map((rate, k) => ({
        arrivals: ratePerSecond(rate),
        handling: seconds(handling[k] ?? Number.NaN),
        handlingVariation: variations[k] ?? Number.NaN,
      })),
    );
    if (!outcome.ok) return outcome;
    const { occupancy, meanWait, meanQueue, classes } = outcome.value;
    return ok({
      occupancy,
      meanWaitSeconds: meanWait,
      meanQueue,
      rankedMeanWaitSeconds: column(classes, (one) => one.meanWait),
      rankedMeanQueue: column(classes, (one) => one.meanQueue),
      rankedMeanTimeSeconds: column(classes, (one) => one.meanTime),
      interruptedMeanPresent: column(classes, (one) => one.interrupted.meanPresent),
      interruptedMeanTimeSeconds: column(classes, (one) => one.interrupted.meanTime),
    });
  },
};

export const modelsOfGeneralLaws: readonly Model[] = [patienceLaw, handlingLaw, single];
