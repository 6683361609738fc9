// Which lines may take an agent out of a talk: known at compile time, so that all other lines never look for one.
import type { Group } from '../../plan/schema/team.ts';
import type { QueueModel } from '../model/compiledModel.ts';

/** What each queue may do to talks under way. `classesOf`: classes that can stand in each line. */
export function withInterruptions(
  queues: readonly QueueModel[],
  classesOf: readonly ReadonlySet<number>[],
  isPreemptible: (classIndex: number) => boolean,
  groups: readonly Pick<Group, 'deferredInterruptible'>[],
): QueueModel[] {
  const yielding = queues.map(
    (queue, q) => queue.concurrency === -1 && [...(classesOf[q] ?? [])].some(isPreemptible),
  );
  return queues.map((queue) => {
    const first = new Set(queue.entries.flatMap((entry) => (entry.afterSeconds === 0 ? entry.groups : [])));
    const meets = (other: QueueModel): boolean =>
      other.entries.some((entry) => entry.groups.some((group) => first.has(group)));
    const preempts = queues.some(
      (other, o) =>
        yielding[o] === true &&
        other.priority > queue.priority &&
        (queue.live || !other.live) &&
        meets(other),
    );
    const interruptsDeferred =
      queue.live && [...first].some((group) => groups[group]?.deferredInterruptible === true);
    return { ...queue, preempts, interruptsDeferred };
  });
}
