// Fields about people, routing and promises that make values approximations.
import type { Departure } from '../../../core/measures/evaluation.ts';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import {
  base,
  office,
  redial,
  type Team,
  withChannel,
  withGroup,
  withOther,
  withPlan,
  withPromise,
  withTeam,
} from './plainPlan.ts';

/** By field: what it makes the marks say, and a plan that has it. */
export const ofPeople: Readonly<Record<string, readonly [Departure, () => PlanInput]>> = {
  routing: [
    'sharedAgents',
    withPlan({
      routing: [{ when: {}, entries: [{ teams: ['front'] }, { teams: ['back'], afterSeconds: 60 }] }],
    }),
  ],
  'teams[].waitingPlaces': ['limits', withTeam({ waitingPlaces: 5 })],
  'teams[].exemptHandOversFromLimit': [
    'limits',
    withTeam({ waitingPlaces: 5, exemptHandOversFromLimit: true }),
  ],
  'teams[].waitingOrder': [
    'priorities',
    () => ({ ...withTeam({ waitingOrder: 'firstArrival' })(), channels: withChannel({ redial })().channels }),
  ],
  'teams[].groups[].plannedShrinkage': ['fractionalAgents', withGroup({ plannedShrinkage: 0.03 })],
  'teams[].groups[].unplannedAbsence': ['fractionalAgents', withGroup({ unplannedAbsence: 0.1 })],
  'teams[].groups[].proficiency': [
    'handlingLaw',
    () => {
      const [front, back] = base().teams as [Team, Team];
      const more = {
        ...{ id: 'fast', staffing: { kind: 'hours' as const, agents: 2 } },
        proficiency: [{ when: {}, factor: 2 }],
      };
      return { ...base(), teams: [{ ...front, groups: [...front.groups, more] }, back] };
    },
  ],
  'teams[].groups[].staffChanges': [
    'changesWithTime',
    withGroup({ staffChanges: [{ date: '2026-01-06', people: 2 }] }),
  ],
  'teams[].groups[].learningCurve': [
    'learning',
    withGroup({ learningCurve: { startFactor: 0.5, weeks: 8, newShare: 0.5 } }),
  ],
  'teams[].groups[].order': [
    'priorities',
    () => {
      const plan = withOther({});
      const [front, back] = plan.teams as [Team, Team];
      const groups = front.groups.map((group) => ({ ...group, order: 'longestQueue' as const }));
      return { ...plan, teams: [{ ...front, groups, waitingOrder: 'firstArrival' }, back] };
    },
  ],
  'teams[].groups[].queueList': [
    'priorities',
    () => {
      const plan = withOther({});
      const [front, back] = plan.teams as [Team, Team];
      const groups = front.groups.map((group) => ({
        ...group,
        order: 'fixedList' as const,
        queueList: [{ issueTypes: ['other'] }, { issueTypes: ['question'] }],
      }));
      return { ...plan, teams: [{ ...front, groups }, back] };
    },
  ],
  'teams[].groups[].reservedForLive': [
    'deferredWork',
    () => ({
      ...withGroup({ reservedForLive: 2 })(),
      internalWork: [{ id: 'articles', name: 'Articles', team: 'front', hoursPerWeek: 20 }],
    }),
  ],
  'teams[].groups[].deferredInterruptible': [
    'interruptions',
    () => ({
      ...withGroup({ deferredInterruptible: true })(),
      internalWork: [{ id: 'articles', name: 'Articles', team: 'front', hoursPerWeek: 20 }],
    }),
  ],
  'teams[].groups[].staffing.leaving': [
    'interruptions',
    withGroup({ staffing: { kind: 'hours', agents: 10, leaving: 'handOver' } }),
  ],
  'teams[].groups[].staffing.counts': [
    'changesWithTime',
    withGroup({
      staffing: {
        kind: 'counts',
        counts: [
          { weekdays: ['monday', 'tuesday'], from: '00:00', to: '12:00', agents: 10 },
          { weekdays: ['monday', 'tuesday'], from: '12:00', to: '24:00', agents: 12 },
        ],
      },
    }),
  ],
  'teams[].groups[].staffing.assignments': [
    'changesWithTime',
    () => ({
      ...withGroup({
        staffing: {
          kind: 'shifts',
          assignments: [{ shift: 'day', weekdays: ['monday', 'tuesday'], agents: 12 }],
        },
      })(),
      shifts: [{ id: 'day', name: 'Day', start: '08:00', end: '17:00' }],
    }),
  ],
  'promises[].clock': ['severalStages', withPromise({ clock: 'resolution', targetSeconds: 3600 })],
  'promises[].measuredIn': [
    'businessHours',
    () => ({ ...withPromise({ measuredIn: 'businessHours', calendar: 'office' })(), calendars: [office] }),
  ],
  'promises[].redialWaits': [
    'cumulatedWaits',
    withPromise({ redialWaits: 'cumulated' }, withChannel({ redial })),
  ],
  'promises[].abandoned': [
    'limits',
    withPromise({ abandoned: 'leftOut' }, withChannel({ waitingPlaces: 4 })),
  ],
  'horizon.days': [
    'settling',
    () => {
      const [front, back] = base().teams as [Team, Team];
      const groups = [{ id: 'few', staffing: { kind: 'hours' as const, agents: 9 } }];
      const channels = [{ id: 'phone', name: 'Phone', kind: 'phone' as const }];
      return {
        ...base(),
        horizon: { start: '2026-01-05', days: 1 },
        channels,
        teams: [{ ...front, groups }, back],
      };
    },
  ],
};
