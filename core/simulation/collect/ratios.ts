// Every measure as a ratio: which places of a tally are its numerator and which its denominator. This is the definition
// of the numbers; their words stand in locales under measures.<id>.definition.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import {
  classCounter,
  classCounters,
  scalar,
  type TallyLayout,
  teamCounter,
  teamCounters,
} from '../model/tallyLayout.ts';
import type { DerivedLayout } from './derived.ts';
import type { MeasureScope } from './scopes.ts';

export interface RatioSpec {
  readonly x: readonly number[];
  /** Places that are taken off the numerator. */
  readonly minus: readonly number[];
  readonly y: readonly number[];
  /** Places of the derived numbers of a replication that are added to the numerator, and to the denominator. */
  readonly derivedX?: readonly number[];
  readonly derivedY?: readonly number[];
  /** Added to the denominator; 1 for counts a replication. */
  readonly constant: number;
  readonly scale: number;
}

/** Numerator and denominator of a ratio in one replication. */
export function partsOf(
  spec: RatioSpec,
  values: Float64Array,
  derived: Float64Array,
): { readonly x: number; readonly y: number } {
  let x = 0;
  for (const at of spec.derivedX ?? []) x += derived[at] as number;
  for (const at of spec.x) x += values[at] as number;
  for (const at of spec.minus) x -= values[at] as number;
  let y = spec.constant;
  for (const at of spec.y) y += values[at] as number;
  for (const at of spec.derivedY ?? []) y += derived[at] as number;
  return { x: x * spec.scale, y };
}

const perReplication = (x: readonly number[]): RatioSpec => ({ x, minus: [], y: [], constant: 1, scale: 1 });
const ratio = (x: readonly number[], y: readonly number[], scale = 1): RatioSpec => ({
  x,
  minus: [],
  y,
  constant: 0,
  scale,
});

/** Ratios of a scope by measure. Worked example: abandonedFraction = waits that ended by giving up / waits that ended. */
export function scopeRatios(
  layout: TallyLayout,
  derived: DerivedLayout,
  scope: MeasureScope,
): (readonly [MeasureId, RatioSpec])[] {
  const ofClasses = (counter: number): number[] =>
    scope.classes.map((c) => layout.classAt + c * classCounters + counter);
  const ofTeams = (counter: number): number[] =>
    scope.teams.map((t) => layout.teamAt + t * teamCounters + counter);
  const found: (readonly [MeasureId, RatioSpec])[] = [];
  if (scope.classes.length > 0 || scope.kind === 'channels' || scope.kind === 'issueTypes') {
    found.push(...flowRatios(ofClasses));
    if (scope.kind !== 'issueTypes') found.push(...classQueueRatios(ofClasses));
  }
  if (scope.kind === 'tiers' || scope.kind === 'teams') found.push(...teamQueueRatios(ofTeams));
  if (scope.teams.length > 0) {
    found.push(...staffRatios(ofTeams));
    found.push(...presenceRatios(ofTeams, derived, scope));
  }
  return found;
}

type Places = (counter: number) => number[];

function flowRatios(at: Places): (readonly [MeasureId, RatioSpec])[] {
  const k = classCounter;
  const count = (counter: number): RatioSpec => perReplication(at(counter));
  const returned = ratio(at(k.firstGenerationResolved), at(k.firstGenerationResolved));
  return [
    ['offeredContacts', count(k.offered)],
    ['redialContacts', count(k.redials)],
    ['returnedContacts', count(k.returned)],
    ['deflectedContacts', count(k.deflected)],
    ['containedContacts', count(k.contained)],
    ['bouncedContacts', count(k.bounced)],
    ['turnedAwayContacts', count(k.turnedAway)],
    ['disconnectedContacts', count(k.disconnected)],
    ['callBackContacts', count(k.callBacks)],
    ['unreachedContacts', count(k.unreached)],
    ['resolvedContacts', count(k.resolved)],
    ['inSystemAtEndContacts', count(k.inSystem)],
    ['escalatedContacts', count(k.escalated)],
    ['escalatedToLeadContacts', count(k.toLead)],
    ['otherDepartmentContacts', count(k.otherDepartment)],
    ['firstResponseMeanSeconds', ratio(at(k.firstResponseSeconds), at(k.firstResponses))],
    ['resolutionMeanSeconds', ratio(at(k.resolutionSeconds), at(k.resolved))],
    ['handlingPerResolutionMeanSeconds', ratio(at(k.resolvedHandlingSeconds), at(k.resolved))],
    ['firstContactResolutionFraction', ratio(at(k.resolvedForGood), at(k.firstGenerationResolved))],
    ['returnRateFraction', { ...returned, minus: at(k.resolvedForGood) }],
    ['transfersPerContact', ratio(at(k.transfers), at(k.firstResponses))],
  ];
}

function classQueueRatios(at: Places): (readonly [MeasureId, RatioSpec])[] {
  const k = classCounter;
  return [
    ['answeredContacts', perReplication(at(k.answered))],
    ['abandonedContacts', perReplication(at(k.abandoned))],
    ['blockedContacts', perReplication(at(k.blocked))],
    ['abandonedFraction', ratio(at(k.abandoned), at(k.waitsEnded))],
    ['waitMeanSeconds', ratio(at(k.waitSeconds), at(k.waitsEnded))],
    ['answerWaitMeanSeconds', ratio(at(k.answerWaitSeconds), at(k.answered))],
    ['queueLengthMeanContacts', ratio(at(k.queueSeconds), [scalar.observedSeconds])],
  ];
}

