// The key by which a contact stands in its line: time of entry, first arrival, or earliest open promise.
import type { QueueModel } from './compiledModel.ts';
import { deadline } from './promiseClock.ts';
import type { ReplicationState } from './replicationState.ts';

export function orderKeyOf(s: ReplicationState, slot: number, queueIndex: number): number {
  const { order } = s.model.queues[queueIndex] as QueueModel;
  if (order === 'entry') return s.queueEntry[slot] as number;
  return order === 'firstArrival' ? (s.firstClockStart[slot] as number) : deadline(s, slot);
}
