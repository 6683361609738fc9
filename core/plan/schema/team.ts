// Tiers, specialist teams, roles, the people in them and when they work (E2-E4, T2-T5).
import { z } from 'zod';
import { roleKinds, sourcings } from '../kinds.ts';
import {
  anyQuantity,
  clockTime,
  contactFilter,
  fraction,
  id,
  isoDate,
  nonNegative,
  streamKey,
  text,
  weekday,
} from './elements.ts';

export const tier = z.strictObject({ id, name: text, description: text.optional() });

export const role = z.strictObject({
  id,
  name: text,
  kind: z.enum(roleKinds),
  duties: z.array(text).default([]),
  maximumSpan: z.int().min(1).max(1000).optional().describe('Most people whom one holder of the role leads.'),
  contactTimeShare: fraction.default(1).describe('Share of working time that is spent on contacts.'),
});

export const contract = z.strictObject({
  id,
  name: text,
  hoursPerWeek: z.number().positive().max(168),
  costPerMonth: nonNegative.optional(),
  costPerHour: nonNegative.optional(),
  toolCostPerSeatPerMonth: nonNegative.optional(),
  trainingHoursPerMonth: nonNegative.optional(),
  hiringCost: nonNegative.optional(),
  hiringWeeks: nonNegative.optional(),
  attritionPerYear: fraction.optional(),
});

/** A named shift: who works it is on duty from start to end, less the breaks. An end before the start is the next day. */
export const shift = z.strictObject({
  id,
  name: text,
  start: clockTime,
  end: clockTime,
  breaks: z.array(z.strictObject({ start: clockTime, minutes: z.int().min(1).max(240) })).default([]),
});
export type Shift = z.infer<typeof shift>;

const leaving = z
  .enum(['finish', 'handOver', 'interrupt'])
  .default('finish')
  .describe('What a busy person does when the duty ends.');

export const staffing = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('hours'), agents: nonNegative, leaving })
    .describe('So many during the team’s hours.'),
  z
    .strictObject({
      kind: z.literal('counts'),
      counts: z
        .array(
          z
            .strictObject({
              weekdays: z.array(weekday).min(1),
              from: clockTime,
              to: clockTime,
              agents: nonNegative,
            })
            .refine((value) => value.from < value.to, { error: 'spanReversed', path: ['to'] }),
        )
        .min(1),
      leaving,
      leaverChoice: z.enum(['shortestIdle', 'random']).default('shortestIdle'),
    })
    .describe('So many in each stated span of the week; spans that overlap add up.'),
  z
    .strictObject({
      kind: z.literal('shifts'),
      assignments: z
        .array(
          z.strictObject({
            shift: id,
            weekdays: z.array(weekday).min(1),
            agents: z.int().min(0).max(100_000),
          }),
        )
        .min(1),
      leaving,
    })
    .describe('Named shifts: each agent leaves at the end of the own shift.'),
]);
export type Staffing = z.infer<typeof staffing>;

export const group = z.strictObject({
  id,
  streamKey,
  name: text.optional(),
  role: id.optional(),
  contract: id.optional(),
  headcount: z.int().min(0).max(1_000_000).optional().describe('People employed; absent: not yet planned.'),
  people: z.array(z.strictObject({ id, name: text, languages: z.array(z.string()).optional() })).optional(),
  sourcing: z.enum(sourcings).default('inHouse'),
  skills: z.array(z.string().min(1).max(64)).default([]),
  languages: z.array(z.string().min(2).max(16)).default([]).describe('Empty: every language of the plan.'),
  staffing,
  staffChanges: z
    .array(
      z.strictObject({
        date: isoDate,
        people: anyQuantity.describe('So many join; below 0: leave.'),
        delayDays: nonNegative
          .optional()
          .describe('Days by which it comes later than planned; a range where the date is uncertain.'),
      }),
    )
    .optional()
    .describe('From a date on the staffing counts as so much more or less as the group has people.'),
  plannedShrinkage: fraction
    .default(0)
    .describe('Share of planned presence lost to breaks, training, meetings.'),
  unplannedAbsence: fraction.default(0).describe('Chance that a person is absent on a day.'),
  proficiency: z
    .array(z.strictObject({ when: contactFilter, factor: z.number().positive().max(20) }))
    .default([])
    .describe('Handling time is divided by the factor of the first entry that fits.'),
  learningCurve: z
    .strictObject({
      startFactor: z.number().positive().max(1),
      weeks: z.number().positive(),
      newShare: fraction,
    })
    .optional(),
  order: z
    .enum(['liveFirst', 'longestQueue', 'fixedList'])
    .default('liveFirst')
    .describe('Which queue a freed agent looks at first.'),
  queueList: z
    .array(contactFilter)
    .optional()
    .describe('The order for fixedList and the ties of longestQueue.'),
  reservedForLive: z
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe('Deferred work starts only while more agents are free.'),
  deferredInterruptible: z.boolean().default(false),
  resumedBySameAgent: z.boolean().default(false),
});
export type Group = z.infer<typeof group>;

export const team = z.strictObject({
  id,
  streamKey,
  name: text,
  tier: id.optional(),
  specialty: text.optional(),
  serves: z
    .strictObject({
      issueTypes: z.array(id).min(1).optional(),
      channels: z.array(id).min(1).optional(),
      languages: z.array(z.string().min(2).max(16)).min(1).optional(),
    })
    .default({})
    .describe('Absent lists mean all.'),
  hours: id.optional().describe('Calendar of the team; absent: always open.'),
  site: z
    .strictObject({ name: text.optional(), timeZone: z.string().min(1).max(64) })
    .optional()
    .describe('Where the team sits; its shifts and hours are in this time zone.'),
  waitingOrder: z.enum(['entry', 'firstArrival', 'deadline']).default('entry'),
  agentChoice: z.enum(['longestIdle', 'fewestQueues', 'random', 'fixed']).default('longestIdle'),
  waitingPlaces: z.int().min(0).max(1_000_000).optional(),
  exemptHandOversFromLimit: z.boolean().default(false),
  reportsTo: id.optional().describe('Team to which this one reports; for the chart and for spans.'),
  lead: id.optional().describe('Group that leads the team.'),
  groups: z.array(group),
});
export type Team = z.infer<typeof team>;
