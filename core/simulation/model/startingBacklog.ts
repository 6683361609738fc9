// The starting backlog (rule 17): contacts that stand in their lines at time 0, before the first event.
import type { CompiledModel, QueueModel, StageModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { observeVisit } from './observer.ts';
import { nominalWork, reach, takePlace, wait } from './queueEntry.ts';
import { classOf, keyPrecedes, noOne, type ReplicationState } from './replicationState.ts';
import { lineOf } from './triggers.ts';

/** Places every backlog. */
export function placeBacklog(s: ReplicationState): void {
  for (const { c, ordinal, entered } of backlogInOrder(s.model)) place(s, c, ordinal, entered);
}

/** The contacts of every backlog in the order in which they came; among equals by stream key and ordinal. */
export function backlogInOrder({
  classes,
}: CompiledModel): { readonly c: number; readonly ordinal: number; readonly entered: number }[] {
  const rows = classes.flatMap((entry, c) => {
    const { contacts = 0, oldestSeconds = 0 } = entry.backlog ?? {};
    return Array.from({ length: contacts }, (_, ordinal) => {
      return { c, ordinal, entered: -((contacts - ordinal) / contacts) * oldestSeconds };
    });
  });
  return rows.sort((a, b) => {
    if (a.entered !== b.entered) return a.entered - b.entered;
    if (a.c === b.c) return a.ordinal - b.ordinal;
    return keyPrecedes(classes[a.c] as StageOwner, classes[b.c] as StageOwner) ? -1 : 1;
  });
}

type StageOwner = CompiledModel['classes'][number];

/** Like a contact of the warm-up: it counts in busy time, offered work and queues, in no promise and no count. */
function place(s: ReplicationState, c: number, ordinal: number, entered: number): void {
  const slot = s.newContact(c, ordinal, 0);
  const entry = classOf(s, slot);
  s.contactInts[(slot << 6) | contactInt.stage] = entry.backlog?.stage ?? noOne;
  s.contactFloats[(slot << 5) | contactFloat.clockStart] = entered;
  s.contactInts[(slot << 6) | contactInt.clockInterval] = 0;
  s.contactFloats[(slot << 5) | contactFloat.firstClockStart] = entered;
  s.contactInts[(slot << 6) | contactInt.firstClockInterval] = 0;
  s.contactFloats[(slot << 5) | contactFloat.queueEntry] = entered;
  const stage = s.model.stages[s.contactInts[(slot << 6) | contactInt.stage] as number] as StageModel;
  const queueIndex = lineOf(s, slot, stage, entry.live);
  s.contactInts[(slot << 6) | contactInt.queue] = queueIndex;
  observeVisit(
    s,
    slot,
    stage.homeTeam,
    nominalWork(s, slot, stage, s.model.queues[queueIndex] as QueueModel),
  );
  reach(s, slot);
  if (s.model.interrupts) takePlace(s, slot, queueIndex);
  wait(s, slot, stage, queueIndex);
}
