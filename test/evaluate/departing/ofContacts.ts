// Fields about contacts and their work that make values approximations.
import type { Departure } from '../../../core/measures/evaluation.ts';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { exponential, steadyDemand } from '../../../core/verification/planParts.ts';
import {
  base,
  type Channel,
  escalating,
  office,
  redial,
  type Team,
  withChannel,
  withOther,
  withPlan,
  withTeam,
} from './plainPlan.ts';

/** By field: what it makes the marks say, and a plan that has it. */
export const ofContacts: Readonly<Record<string, readonly [Departure, () => PlanInput]>> = {
  'volumeModel.busyDayCv': ['busyDays', withPlan({ volumeModel: { busyDayCv: 0.2 } })],
  profiles: [
    'changesWithTime',
    () => ({
      ...base(),
      profiles: [{ id: 'p', name: 'P', weekdayFactors: { monday: 1, tuesday: 0.5 } }],
      demand: base().demand.map((row) => ({ ...row, profile: 'p' })),
    }),
  ],
  'demand[].growthPerYear': [
    'changesWithTime',
    () => ({
      ...base(),
      horizon: { start: '2026-01-05', days: 60 },
      demand: base().demand.map((row) => ({ ...row, growthPerYear: 2 })),
    }),
  ],
  'demand[].arrivalsSeconds': [
    'recordedArrivals',
    () => ({
      ...base(),
      demand: [{ id: 'calls', issueType: 'question', channel: 'phone', arrivalsSeconds: [10, 500, 90_000] }],
    }),
  ],
  calendars: ['changesWithTime', () => ({ ...withTeam({ hours: 'office' })(), calendars: [office] })],
  'channels[].hours': [
    'changesWithTime',
    () => ({ ...withChannel({ hours: 'office' })(), calendars: [office] }),
  ],
  'channels[].atClosing': [
    'closing',
    () => ({ ...withChannel({ hours: 'office', atClosing: 'disconnect' })(), calendars: [office] }),
  ],
  'channels[].redial': ['redials', withChannel({ redial })],
  'channels[].redial.blockedShare': [
    'redials',
    withChannel({ lines: 12, redial: { ...redial, share: 0, blockedShare: 0.5 } }),
  ],
  'channels[].patience': [
    'patienceLaw',
    withChannel({ patience: { law: 'lognormal', meanSeconds: 150, cv: 1 } }),
  ],
  'channels[].balkingShare': ['balking', withChannel({ balkingShare: 0.2, waitingPlaces: 4 })],
  'channels[].waitingPlaces': [
    'limits',
    () => ({ ...escalating()(), channels: withChannel({ waitingPlaces: 4 })().channels }),
  ],
  'channels[].lines': [
    'limits',
    () => ({ ...escalating()(), channels: withChannel({ lines: 20 })().channels }),
  ],
  'channels[].concurrency': [
    'chats',
    withChannel({ kind: 'chat', concurrency: { limit: 2, speed: [1, 0.7] } }),
  ],
  'channels[].assistant': [
    'changesWithTime',
    withChannel({ assistant: { time: exponential(60), resolvedShare: 0.2, handedOverShare: 0.8 } }),
  ],
  'channels[].assistant.handOverHandlingFactor': [
    'handlingLaw',
    withChannel({
      assistant: {
        ...{ share: 0.5, time: exponential(60), resolvedShare: 0.2, handedOverShare: 0.8 },
        handOverHandlingFactor: 0.7,
      },
    }),
  ],
  'channels[].assistant.bounceReturnDelay': [
    'returns',
    withChannel({
      assistant: {
        ...{ time: exponential(60), resolvedShare: 0.2, handedOverShare: 0.6 },
        bounceReturnDelay: exponential(600),
      },
    }),
  ],
  'channels[].callBackOffer': [
    'callBacks',
    () => ({
      ...base(),
      channels: [
        {
          ...(base().channels[0] as Channel),
          callBackOffer: { thresholdSeconds: 60, acceptedShare: 0.5, channel: 'back' },
        },
        { id: 'back', name: 'Back', kind: 'callBack' },
      ],
    }),
  ],
  'channels[].dispatcher': [
    'handlingLaw',
    () => ({
      ...base(),
      channels: [
        {
          ...(base().channels[0] as Channel),
          dispatcher: { team: 'back', wrongTeamShare: 0 },
        },
      ],
      handling: [
        { when: { teams: ['back'] }, time: { law: 'deterministic', seconds: 20 } },
        { time: exponential(100) },
      ],
    }),
  ],
  'channels[].mode': ['deferredWork', withChannel({ mode: 'deferred' })],
  'channels[].kind': ['deferredWork', withChannel({ kind: 'email' })],
  'issueTypes[].priority': ['priorities', () => withOther({ priority: 1 })],
  'demand[].priority': [
    'priorities',
    () => ({
      ...base(),
      demand: [...base().demand, steadyDemand('others', 0.001, { priority: 1 })],
    }),
  ],
  'issueTypes[].preemptible': [
    'interruptions',
    () => {
      const plan = withOther({ priority: 1 });
      return {
        ...plan,
        issueTypes: plan.issueTypes.map((one) => (one.id === 'other' ? one : { ...one, preemptible: true })),
      };
    },
  ],
  'issueTypes[].selfService': [
    'changesWithTime',
    () => ({
      ...base(),
      issueTypes: [
        {
          ...{ id: 'question', name: 'Question' },
          selfService: { triedShare: 0.5, deflectedShare: 0.2, delay: exponential(600) },
        },
      ],
    }),
  ],
  'issueTypes[].skills': [
    'sharedAgents',
    () => {
      const plan = withOther({ skills: ['rare'] });
      const [front, back] = plan.teams as [Team, Team];
      const groups = [
        ...front.groups,
        { id: 'experts', staffing: { kind: 'hours' as const, agents: 2 }, skills: ['rare'] },
      ];
      return { ...plan, teams: [{ ...front, groups }, back] };
    },
  ],
  'handling[].time': [
    'handlingLaw',
    withPlan({ handling: [{ time: { law: 'lognormal', meanSeconds: 100, cv: 1 } }] }),
  ],
  'handling[].when': [
    'handlingLaw',
    () =>
      withOther(
        {},
        {
          handling: [{ when: { issueTypes: ['other'] }, time: exponential(200) }, { time: exponential(100) }],
        },
      ),
  ],
  'outcomes[].next[].to': ['severalStages', escalating()],
  'outcomes[].next[].recognition': [
    'handlingLaw',
    escalating({ recognisedAtOnceShare: 0.5, recognition: exponential(20) }),
  ],
  'outcomes[].next[].recognisedAtOnceShare': [
    'handlingLaw',
    escalating({ recognisedAtOnceShare: 0.5, recognition: exponential(20) }),
  ],
  'outcomes[].next[].warm': ['warmHandOvers', escalating({ warm: { overlapSeconds: 30 } })],
  'outcomes[].next[].department': [
    'returns',
    withPlan({
      departments: [{ id: 'legal', name: 'Legal', turnaround: exponential(3600) }],
      outcomes: [{ next: [{ kind: 'otherDepartment', share: 0.1, department: 'legal' }] }],
    }),
  ],
  'outcomes[].next[].handlingAfter': [
    'handlingLaw',
    withPlan({
      departments: [{ id: 'legal', name: 'Legal', turnaround: exponential(3600) }],
      outcomes: [
        {
          next: [
            { kind: 'otherDepartment', share: 0.1, department: 'legal', handlingAfter: exponential(30) },
          ],
        },
      ],
    }),
  ],
  departments: [
    'returns',
    withPlan({
      departments: [{ id: 'legal', name: 'Legal', turnaround: exponential(3600) }],
      outcomes: [{ next: [{ kind: 'otherDepartment', share: 0.1, department: 'legal' }] }],
    }),
  ],
  returns: ['returns', withPlan({ returns: [{ share: 0.1, delay: exponential(3600) }] })],
  waitingTriggers: [
    'triggers',
    withPlan({ waitingTriggers: [{ afterShareOfPromise: 0.5, raisePriorityTo: 1 }] }),
  ],
  'waitingTriggers[].moveTo': [
    'triggers',
    withPlan({ waitingTriggers: [{ afterShareOfPromise: 0.5, moveTo: { team: 'back' } }] }),
  ],
  internalWork: [
    'deferredWork',
    withPlan({ internalWork: [{ id: 'articles', name: 'Articles', team: 'front', hoursPerWeek: 20 }] }),
  ],
  duties: [
    'deferredWork',
    withPlan({
      duties: [
        {
          id: 'articles',
          kind: 'content',
          who: [{ team: 'front', parts: ['does'] }],
          time: { kind: 'hours', hoursPerWeek: 20 },
        },
      ],
    }),
  ],
  startingBacklog: ['startingBacklog', withPlan({ startingBacklog: [{ demand: 'calls', contacts: 30 }] })],
};
