// How much the queues grow: counted at an instant after the empty start and at the end.
import type { CompiledModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { addToTeam } from './observer.ts';
import { noOne, type ReplicationState } from './replicationState.ts';

const weekSeconds = 7 * 86_400;

/**
 * Where the growth of the queues begins to be measured: as many whole weeks before the end as there are after the
 * warm-up (at least a day, for a queue grows from an empty start), so that a weekend at the end is no growth. Where
 * there is not one whole week, the start of the counted time.
 */
export function growthStartOf(model: CompiledModel, warmStart: number): number {
  const { horizonSeconds, warmUpSeconds, warmUpContacts } = model;
  if (warmUpContacts > 0 || horizonSeconds === Number.POSITIVE_INFINITY) return warmStart;
  const weeks = Math.floor((horizonSeconds - Math.max(warmUpSeconds, 86_400)) / weekSeconds);
  return weeks >= 1 ? horizonSeconds - weeks * weekSeconds : warmStart;
}

/** Contacts waiting by home team, at the start and at the end of the counted time. */
export function countQueues(s: ReplicationState, counter: number): void {
  s.model.queues.forEach((queue, q) => {
    for (
      let slot = s.queueHead[q] as number;
      slot !== noOne;
      slot = s.contactInts[(slot << 6) | contactInt.next] as number
    ) {
      if ((s.contactFloats[(slot << 5) | contactFloat.abandonAt] as number) >= s.now)
        addToTeam(s, queue.homeTeam, counter, 1);
    }
  });
}

/** Whether the time over which growth is measured is whole weeks that do not begin with the empty start. */
export const isGrowthWeekly = (warmStart: number, growthStart: number, end: number): boolean =>
  growthStart > warmStart || (growthStart >= 86_400 && (end - growthStart) % weekSeconds === 0);
