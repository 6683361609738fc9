// The key by which a contact stands in its line: time of entry, first arrival, or earliest open promise.
import type { QueueModel } from './compiledModel.ts';
import { contactFloat } from './contactFields.ts';
import { deadline } from './promiseClock.ts';
import type { ReplicationState } from './replicationState.ts';

export function orderKeyOf(s: ReplicationState, slot: number, queueIndex: number): number {
  const { order } = s.model.queues[queueIndex] as QueueModel;
  if (order === 'entry') return s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number;
  return order === 'firstArrival'
    ? (s.contactFloats[(slot << 5) | contactFloat.firstClockStart] as number)
    : deadline(s, slot);
}
