// In which order a freed agent looks at those who wait.
import { matches } from '../../../core/plan/serving.ts';
import { type Agent, hasRoom, isWithoutWork, reserves, type Staff } from './agents.ts';
import { type Contact, isInternal } from './contacts.ts';
import { byKey } from './draws.ts';
import type { WaitingContact } from './queues.ts';
import { staysForContact } from './staffing.ts';
import type { Stage } from './stages.ts';
import type { World } from './world.ts';

/** Among contacts of one rank: begun work, then the order of the line, then joining. */
export function byPlace(a: WaitingContact, b: WaitingContact): number {
  if (a.isBegun !== b.isBegun) return a.isBegun ? -1 : 1;
  if (a.orderKey !== b.orderKey) return a.orderKey - b.orderKey;
  return a.turn - b.turn;
}

function liveFirst(a: WaitingContact, b: WaitingContact): number {
  if (a.contact.isLive !== b.contact.isLive) return a.contact.isLive ? -1 : 1;
  if (a.contact.priority !== b.contact.priority) return a.contact.priority - b.contact.priority;
  return byPlace(a, b);
}

/** By what filters of lists and triggers know a contact in a line: the line's home team and its tier. */
export function factsInLine(world: World, contact: Contact, stage: Stage) {
  const team = world.plan.teams[stage.homeTeam];
  return { ...contact.facts, tier: team?.tier, team: team?.id };
}

/** Number of the first filter of the group's list that fits; the length of the list: none. */
function filterOf(world: World, staff: Staff, { contact, stage }: WaitingContact): number {
  const list = staff.group.queueList ?? [];
  const facts = factsInLine(world, contact, stage);
  const first = isInternal(contact) ? -1 : list.findIndex((filter) => matches(filter, facts));
  return first < 0 ? list.length : first;
}

function byFixedList(world: World, staff: Staff, a: WaitingContact, b: WaitingContact): number {
  const [first, second] = [filterOf(world, staff, a), filterOf(world, staff, b)];
  if (first !== second) return first - second;
  return first === (staff.group.queueList ?? []).length ? liveFirst(a, b) : byPlace(a, b);
}

interface Queue {
  readonly rank: number;
  readonly key: string;
  readonly places: WaitingContact[];
}

function longestQueue(world: World, staff: Staff, places: readonly WaitingContact[]): WaitingContact[] {
  const queues = new Map<string, Queue>();
  const list = staff.group.queueList ?? [];
  for (const place of places) {
    const { demand } = place.contact;
    const rank = list.length === 0 ? 0 : filterOf(world, staff, place);
    const key = list.length === 0 ? (demand.streamKey ?? demand.id) : '';
    const queue = queues.get(`${rank}/${key}`) ?? { rank, key, places: [] };
    queue.places.push(place);
    queues.set(`${rank}/${key}`, queue);
  }
  const longer = (a: Queue, b: Queue): number =>
    b.places.length - a.places.length || a.rank - b.rank || byKey(a.key, b.key);
  return [...queues.values()].sort(longer)[0]?.places ?? [];
}

/** Whether the contact already waits for this group too. */
const waitsFor = (place: WaitingContact, staff: Staff, now: number): boolean =>
  place.stage.entries.some(
    (entry) => entry.staff.includes(staff) && place.enteredAt + entry.afterSeconds <= now,
  );

/** Whether the agent is the one who goes on with what was begun, where only one does. */
export const mayGoOn = (place: WaitingContact, agent: Agent): boolean =>
  place.onlyBy === undefined || (place.onlyBy.staff === agent.staff && place.onlyBy.number === agent.number);

/** The one who comes before all others. */
const first = <T>(list: readonly T[], order: (a: T, b: T) => number): T | undefined =>
  list.reduce<T | undefined>(
    (best, other) => (best === undefined || order(other, best) < 0 ? other : best),
    undefined,
  );

/** Whom the agent takes next; undefined: nobody who waits. */
export function nextFor(world: World, agent: Agent): WaitingContact | undefined {
  const { staff } = agent;
  if (!isWithoutWork(agent) && !agent.works.every(({ chatsOf }) => chatsOf !== undefined)) return undefined;
  const waiting = world.waiting
    .filter((place) => waitsFor(place, staff, world.now) && mayGoOn(place, agent))
    .filter(({ contact }) => !agent.isLeaving || staysForContact(world, agent, contact));
  const isReserved = reserves(staff);
  const able = waiting.filter(({ contact }) => hasRoom(agent, contact) && (contact.isLive || !isReserved));
  if (waiting.length > able.length && isWithoutWork(agent)) world.mark('reserve');
  const contacts = able.filter(({ contact }) => !isInternal(contact));
  if (contacts.length === 0) return first(able, byPlace);
  const usual = first(contacts, liveFirst);
  switch (staff.group.order) {
    case 'liveFirst':
      return usual;
    case 'fixedList': {
      const listed = first(contacts, (a, b) => byFixedList(world, staff, a, b));
      if (listed !== usual) world.mark('fixed list');
      return listed;
    }
    case 'longestQueue': {
      const longest = first(longestQueue(world, staff, contacts), byPlace);
      if (longest !== usual) world.mark('longest queue');
      return longest;
    }
  }
}
