// The people of the plan in which every field says something.
import { everyDay, named } from './wholeParts.ts';

const groupFields = {
  name: named('Agents'),
  role: 'agent',
  contract: 'full',
  headcount: 12,
  people: [{ id: 'sara', name: named('Sara'), languages: ['fa'] }],
  sourcing: 'remote',
  skills: ['network'],
  languages: ['fa', 'en'],
  staffChanges: [{ date: '2026-11-24', people: 1, delayDays: { value: 2, low: 0, high: 5 } }],
  plannedShrinkage: 0.1,
  unplannedAbsence: { value: 0.05, low: 0.03, high: 0.08, assumed: true },
  proficiency: [{ when: { issueTypes: ['setup'] }, factor: 1.1 }],
  learningCurve: { startFactor: 0.6, weeks: 8, newShare: 0.2 },
  order: 'fixedList',
  queueList: [{ channels: ['phone'] }],
  reservedForLive: 1,
  deferredInterruptible: true,
  resumedBySameAgent: true,
};

export const wholePeople = {
  teams: [
    {
      id: 'desk',
      name: named('Desk'),
      tier: 'first',
      specialty: named('General help'),
      serves: { issueTypes: ['setup'], channels: ['phone', 'chat', 'calls'], languages: ['fa', 'en'] },
      hours: 'office',
      site: { name: named('Tehran'), timeZone: 'Asia/Tehran' },
      waitingOrder: 'deadline',
      agentChoice: 'fixed',
      waitingPlaces: 100,
      exemptHandOversFromLimit: true,
      reportsTo: 'experts',
      lead: 'leads',
      groups: [
        { id: 'agents', ...groupFields, staffing: { kind: 'hours', agents: 10, leaving: 'handOver' } },
        {
          id: 'counted',
          skills: ['network'],
          staffing: {
            kind: 'counts',
            counts: [{ weekdays: everyDay, from: '08:00', to: '20:00', agents: 3 }],
            leaving: 'interrupt',
            leaverChoice: 'random',
          },
        },
        {
          id: 'shifted',
          skills: ['network'],
          staffing: {
            kind: 'shifts',
            assignments: [{ shift: 'early', weekdays: everyDay, agents: 2 }],
            leaving: 'finish',
          },
        },
      ],
    },
    {
      id: 'experts',
      name: named('Experts'),
      tier: 'second',
      serves: {},
      hours: 'office',
      groups: [{ id: 'leads', skills: ['network'], staffing: { kind: 'hours', agents: 4 } }],
    },
    {
      id: 'reception',
      name: named('Reception'),
      tier: 'first',
      groups: [{ id: 'receivers', staffing: { kind: 'hours', agents: 3 } }],
    },
  ],
  roles: [
    {
      id: 'agent',
      name: named('Agent'),
      kind: 'agent',
      duties: [named('Answers')],
      maximumSpan: 12,
      contactTimeShare: 0.9,
    },
  ],
  contracts: [
    {
      id: 'full',
      name: named('Full time'),
      hoursPerWeek: 40,
      costPerMonth: 900,
      costPerHour: 6,
      toolCostPerSeatPerMonth: 30,
      trainingHoursPerMonth: 4,
      hiringCost: 500,
      hiringWeeks: 6,
      attritionPerYear: 0.2,
    },
  ],
  shifts: [
    {
      id: 'early',
      name: named('Early'),
      start: '08:00',
      end: '16:00',
      breaks: [{ start: '12:00', minutes: 30 }],
    },
  ],
};
