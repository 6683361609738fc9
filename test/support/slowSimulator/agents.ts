// Agents and groups of the slow simulator.
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group, Team } from '../../../core/plan/schema/team.ts';
import type { GroupPosition } from '../../../core/plan/serving.ts';
import type { Happening } from './agenda.ts';
import type { Contact } from './contacts.ts';
import { byKey } from './draws.ts';
import type { Stage } from './stages.ts';

/** One contact in the hands of an agent; work left is in single-chat seconds. */
export interface Work {
  readonly contact: Contact;
  readonly stage: Stage;
  readonly agent: Agent;
  readonly next: Next;
  readonly sequence: number;
  talkLeft: number;
  workLeft: number;
  isTalking: boolean;
  event: Happening | undefined;
}

/** What follows the talk. */
export type Next =
  | { readonly kind: 'resolved' }
  | { readonly kind: 'onward' }
  | { readonly kind: 'listed'; readonly listed: Plan['outcomes'][number]['next'][number] };

export interface Agent {
  readonly staff: Staff;
  readonly number: number;
  works: Work[];
  idleSince: number;
  lastAssignedAt: number;
  lastUpdate: number;
  /** Goes as soon as the work is done, and takes none before. */
  isLeaving: boolean;
}

/** A group with the people who are there. */
export interface Staff {
  readonly index: number;
  readonly teamIndex: number;
  readonly team: Team;
  readonly group: Group;
  readonly key: string;
  agents: Agent[];
  /** How many the schedule wants, for groups staffed by counts. */
  target: number;
  /** Numbers of the agents whom the schedule wants, for named shifts. */
  readonly scheduled: Set<number>;
}

export function allStaff(plan: Plan): Staff[] {
  return plan.teams
    .flatMap((team, teamIndex) => team.groups.map((group) => ({ team, teamIndex, group })))
    .map((place, index) => ({
      ...place,
      index,
      key: place.group.streamKey ?? place.group.id,
      agents: [],
      target: 0,
      scheduled: new Set(),
    }));
}

export const staffAt = (plan: Plan, staff: readonly Staff[], position: GroupPosition): Staff =>
  staff.find(
    (candidate) =>
      candidate.teamIndex === position.teamIndex &&
      candidate.group === plan.teams[position.teamIndex]?.groups[position.groupIndex],
  ) as Staff;

export const isWithoutWork = (agent: Agent): boolean => agent.works.length === 0;

/** Agents of a group who could begin something at once. */
export const freeAgents = (staff: Staff): Agent[] =>
  staff.agents.filter((agent) => isWithoutWork(agent) && !agent.isLeaving);

/** Whether the agent has room for this contact, the reserve for live work apart. */
export function hasRoom(agent: Agent, contact: Contact): boolean {
  if (agent.isLeaving) return false;
  if (isWithoutWork(agent)) return true;
  const limit = contact.channel.concurrency?.limit ?? 1;
  return (
    contact.isChat &&
    agent.works.length < limit &&
    agent.works.every((work) => work.contact.isChat && work.contact.channel === contact.channel)
  );
}

/** Deferred work starts only while more than the reserved number of the group's agents are without work. */
export const mayStart = (agent: Agent, contact: Contact): boolean =>
  hasRoom(agent, contact) &&
  (contact.isLive || freeAgents(agent.staff).length > agent.staff.group.reservedForLive);

/** Longest idle first, then stream key, then number. */
export function byIdleTime(a: Agent, b: Agent): number {
  if (a.idleSince !== b.idleSince) return a.idleSince - b.idleSince;
  if (a.staff.key !== b.staff.key) return byKey(a.staff.key, b.staff.key);
  return a.number - b.number;
}

/** The agent whom a new chat takes first. */
export function byChats(a: Agent, b: Agent, newChatTo: 'fewestChats' | 'mostChats'): number {
  const fewer = a.works.length - b.works.length;
  if (fewer !== 0) return newChatTo === 'fewestChats' ? fewer : -fewer;
  if (a.lastAssignedAt !== b.lastAssignedAt) return a.lastAssignedAt - b.lastAssignedAt;
  return byIdleTime(a, b);
}
