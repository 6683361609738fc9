// Parts of a plan that are validated and kept but that this engine does not use yet: named in every report, so that no
// figure seems to rest on something that had no effect.

import type { NotYetSimulated } from '../../measures/result.ts';
import type { Plan } from '../../plan/schema/plan.ts';

/** Names of the features; each has a text in locales under report.feature. */
export const notYetSimulatedFeatures = [
  'callBackOffer',
  'waitingTriggers',
  'warmHandOver',
  'internalWork',
  'startingBacklog',
  'teamWaitingPlaces',
  'pausesInOtherDepartment',
  'scenarios',
] as const;
export type NotYetSimulatedFeature = (typeof notYetSimulatedFeatures)[number];

export function notYetSimulated(plan: Plan): NotYetSimulated[] {
  const found: NotYetSimulated[] = [];
  const add = (path: readonly (string | number)[], feature: NotYetSimulatedFeature): void => {
    found.push({ path, feature });
  };
  plan.channels.forEach((channel, i) => {
    if (channel.callBackOffer !== undefined) add(['channels', i, 'callBackOffer'], 'callBackOffer');
  });
  plan.teams.forEach((team, t) => {
    if (team.waitingPlaces !== undefined) add(['teams', t, 'waitingPlaces'], 'teamWaitingPlaces');
  });
  plan.outcomes.forEach((rule, i) => {
    rule.next.forEach((next, j) => {
      if (next.kind === 'functional' && next.warm !== undefined)
        add(['outcomes', i, 'next', j, 'warm'], 'warmHandOver');
    });
  });
  plan.promises.forEach((promise, i) => {
    if (promise.pausesInOtherDepartment)
      add(['promises', i, 'pausesInOtherDepartment'], 'pausesInOtherDepartment');
  });
  if (plan.waitingTriggers.length > 0) add(['waitingTriggers'], 'waitingTriggers');
  if (plan.internalWork.length > 0) add(['internalWork'], 'internalWork');
  if (plan.startingBacklog.length > 0) add(['startingBacklog'], 'startingBacklog');
  if (plan.scenarios.length > 0) add(['scenarios'], 'scenarios');
  return found;
}
