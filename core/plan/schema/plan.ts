// The plan document as a whole. One schema gives types, defaults, validation and the JSON Schema file.
import { z } from 'zod';
import { calendar, locale } from './calendar.ts';
import { channel } from './channel.ts';
import { company, goal, internalWork } from './company.ts';
import { demand, issueType, profile, volumeModel } from './demand.ts';
import { careerStep, duty, page } from './duties.ts';
import { id, text } from './elements.ts';
import {
  department,
  handlingRule,
  horizon,
  outcomeRule,
  promise,
  returnRule,
  routingRule,
  scenario,
  startingBacklog,
  waitingTrigger,
} from './flow.ts';
import { needs } from './needs.ts';
import { reviews } from './review.ts';
import { contract, role, shift, team, tier } from './team.ts';

/** Version of the format that this build writes; older ones are read, newer ones are refused without harm. */
export const formatVersion = 1;

export const planSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('saff-plan'),
  formatVersion: z.literal(formatVersion),
  id,
  name: text,
  description: text.optional(),
  notes: z
    .array(text)
    .default([])
    .describe('Origins of figures, assumptions, anything that a reader should know.'),
  incomplete: z.boolean().default(false),
  company: company.prefault({}),
  needs: needs.optional().describe('What the company needs, from which organisations are proposed.'),
  locale: locale.prefault({}),
  horizon,
  calendars: z.array(calendar).default([]),
  channels: z.array(channel),
  issueTypes: z.array(issueType),
  profiles: z.array(profile).default([]),
  demand: z.array(demand),
  volumeModel: volumeModel.prefault({}),
  tiers: z.array(tier).default([]).describe('From the first to the last.'),
  teams: z.array(team),
  roles: z.array(role).default([]),
  contracts: z.array(contract).default([]),
  shifts: z.array(shift).default([]),
  routing: z.array(routingRule).default([]),
  handling: z.array(handlingRule).describe('The first fitting rule counts.'),
  outcomes: z.array(outcomeRule).default([]).describe('The first fitting rule counts; none: all resolved.'),
  returns: z.array(returnRule).default([]),
  waitingTriggers: z.array(waitingTrigger).default([]),
  departments: z.array(department).default([]),
  internalWork: z.array(internalWork).default([]),
  duties: z.array(duty).optional().describe('Who does what, who answers for it, and the time it takes.'),
  careerSteps: z.array(careerStep).optional(),
  pages: z.array(page).optional().describe('Own words in place of pages that are written from the plan.'),
  promises: z.array(promise).default([]),
  goals: z.array(goal).default([]),
  startingBacklog: z.array(startingBacklog).default([]),
  scenarios: z.array(scenario).default([]),
  reviews: reviews.optional().describe('What really happened, held against the plan.'),
});

export type Plan = z.infer<typeof planSchema>;
/** A plan as it may be written: everything with a default may be left out. */
export type PlanInput = z.input<typeof planSchema>;
