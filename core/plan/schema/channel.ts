// Channels: how a contact comes in, how long it waits and what stands before the people (E5, A2, M3).
import { z } from 'zod';
import { channelKinds } from '../kinds.ts';
import { fraction, id, nonNegative, streamKey, text } from './elements.ts';
import { law } from './law.ts';

export { isLive } from '../isLive.ts';

export const channelKind = z.enum(channelKinds);
export type ChannelKind = z.infer<typeof channelKind>;

const redial = z.strictObject({
  share: fraction.describe('Share of those who abandoned that try again.'),
  blockedShare: fraction.optional().describe('Share of those who were blocked that try again; absent: none.'),
  delay: law,
  samePatience: z.boolean().default(false),
});

const assistant = z.strictObject({
  share: fraction.default(1).describe('Share of the contacts that meet the virtual assistant.'),
  time: law,
  resolvedShare: fraction,
  handedOverShare: fraction,
  handOverHandlingFactor: z.number().positive().default(1),
  bounceReturnDelay: law.optional().describe('Bounced contacts come back as new volume after this delay.'),
});

const callBackOffer = z.strictObject({
  thresholdSeconds: z.number().nonnegative().describe('Offered when the estimated wait exceeds this.'),
  acceptedShare: fraction,
  channel: id.describe('The call-back channel whose promise holds.'),
  unansweredShare: fraction.default(0),
  failedAttempt: law.optional(),
  retryDelay: law.optional(),
  retries: z.int().min(0).max(20).default(0),
});

export const channel = z.strictObject({
  id,
  streamKey,
  name: text,
  kind: channelKind,
  mode: z
    .enum(['live', 'deferred'])
    .optional()
    .describe('Absent: phone, chat and in person are live, all others deferred.'),
  hours: id.optional().describe('Calendar of the opening hours; absent: always open.'),
  patience: law.optional().describe('Absent: live and deferred contacts wait without limit.'),
  balkingShare: fraction.default(0).describe('Share that leaves at once unless served at once.'),
  patienceByTier: z
    .array(z.strictObject({ tier: id, patience: law, balkingShare: fraction.default(0) }))
    .default([]),
  redial: redial.optional(),
  afterHours: z.enum(['turnedAway', 'queue']).default('turnedAway'),
  atClosing: z.enum(['serve', 'disconnect']).default('serve'),
  waitingPlaces: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('Limit on contacts waiting; absent: none.'),
  lines: z.int().min(1).max(1_000_000).optional().describe('Limit on waiting plus in service; absent: none.'),
  concurrency: z
    .strictObject({
      limit: z.int().min(1).max(20),
      speed: z
        .array(z.number().positive().max(1))
        .min(1)
        .describe('f(n): speed of each chat when n are held at once; the first is 1.'),
      newChatTo: z.enum(['fewestChats', 'mostChats']).default('fewestChats'),
    })
    .refine((value) => value.speed.length === value.limit && value.speed[0] === 1, {
      error: 'speedTable',
      path: ['speed'],
    })
    .optional(),
  dispatcher: z
    .strictObject({
      team: id,
      wrongTeamShare: fraction.default(0),
      wrongTeamHandling: law.optional(),
    })
    .optional()
    .describe('The team that takes first contact and leads to the tier or specialist team.'),
  assistant: assistant.optional(),
  callBackOffer: callBackOffer.optional(),
  costPerContact: nonNegative.optional(),
});
export type Channel = z.infer<typeof channel>;
