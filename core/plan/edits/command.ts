// The closed list of changes that can be made to a plan. A step of the person is one or more of them, and each can be
// turned round. Scenarios name their changes in the same words.
import { z } from 'zod';

/** Field names and, in lists, the id of a part or its position where it has no id. */
export const place = z.array(z.union([z.string().min(1).max(200), z.int().min(0)])).max(64);
export type Place = readonly (string | number)[];

const somewhere = place.min(1);
const position = z.int().min(0);

export const command = z.discriminatedUnion('change', [
  z
    .strictObject({ change: z.literal('set'), at: place, value: z.unknown() })
    .describe('Gives a field or a part of a list another value; the empty place is the whole plan.'),
  z
    .strictObject({
      change: z.literal('add'),
      at: somewhere.describe('The list.'),
      value: z.unknown(),
      position: position.optional().describe('Where it stands afterwards; absent: at the end.'),
    })
    .describe('Adds a part to a list.'),
  z
    .strictObject({ change: z.literal('remove'), at: somewhere })
    .describe('Takes a part out of a list, or leaves a field to its default.'),
  z
    .strictObject({ change: z.literal('move'), at: somewhere, position })
    .describe('Puts a part of a list at another position.'),
]);

export type Command =
  | { readonly change: 'set'; readonly at: Place; readonly value: unknown }
  | {
      readonly change: 'add';
      readonly at: Place;
      readonly value: unknown;
      readonly position?: number | undefined;
    }
  | { readonly change: 'remove'; readonly at: Place }
  | { readonly change: 'move'; readonly at: Place; readonly position: number };

/** A step is small; what changes everything is one `set` of the whole plan. */
export const commands = z.array(command).min(1).max(10_000);