function teamQueueRatios(at: Places): (readonly [MeasureId, RatioSpec])[] {
  const k = teamCounter;
  const count = (counter: number): RatioSpec => perReplication(at(counter));
  return [
    ['offeredContacts', count(k.visits)],
    ['answeredContacts', count(k.answered)],
    ['abandonedContacts', count(k.abandoned)],
    ['blockedContacts', count(k.blocked)],
    ['escalatedContacts', count(k.escalated)],
    ['escalatedToLeadContacts', count(k.toLead)],
    ['otherDepartmentContacts', count(k.otherDepartment)],
    ['abandonedFraction', ratio(at(k.abandoned), at(k.waitsEnded))],
    ['waitMeanSeconds', ratio(at(k.waitSeconds), at(k.waitsEnded))],
    ['answerWaitMeanSeconds', ratio(at(k.answerWaitSeconds), at(k.answered))],
    ['firstResponseMeanSeconds', ratio(at(k.firstResponseSeconds), at(k.firstResponses))],
    ['resolutionMeanSeconds', ratio(at(k.resolutionSeconds), at(k.resolved))],
    ['queueLengthMeanContacts', ratio(at(k.queueSeconds), [scalar.observedSeconds])],
  ];
}

function staffRatios(at: Places): (readonly [MeasureId, RatioSpec])[] {
  const k = teamCounter;
  const growth: RatioSpec = {
    x: at(k.queueAtEnd),
    minus: at(k.queueAtStart),
    y: [scalar.growthSeconds],
    constant: 0,
    scale: 86_400,
  };
  return [
    ['queueLengthAtEndContacts', perReplication(at(k.queueAtEnd))],
    ['queueGrowthContactsPerDay', growth],
    ['agentsOnDutyMean', ratio(at(k.dutySeconds), [scalar.observedSeconds])],
    ['occupancyFraction', ratio(at(k.busySeconds), [...at(k.dutySeconds), ...at(k.overRunSeconds)])],
    ['loadFraction', ratio(at(k.offeredWorkSeconds), at(k.dutySeconds))],
    ['overRunHours', { ...perReplication(at(k.overRunSeconds)), scale: 1 / 3600 }],
  ];
}

/** Utilisation, and the backlog at the ends of intervals; its extremes only for single teams. */
function presenceRatios(
  at: Places,
  derived: DerivedLayout,
  scope: MeasureScope,
): (readonly [MeasureId, RatioSpec])[] {
  const k = teamCounter;
  const sampled = (x: readonly number[]): RatioSpec => ({ ...ratio(x, []), derivedY: [derived.samples] });
  const utilisation: RatioSpec = {
    ...ratio(at(k.busySeconds), []),
    derivedY: scope.teams.map((team) => derived.presentSecondsAt + team),
  };
  return [
    ['utilisationFraction', utilisation],
    ['backlogMeanContacts', sampled(at(k.backlogSum))],
    ...(scope.kind === 'teams'
      ? ([
          ['backlogMaxContacts', perReplication(at(k.backlogMost))],
          ['oldestAgeMeanSeconds', sampled(at(k.oldestSum))],
          ['oldestAgeMaxSeconds', perReplication(at(k.oldestMost))],
        ] as const)
      : []),
  ];
}

export interface PromiseSpec {
  readonly whole: RatioSpec;
  readonly counted: RatioSpec;
  readonly byChannel: readonly (readonly [string, RatioSpec])[];
  readonly byTier: readonly (readonly [string, RatioSpec])[];
  readonly byTeam: readonly (readonly [string, RatioSpec])[];
}

/** Attainment of each promise: met / counted (or expected), whole and by channel; by tier and team of those counted. */
export function promiseRatios(
  model: CompiledModel,
  layout: TallyLayout,
  derived: DerivedLayout,
): PromiseSpec[] {
  const everyChannel = model.channels.map((_, channel) => channel);
  return model.promises.map(({ ofExpected }, p) => {
    const ofClass = (c: number): number => layout.promiseClassAt + (p * layout.classes + c) * 2;
    const ofTeam = (t: number): number => layout.promiseTeamAt + (p * layout.teams + t) * 2;
    const met = (places: readonly number[]): number[] => places.map((at) => at + 1);
    const share = (places: readonly number[]): RatioSpec => ratio(met(places), places);
    const expected = (channels: readonly number[]): readonly number[] =>
      channels.map((channel) => derived.expectedAt + p * everyChannel.length + channel);
    const shareOf = (places: readonly number[], channels: readonly number[]): RatioSpec =>
      ofExpected ? { ...ratio(met(places), []), derivedY: expected(channels) } : ratio(met(places), places);
    const classes = model.classes.map((__, c) => ofClass(c));
    return {
      whole: shareOf(classes, everyChannel),
      counted: perReplication(classes),
      byChannel: model.channels.map(({ id }, index) => {
        const places = classes.filter((__, c) => model.classes[c]?.channel === index);
        return [id, shareOf(places, [index])];
      }),
      byTier: model.tiers.map(({ id }, index) => [
        id,
        share(model.teams.flatMap((team, t) => (team.tier === index ? [ofTeam(t)] : []))),
      ]),
      byTeam: model.teams.map(({ id }, t) => [id, share([ofTeam(t)])]),
    };
  });
}
