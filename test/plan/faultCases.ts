// For each fault code an input that has the fault: the compiler asks for a case where a code is added.
import type { FaultCode } from '../../core/plan/faultCodes.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { schemaFaults } from '../../core/plan/schemaFaults.ts';
import { compilePlan } from '../../core/simulation/compilePlan.ts';
import { parsedPlan, smallPlan, threeTierPlan } from '../support/plans.ts';
import {
  afternoons,
  calendar,
  channel,
  demand,
  errors,
  type FaultCase,
  group,
  handling,
  hour,
  issueType,
  mornings,
  none,
  ofBundle,
  ofCommand,
  ofCommands,
  sameTeam,
  team,
  withBalking,
  withChannel,
  withDemand,
  withFields,
  withGroup,
  withIssueType,
  withMeasured,
  withNext,
  withProfile,
  withTeam,
  withTiers,
} from './faultInputs.ts';
import { scenarioFaultCases } from './scenarioFaultCases.ts';
import { textFaultCases } from './textFaultCases.ts';

export const faultCases: Readonly<Record<FaultCode, FaultCase>> = {
  ...textFaultCases,
  ...scenarioFaultCases,
  missingField: withFields({ id: undefined }),
  unknownField: withFields({ weather: 'sunny' }),
  misspeltField: withFields({ chanels: [] }),
  expectedText: withFields({ id: 5 }),
  expectedNumber: withFields({ handling: [{ time: { law: 'exponential', meanSeconds: '5 min' } }] }),
  expectedWholeNumber: withFields({ horizon: { start: '2026-01-05', days: 1.5 } }),
  expectedYesNo: withFields({ incomplete: 'yes' }),
  expectedList: withFields({ channels: {} }),
  expectedObject: withFields({ horizon: 7 }),
  expectedQuantity: withDemand({ volume: { contacts: '60', per: 'hour' } }),
  expectedLocalisedText: withFields({ name: 5 }),
  expectedNameOrPosition: withFields({
    scenarios: [{ id: 'more', name: 'More', changes: [{ at: ['teams', true], change: 'remove' }] }],
  }),
  notInList: withChannel({ kind: 'telegraph' }),
  numberTooSmall: withDemand({ volume: { contacts: -1, per: 'hour' } }),
  numberNotAbove: withFields({ handling: [{ time: { law: 'exponential', meanSeconds: 0 } }] }),
  numberTooLarge: withFields({ horizon: { start: '2026-01-05', days: 36_500 } }),
  shareTooLarge: withChannel({ balkingShare: 30 }),
  listTooShort: withTeam({ serves: { channels: [] } }),
  listTooLong: withFields({
    locale: {
      weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    },
  }),
  listWrongLength: withProfile({ monthFactors: [1, 2] }),
  textTooShort: withIssueType({ skills: [''] }),
  textTooLong: withFields({ name: 'a'.repeat(20_001) }),
  invalidId: withFields({ id: '1 plan' }),
  invalidClockTime: withFields({
    calendars: [calendar({ weekly: [{ weekdays: ['monday'], spans: [{ from: '8:00', to: '9:00' }] }] })],
  }),
  invalidDate: withFields({ horizon: { start: '2026-02-30', days: 7 } }),
  invalidCurrency: withFields({ locale: { currency: 'dollar' } }),
  invalidValue: () =>
    errors(
      schemaFaults([{ code: 'invalid_key', origin: 'record', issues: [], path: [], message: '', input: 5 }]),
    ),
  rangeReversed: withBalking({ low: 0.2, high: 0.1 }),
  rangeMissing: withBalking({ rangeHolds: 0.8 }),
  valueOutsideRange: withBalking({ low: 0.2 }),
  rangeNotCertain: withBalking({ high: 0.2, rangeHolds: 0.9, distribution: 'triangular' }),
  lognormalNotPositive: withBalking({ low: 0, distribution: 'lognormal' }),
  sharesNotOne: withFields({
    handling: [{ time: { law: 'mixture', parts: [{ share: 0.5, meanSeconds: 60 }] } }],
  }),
  emptyText: withFields({ name: {} }),
  volumeOrArrivals: withDemand({ volume: undefined }),
  speedTable: withChannel({ concurrency: { limit: 3, speed: [1, 0.8] } }),
  spanReversed: withFields({
    calendars: [calendar({ weekly: [{ weekdays: ['monday'], spans: [{ from: '22:00', to: '06:00' }] }] })],
  }),
  curveNotRising: withFields({
    company: {
      responseCurves: {
        effort: {
          firstResponseLive: [
            { seconds: 60, change: 0 },
            { seconds: 60, change: -1 },
          ],
        },
      },
    },
  }),
  entryWithoutTarget: withFields({ routing: [{ when: {}, entries: [{ afterSeconds: 5 }] }] }),
  moreFaults: withFields({ notes: Array.from({ length: 300 }, () => 0) }),
  unknownCalendar: withTeam({ hours: 'nights' }),
  unknownChannel: withDemand({ channel: 'phnoe' }),
  unknownContract: withGroup({ contract: 'full' }),
  unknownDemand: withFields({ startingBacklog: [{ demand: 'letters', contacts: 5 }] }),
  unknownDepartment: withNext({ kind: 'otherDepartment', share: 0.1, department: 'billing' }),
  unknownGroup: withTeam({ lead: 'leads' }),
  unknownIssueType: withTeam({ serves: { issueTypes: ['complaint'] } }),
  unknownPersona: withDemand({ segment: 'elders' }),
  unknownProfile: withDemand({ profile: 'summer' }),
  unknownRole: withGroup({ role: 'trainer' }),
  unknownShift: withGroup({
    staffing: { kind: 'shifts', assignments: [{ shift: 'early', weekdays: ['monday'], agents: 2 }] },
  }),
  unknownTeam: withNext({ kind: 'hierarchical', share: 0.1, to: { team: 'leads' } }),
  unknownTier: withIssueType({ entryTier: 'tier9' }),
  unknownWork: withFields({
    duties: [{ id: 'news', kind: 'content', time: { kind: 'work', work: ['articles'] } }],
  }),
  unknownTimeZone: () => {
    const plan = parsedPlan({ ...smallPlan(), locale: { timeZone: 'Mars/Olympus' } });
    const compiled = compilePlan(plan, { planHash: '', offsets: { offsetSeconds: () => undefined } });
    return errors(compiled.ok ? [] : compiled.failure);
  },
  duplicateId: withFields({ channels: [channel, channel] }),
  duplicateGroupId: withFields({ teams: [team, { ...team, id: 'other' }] }),
  duplicateStreamKey: withFields({
    channels: [channel, { ...channel, id: 'second', streamKey: 'phone' }],
  }),
  noChannels: withFields({ channels: [] }),
  noIssueTypes: withFields({ issueTypes: [] }),
  noDemand: withFields({ demand: [] }),
  noTeams: withFields({ teams: [] }),
  noGroups: withTeam({ groups: [] }),
  nobodyServes: withFields({
    channels: [channel, { ...channel, id: 'chat', kind: 'chat' }],
    teams: [{ ...team, serves: { channels: ['chat'] } }],
  }),
  nobodySpeaks: withFields({
    demand: [{ ...demand, language: 'ar' }],
    teams: [{ ...team, groups: [{ ...group, languages: ['fa'] }] }],
  }),
  nobodySkilled: withIssueType({ skills: ['wireless'] }),
  nobodyAtEntryTier: withTiers({
    issueTypes: [{ id: 'question', name: 'Question', entryTier: 'tier3' }],
    teams: threeTierPlan().teams.slice(0, 2),
    outcomes: [],
  }),
  tooManyCombinations: () => {
    const many = <T>(count: number, part: (index: number) => T): T[] =>
      Array.from({ length: count }, (_, i) => part(i));
    return parsePlanValue({
      ...smallPlan(),
      issueTypes: many(4500, (i) => ({ ...issueType, id: `i${i}` })),
      demand: many(4500, (i) => ({ ...demand, id: `d${i}`, issueType: `i${i}` })),
      teams: many(4500, (i) => ({ ...team, id: `t${i}`, groups: [{ ...group, id: `g${i}` }] })),
    });
  },
  noHandlingRule: withFields({ handling: [{ ...handling, when: { priorities: [1] } }] }),
  outcomeSharesOverOne: withFields({
    outcomes: [
      {
        next: [
          { ...sameTeam, share: 0.7 },
          { ...sameTeam, share: 0.4 },
        ],
      },
    ],
  }),
  assistantSharesOverOne: withChannel({
    assistant: { time: hour, resolvedShare: 0.7, handedOverShare: 0.4 },
  }),
  recognitionMissing: withNext({ ...sameTeam, recognisedAtOnceShare: 0.5 }),
  noNextTier: withTiers({
    outcomes: [{ when: { tiers: ['tier1'] }, next: [{ kind: 'functional', share: 0.3, to: 'nextTier' }] }],
    teams: threeTierPlan().teams.slice(0, 1),
    handling: [{ time: hour }],
  }),
  targetCannotServe: withNext(
    { kind: 'functional', share: 0.1, to: { team: 'second' } },
    {
      issueTypes: [{ ...issueType, skills: ['wireless'] }],
      teams: [
        { ...team, groups: [{ ...group, skills: ['wireless'] }] },
        { ...team, id: 'second', groups: [{ ...group, id: 'unskilled' }] },
      ],
    },
  ),
  escalationWithoutTime: withNext(sameTeam, { handling: [{ time: none }] }),
  triggerCycle: withFields({
    teams: [team, { ...team, id: 'second', groups: [{ ...group, id: 'seconds' }] }],
    waitingTriggers: [
      { when: { teams: ['team'] }, afterShareOfPromise: 0.5, moveTo: { team: 'second' } },
      { when: { teams: ['second'] }, afterShareOfPromise: 0.8, moveTo: { team: 'team' } },
    ],
  }),
  warmHandOverCycle: withNext({ ...sameTeam, warm: { overlapSeconds: 30 } }),
  neverResolved: withNext({ ...sameTeam, share: 1 }),
  reportingCycle: withFields({
    teams: [
      { ...team, reportsTo: 'leads' },
      { ...team, id: 'leads', reportsTo: 'team', groups: [{ ...group, id: 'leads' }] },
    ],
  }),
  horizonLength: withFields({ horizon: { start: '2026-01-05', days: 7, contacts: 1000 } }),
  warmUpTwice: withFields({ horizon: { start: '2026-01-05', days: 7, warmUpDays: 1, warmUpContacts: 5 } }),
  warmUpTooLong: withFields({ horizon: { start: '2026-01-05', days: 7, warmUpDays: 7 } }),
  shiftWithoutLength: withFields({ shifts: [{ id: 'day', name: 'Day', start: '08:00', end: '08:00' }] }),
  teamWithoutHours: withFields({ calendars: [calendar({})], teams: [{ ...team, hours: 'hours' }] }),
  staffingOutsideHours: withFields({
    calendars: [mornings],
    teams: [{ ...team, hours: 'hours', groups: [{ ...group, staffing: afternoons }] }],
  }),
  profileAllZero: withProfile({ weekdayFactors: { monday: 0 } }),
  weightsAllZero: withProfile({
    timeOfDay: [{ weekdays: ['monday'], intervalMinutes: 60, weights: [0, 0] }],
  }),
  weightsPastMidnight: withProfile({
    timeOfDay: [{ weekdays: ['monday'], from: '23:00', intervalMinutes: 60, weights: [1, 1] }],
  }),
  weekdayTwice: withProfile({
    timeOfDay: [{ weekdays: ['monday', 'monday'], intervalMinutes: 60, weights: [1] }],
  }),
  callBackChannelLive: withFields({
    channels: [
      { ...channel, callBackOffer: { thresholdSeconds: 60, acceptedShare: 0.5, channel: 'back' } },
      { id: 'back', name: 'Call-back', kind: 'callBack', mode: 'live' },
    ],
  }),
  callBackOfferOnDeferred: withFields({
    channels: [
      {
        ...channel,
        mode: 'deferred',
        callBackOffer: { thresholdSeconds: 60, acceptedShare: 0.5, channel: 'back' },
      },
      { id: 'back', name: 'Call-back', kind: 'callBack' },
    ],
  }),
  backlogTwice: withFields({
    startingBacklog: [
      { demand: 'questions', contacts: 5 },
      { demand: 'questions', contacts: 6 },
    ],
  }),
  callBackChannelKind: withChannel({
    callBackOffer: { thresholdSeconds: 60, acceptedShare: 0.5, channel: 'phone' },
  }),
  unknownPromise: withMeasured({ figure: 'attained', promise: 'absent', value: 0.8 }),
  periodReversed: withFields({ reviews: { periods: [{ id: 'may', from: '2026-05-31', to: '2026-05-01' }] } }),
  measuredAbout: withMeasured({ figure: 'contacts', team: team?.id, value: 5 }),
  measuredTwice: withMeasured({ figure: 'contacts', value: 5 }, { figure: 'contacts', value: 6 }),
  placeMissing: ofCommand({ change: 'remove', at: ['teams', 'absent'] }),
  placeAmbiguous: () => {
    const twice = { ...smallPlan(), teams: [team, team] };
    return ofCommands(twice, [{ change: 'remove', at: ['teams', team?.id ?? ''] }]);
  },
  placeNotList: ofCommand({ change: 'add', at: ['horizon'], value: {} }),
  positionOutside: ofCommand({ change: 'add', at: ['teams'], value: {}, position: 7 }),
  resultOfOtherPlan: ofBundle({ planHash: '0'.repeat(64) }),
  resultTwice: ofBundle({}, 2),
  resultOfOtherEngine: ofBundle({ engineVersion: '0.9', unknown: 1 }),
  zeroVolume: withDemand({ volume: { contacts: 0, per: 'hour' } }),
  promiseMatchesNothing: withFields({
    promises: [
      {
        id: 'urgent',
        name: 'Urgent',
        applies: { priorities: [1] },
        clock: 'wait',
        targetSeconds: 60,
        shareToAttain: 0.9,
      },
    ],
  }),
  ruleMatchesNothing: withFields({ returns: [{ when: { languages: ['ar'] }, share: 0.1, delay: hour }] }),
  proficiencyMatchesNothing: withGroup({ proficiency: [{ when: { priorities: [1] }, factor: 1.2 }] }),
  headcountBelowDuty: withGroup({ headcount: 4 }),
  nobodyOnDuty: withGroup({ staffing: { kind: 'hours', agents: 0 } }),
  personaSharesNotOne: withFields({ company: { personas: [{ id: 'elder', name: 'Elder', share: 0.3 }] } }),
  patienceOnDeferred: withChannel({ kind: 'email', patience: hour }),
  tierWithoutTeams: withTiers({ tiers: [...(threeTierPlan().tiers ?? []), { id: 'tier4', name: 'Tier 4' }] }),
  issueTypeWithoutDemand: withFields({ issueTypes: [issueType, { ...issueType, id: 'rare' }] }),
};
