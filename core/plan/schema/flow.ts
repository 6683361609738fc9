// How contacts move: routing, handling times, what happens after handling, escalation and promises (M1-M6, A8).
import { z } from 'zod';
import { contactFilter, fraction, id, isoDate, streamKey, text } from './elements.ts';
import { law } from './law.ts';

/** Who takes what first: an ordered list, each entry opened after its overflow time. The first fitting rule counts. */
export const routingRule = z.strictObject({
  id: id.optional(),
  when: contactFilter,
  entries: z
    .array(
      z
        .strictObject({
          teams: z.array(id).min(1).optional(),
          groups: z.array(id).min(1).optional().describe('Group ids, unique in the whole plan.'),
          afterSeconds: z.number().nonnegative().default(0).describe('Overflow time after the entry before.'),
        })
        .refine((value) => value.teams !== undefined || value.groups !== undefined, {
          error: 'entryWithoutTarget',
          path: ['teams'],
        }),
    )
    .min(1),
});
export type RoutingRule = z.infer<typeof routingRule>;

export const handlingRule = z.strictObject({
  when: contactFilter.default({}),
  time: law.describe('Talk plus wrap-up.'),
  wrapUpShare: fraction
    .default(0)
    .describe('Share of the time that is wrap-up; it holds the agent, not the customer.'),
});
export type HandlingRule = z.infer<typeof handlingRule>;

const functionalEscalation = z.strictObject({
  kind: z.literal('functional'),
  share: fraction,
  to: z.union([z.literal('nextTier'), z.literal('sameTeam'), z.strictObject({ team: id })]),
  recognisedAtOnceShare: fraction
    .default(0)
    .describe('Share that the agent passes on after a short handling.'),
  recognition: law.optional(),
  warm: z.strictObject({ overlapSeconds: z.number().nonnegative() }).optional(),
});
const departmentVisit = z.strictObject({
  kind: z.literal('otherDepartment'),
  share: fraction,
  department: id,
  handlingAfter: law.optional().describe('Handling when the answer is back; absent: the usual law.'),
});
const hierarchicalEscalation = z.strictObject({
  kind: z.literal('hierarchical'),
  share: fraction,
  to: z.strictObject({ team: id }).describe('The team (or one-group team) of leads or managers.'),
});

/** What follows a handling. The listed shares are taken in order after the resolved ones; what is left is resolved. */
export const outcomeRule = z.strictObject({
  when: contactFilter.default({}),
  next: z
    .array(z.discriminatedUnion('kind', [functionalEscalation, departmentVisit, hierarchicalEscalation]))
    .default([]),
});
export type OutcomeRule = z.infer<typeof outcomeRule>;

export const returnRule = z.strictObject({
  when: contactFilter.default({}),
  share: fraction.describe('Share of resolved contacts that come back.'),
  delay: law,
});

export const waitingTrigger = z.strictObject({
  when: contactFilter.default({}),
  afterShareOfPromise: z.number().positive().max(100).optional(),
  atAttempt: z.int().min(2).max(100).optional(),
  raisePriorityTo: z.int().min(1).max(9).optional(),
  moveTo: z.strictObject({ team: id }).optional(),
});

export const department = z.strictObject({
  id,
  streamKey,
  name: text,
  turnaround: law,
});

export const promise = z.strictObject({
  id,
  name: text,
  applies: contactFilter.default({}),
  clock: z
    .enum(['firstResponse', 'resolution', 'wait'])
    .describe('wait: the wait in one team’s queue, a promise between teams (OLA).'),
  measuredIn: z.enum(['elapsed', 'businessHours']).default('elapsed'),
  calendar: id.optional().describe('Calendar of the business hours; absent: the home team’s.'),
  firstResponseAt: z.enum(['end', 'begin']).default('end').describe('For deferred channels.'),
  targetSeconds: z.number().nonnegative(),
  shareToAttain: fraction,
  abandoned: z.enum(['missed', 'metWithinTarget', 'leftOut']).default('missed'),
  blocked: z.enum(['leftOut', 'missed']).default('leftOut'),
  turnedAway: z.enum(['leftOut', 'missed']).default('leftOut'),
  pausesInOtherDepartment: z.boolean().default(false),
  serviceLevelOf: z
    .enum(['counted', 'expectedOffered'])
    .optional()
    .describe(
      'expectedOffered: kept attempts over the first attempts expected to reach people. Absent: over those counted.',
    ),
  redialWaits: z
    .enum(['separate', 'cumulated'])
    .optional()
    .describe(
      'cumulated: the times of earlier attempts count towards a first response. Absent: each its own.',
    ),
  period: z.enum(['interval', 'day', 'week', 'month', 'horizon']).default('horizon'),
});
export type PlanPromise = z.infer<typeof promise>;

const jsonValue: z.ZodType<unknown> = z.json();

/** One change of a scenario, in the words of an edit (core/plan/edits/command.ts). */
const scenarioChange = z.strictObject({
  name: text.optional().describe('What the change is called; absent: it is described by what it does.'),
  at: z
    .array(z.union([z.string().min(1), z.int().min(0)]))
    .min(1)
    .describe('Path; parts of a list are named by their id.'),
  change: z.enum(['set', 'add', 'remove', 'move']),
  value: jsonValue.optional().describe('What is set or added.'),
  position: z.int().min(0).optional().describe('Where an added or moved part stands; absent: at the end.'),
});
export type ScenarioChange = z.infer<typeof scenarioChange>;

/** A scenario is a named list of changes to the plan, or to what another scenario makes of it, not a copy. */
export const scenario = z.strictObject({
  id,
  name: text,
  description: text.optional(),
  on: id.optional().describe('Scenario that this one stands on; absent: the plan itself.'),
  changes: z.array(scenarioChange),
});
export type Scenario = z.infer<typeof scenario>;

export const horizon = z.strictObject({
  start: isoDate.describe('First local day.'),
  days: z.int().min(1).max(3660).optional(),
  contacts: z.int().min(1).max(1_000_000_000).optional().describe('Length in arrivals, instead of days.'),
  warmUpDays: z.number().min(0).max(3660).default(0),
  warmUpContacts: z.int().min(0).max(1_000_000_000).default(0),
  intervalMinutes: z.int().min(1).max(1440).default(30).describe('Interval of the reported series.'),
});

export const startingBacklog = z.strictObject({
  demand: id,
  contacts: z.int().min(0).max(10_000_000),
  oldestSeconds: z.number().nonnegative().default(0),
});
