// In which order a freed agent of a group looks at the lines: by rank, by the group's own list, or the longest first.
import type { ContactFilter } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Group } from '../../plan/schema/team.ts';
import type { ServedPlan } from '../../plan/servedPlan.ts';
import { type ContactFacts, factsOf, matches } from '../../plan/serving.ts';
import { hashKey } from '../engine/streams.ts';
import type { GroupQueue, QueueModel } from '../model/compiledModel.ts';
import type { ClassRow } from './classRows.ts';

/** Whether a group asks of which row of demand those are who wait: then its lines hold one class each. */
export const asksWhoWaits = (group: Pick<Group, 'order'>): boolean => group.order !== 'liveFirst';

/** Of a plan what the order of lines rests on, beside its rows and its groups. */
export type OrderPlan = Pick<ServedPlan, 'teams' | 'issueTypes'> & Pick<Plan, 'demand'>;

/** Live before deferred, then by priority. */
const rankOf = (queue: QueueModel): number => (queue.live ? 0 : 100) + queue.priority;

/** What the filters of a list see of those in a line: their row of demand, the home team and its tier. */
function factsOfQueue(plan: OrderPlan, rows: readonly ClassRow[], queue: QueueModel): ContactFacts {
  const team = plan.teams[queue.homeTeam];
  const { demand } = rows[queue.ofClass] as ClassRow;
  return { ...factsOf(plan, demand), team: team?.id, tier: team?.tier };
}

/** Internal work comes after every contact, in every order. */
const lastRank = 1_000_000;

/** Place of the first filter that fits; the number of filters where none does. */
function placeIn(list: readonly ContactFilter[], facts: ContactFacts): number {
  const place = list.findIndex((filter) => matches(filter, facts));
  return place < 0 ? list.length : place;
}

/** Place of each row of demand in the order of stream keys. */
function placesOfRows(plan: OrderPlan): number[] {
  const keys = plan.demand.map((demand) => hashKey(demand.streamKey ?? demand.id));
  const order = keys.map((_, c) => c);
  const key = (c: number, word: 0 | 1): number => keys[c]?.[word] ?? 0;
  order.sort((a, b) => key(a, 0) - key(b, 0) || key(a, 1) - key(b, 1) || a - b);
  const places = new Array<number>(order.length).fill(0);
  order.forEach((row, place) => {
    places[row] = place;
  });
  return places;
}

/** Number by which the lines of a group are sorted; lines of one number are tied. */
function rankFor(plan: OrderPlan, rows: readonly ClassRow[], group: Group): (queue: QueueModel) => number {
  const list = group.queueList ?? [];
  if (group.order === 'fixedList') {
    return (queue) => {
      const place = placeIn(list, factsOfQueue(plan, rows, queue));
      return place < list.length ? place : list.length + rankOf(queue);
    };
  }
  if (group.order === 'longestQueue') {
    if (group.queueList !== undefined) return (queue) => placeIn(list, factsOfQueue(plan, rows, queue));
    const places = placesOfRows(plan);
    return (queue) => places[rows[queue.ofClass]?.demandRow as number] as number;
  }
  return rankOf;
}

/** Queues of a group in the order in which it looks at them; equal ones share a bucket. */
export function queuesOfGroup(
  plan: OrderPlan,
  rows: readonly ClassRow[],
  group: Group,
  queues: readonly QueueModel[],
  groupIndex: number,
): GroupQueue[] {
  const rankOfContacts = rankFor(plan, rows, group);
  const rank = (queue: QueueModel): number => (queue.channel === -1 ? lastRank : rankOfContacts(queue));
  const served = queues.flatMap((queue, q) => {
    const entry = queue.entries.find((candidate) => candidate.groups.includes(groupIndex));
    return entry === undefined ? [] : [{ queue: q, afterSeconds: entry.afterSeconds, rank: rank(queue) }];
  });
  served.sort((a, b) => a.rank - b.rank || a.queue - b.queue);
  let bucket = -1;
  let last = -1;
  return served.map(({ queue, afterSeconds, rank: own }) => {
    if (own !== last) bucket += 1;
    last = own;
    return { queue, afterSeconds, bucket };
  });
}
