// Which queues make one line together: the same contacts but for their rows of demand, which some groups tell apart.
import type { QueueModel } from '../model/compiledModel.ts';

/** For each queue all that stand in one line with it, itself among them. */
export function withSameLines(queues: readonly QueueModel[]): QueueModel[] {
  const members = new Map<string, number[]>();
  const names = queues.map(({ channel, live, priority, homeTeam, entries }) =>
    JSON.stringify([channel, live, priority, homeTeam, entries]),
  );
  names.forEach((name, q) => {
    members.set(name, [...(members.get(name) ?? []), q]);
  });
  return queues.map((queue, q) => ({ ...queue, sameLine: members.get(names[q] as string) ?? [q] }));
}
