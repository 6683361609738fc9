// Which queues make one line together: the same contacts but for their rows of demand, which some groups tell apart.
import type { QueueModel } from '../model/compiledModel.ts';
import type { QueueTable } from './queueTable.ts';

/** For each queue all that stand in one line with it, itself among them. */
export function withSameLines(table: QueueTable): QueueModel[] {
  const queues = table.rows;
  const members = new Map<string, number[]>();
  const names = queues.map(({ channel, live, priority, homeTeam, entries }) =>
    [channel, live, priority, homeTeam, table.routeName(entries)].join(','),
  );
  names.forEach((name, q) => {
    const others = members.get(name);
    if (others === undefined) members.set(name, [q]);
    else others.push(q);
  });
  return queues.map((queue, q) => ({ ...queue, sameLine: members.get(names[q] as string) ?? [q] }));
}
