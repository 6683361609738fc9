// Who does what beside the roles' names: duties and the time they take, the way from tier to tier, and pages with own words
// (E4, R5, A3, A9, M6 of the source articles).
import { z } from 'zod';
import { fraction, id, nonNegative, streamKey, text } from './elements.ts';

/** The ten duties of support staff (R5), those of the roles that lead to them, guide and manage (E4), and any other. */
export const dutyKinds = [
  'productQuestions',
  'orders',
  'troubleshooting',
  'offers',
  'proactiveContact',
  'complaints',
  'feedback',
  'publicReviews',
  'content',
  'kpis',
  'dispatching',
  'guiding',
  'helping',
  'priorityRequests',
  'managing',
  'training',
  'policies',
  'own',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** What somebody has to do with a duty. */
export const dutyParts = ['does', 'answersFor', 'isAsked', 'isTold'] as const;
export type DutyPart = (typeof dutyParts)[number];

const holder = z
  .strictObject({
    role: id.optional().describe('Absent: every role.'),
    team: id.optional().describe('Absent: every team.'),
    parts: z.array(z.enum(dutyParts)).min(1),
  })
  .describe('People of a role, of a team, or of a role in a team.');

const done = z
  .enum(['between', 'reserved'])
  .default('between')
  .describe(
    'between: between contacts, as work that waits for them. reserved: in the time that the role keeps free of contacts.',
  );

const dutyTime = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('handling') }).describe('It is part of the handling of contacts.'),
    z
      .strictObject({ kind: z.literal('work'), work: z.array(id).min(1) })
      .describe('It is stated as internal work of the plan.'),
    z.strictObject({
      kind: z.literal('hours'),
      hoursPerWeek: nonNegative.describe('Of all who do it together.'),
      pieceMinutes: z.number().positive().max(1440).optional().describe('Absent: 30.'),
      done,
    }),
    z.strictObject({
      kind: z.literal('pieces'),
      perWeek: nonNegative,
      secondsEach: nonNegative,
      done,
    }),
    z
      .strictObject({
        kind: z.literal('contacts'),
        secondsEach: nonNegative.describe('For each contact, beside its handling.'),
        issueTypes: z.array(id).min(1).optional(),
        channels: z.array(id).min(1).optional(),
        done,
      })
      .describe('So long for each contact of these issue types and channels; absent lists mean all.'),
  ])
  .describe('Time that the duty takes.');

export const duty = z.strictObject({
  id,
  streamKey,
  kind: z.enum(dutyKinds),
  name: text.optional().describe('Absent: the usual name of its kind.'),
  description: text.optional(),
  who: z.array(holder).default([]),
  time: dutyTime.optional(),
});
export type Duty = z.infer<typeof duty>;

/** The way of a person from one tier to another, and what it takes (A3). */
export const careerStep = z.strictObject({
  id,
  from: id.describe('Tier.'),
  to: id.describe('Tier.'),
  topics: z.array(text).optional().describe('What is learned.'),
  trainingHours: nonNegative.optional().describe('Of one person.'),
  weeks: nonNegative.optional().describe('From the beginning to the first day in the new tier.'),
  fee: nonNegative.optional().describe('Of one person, beside the pay; in the plan’s currency.'),
  peoplePerYear: nonNegative.optional(),
});

/** Own words in place of a page that is written from the plan. */
export const page = z.strictObject({
  id,
  page: z.enum(['role', 'escalation', 'survey']),
  role: id.optional().describe('Of a role description.'),
  text: text.describe('In Markdown.'),
});

/** What a bad experience with support does (E9, R2); every figure has a default with its source. */
export const badExperience = z
  .strictObject({
    avoidShare: fraction.optional().describe('Share of customers who then stay away.'),
    avoidYears: nonNegative.optional().describe('So long they stay away.'),
    tellShare: fraction.optional().describe('Share who tell others to stay away.'),
    listeners: nonNegative.optional().describe('Others whom one of them reaches.'),
    dissuadedShare: fraction.optional().describe('Share of those who then do not become customers.'),
    curveFactor: nonNegative
      .optional()
      .describe('Bad experiences, as a multiple of what the response curve of staying says.'),
    valuePerYear: nonNegative
      .optional()
      .describe('Contribution of one customer a year, in the plan’s currency.'),
    otherLossShare: fraction.optional().describe('Share of customers lost in a year for other reasons.'),
  })
  .describe('What is left out is as in the defaults.');

/** Customers of one past period (R7). */
export const retentionPeriod = z.strictObject({
  period: text.describe('Its name, such as a year.'),
  customersAtStart: z.number().nonnegative(),
  customersGained: z.number().nonnegative(),
  customersAtEnd: z.number().nonnegative(),
  cause: text.optional().describe('Why it rose or fell.'),
});
