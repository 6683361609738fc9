// Parts of a plan that are validated and kept but that this engine does not use yet: named in every report, so that no
// figure seems to rest on something that had no effect.

import type { NotYetSimulated } from '../../measures/result.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';

/** Names of the features; each has a text in locales under report.feature. */
export const notYetSimulatedFeatures = [
  'callBackOffer',
  'leavingHandOver',
  'leavingInterrupt',
  'leaverChoice',
  'waitingTriggers',
  'warmHandOver',
  'internalWork',
  'startingBacklog',
  'learningCurve',
  'longestQueue',
  'fixedList',
  'agentChoice',
  'deferredInterruptible',
  'teamWaitingPlaces',
  'shrinkageOfShifts',
  'pausesInOtherDepartment',
  'goals',
  'costs',
  'scenarios',
  'retention',
] as const;
export type NotYetSimulatedFeature = (typeof notYetSimulatedFeatures)[number];

export function notYetSimulated(plan: Plan): NotYetSimulated[] {
  const found: NotYetSimulated[] = [];
  const add = (path: readonly (string | number)[], feature: NotYetSimulatedFeature): void => {
    found.push({ path, feature });
  };
  plan.channels.forEach((channel, i) => {
    if (channel.callBackOffer !== undefined) add(['channels', i, 'callBackOffer'], 'callBackOffer');
    if (channel.costPerContact !== undefined) add(['channels', i, 'costPerContact'], 'costs');
  });
  plan.teams.forEach((team, t) => {
    if (team.agentChoice !== 'longestIdle') add(['teams', t, 'agentChoice'], 'agentChoice');
    if (team.waitingPlaces !== undefined) add(['teams', t, 'waitingPlaces'], 'teamWaitingPlaces');
    team.groups.forEach((group, g) => {
      const at = ['teams', t, 'groups', g] as const;
      if (group.staffing.leaving === 'handOver') add([...at, 'staffing', 'leaving'], 'leavingHandOver');
      if (group.staffing.leaving === 'interrupt') add([...at, 'staffing', 'leaving'], 'leavingInterrupt');
      if (group.staffing.kind === 'counts' && group.staffing.leaverChoice === 'random') {
        add([...at, 'staffing', 'leaverChoice'], 'leaverChoice');
      }
      if (group.staffing.kind === 'shifts' && amount(group.plannedShrinkage) > 0) {
        add([...at, 'plannedShrinkage'], 'shrinkageOfShifts');
      }
      if (group.learningCurve !== undefined) add([...at, 'learningCurve'], 'learningCurve');
      if (group.order === 'longestQueue') add([...at, 'order'], 'longestQueue');
      if (group.order === 'fixedList') add([...at, 'order'], 'fixedList');
      if (group.deferredInterruptible) add([...at, 'deferredInterruptible'], 'deferredInterruptible');
    });
  });
  plan.contracts.forEach((contract, c) => {
    if (contract.costPerMonth !== undefined || contract.costPerHour !== undefined)
      add(['contracts', c], 'costs');
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
  if (plan.goals.length > 0) add(['goals'], 'goals');
  if (plan.scenarios.length > 0) add(['scenarios'], 'scenarios');
  if (plan.company.retention !== undefined) add(['company', 'retention'], 'retention');
  return found;
}
