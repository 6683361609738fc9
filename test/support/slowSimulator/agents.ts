// Agents and groups of the slow simulator.
import type { Channel } from '../../../core/plan/schema/channel.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group, Team } from '../../../core/plan/schema/team.ts';
import type { GroupPosition } from '../../../core/plan/serving.ts';
import type { Happening } from './agenda.ts';
import type { Contact } from './contacts.ts';
import { byKey } from './draws.ts';
import type { WaitingContact } from './queues.ts';
import type { Stage } from './stages.ts';

/** One contact in the hands of an agent; work left is in single-chat seconds. */
export interface Work {
  readonly contact: Contact;
  /** Its place in the line, to which it goes back when it is interrupted. */
  readonly place: WaitingContact;
  readonly agent: Agent;
  readonly next: Next;
  readonly beganAt: number;
  /** Channel of several at once; the contact may be of another one by the time of the wrap-up. */
  readonly chatsOf: Channel | undefined;
  /** Seconds of work as the plan states them that are done in a second: proficiency. */
  readonly pace: number;
  talkLeft: number;
  workLeft: number;
  /** `tried`: a call-back that nobody answers. `held`: waiting for the next agent of a warm hand-over. */
  phase: 'talk' | 'tried' | 'held' | 'wrapUp';
  event: Happening | undefined;
}

type Listed = Plan['outcomes'][number]['next'][number];

/** What follows the talk, as it was settled when the handling began. */
export type Next =
  | { readonly kind: 'resolved' }
  /** From a dispatcher or a wrong team. */
  | { readonly kind: 'onward'; readonly from: Stage['kind'] }
  /** `team`: the team that began. */
  | {
      readonly kind: 'listed';
      readonly listed: Listed;
      readonly team: Team;
      readonly isRecognised: boolean;
    };

export interface Agent {
  readonly staff: Staff;
  readonly number: number;
  works: Work[];
  idleSince: number;
  /** When the agent last took a contact or came on duty. */
  lastAssignedAt: number;
  lastUpdate: number;
  /** The duty is over: goes as soon as the work is done, and takes none before. */
  isLeaving: boolean;
  dutyEndedAt: number;
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

/** Whether the agent has room for this contact, duty and the reserve for live work apart. */
export function hasRoom(agent: Agent, contact: Contact): boolean {
  if (isWithoutWork(agent)) return true;
  const limit = contact.channel.concurrency?.limit ?? 1;
  return (
    contact.isChat &&
    agent.works.length < limit &&
    agent.works.every((work) => work.chatsOf === contact.channel)
  );
}

/** Deferred work starts only while more than the reserved number of the group's agents are without work. */
export function mayStart(agent: Agent, contact: Contact): boolean {
  return hasRoom(agent, contact) && (contact.isLive || !reserves(agent.staff));
}

/** Whether those of the group who are without work are kept for live contacts. */
export function reserves(staff: Staff): boolean {
  const reserved = staff.group.reservedForLive;
  return reserved > 0 && freeAgents(staff).length <= reserved;
}

/** Longest idle first, then stream key, then number. */
export function byIdleTime(a: Agent, b: Agent): number {
  if (a.idleSince !== b.idleSince) return a.idleSince - b.idleSince;
  return byStreamKey(a, b);
}

export const byStreamKey = (a: Agent, b: Agent): number =>
  a.staff.key === b.staff.key ? a.number - b.number : byKey(a.staff.key, b.staff.key);

/** The agent whom a new chat takes first. */
export function byChats(a: Agent, b: Agent, newChatTo: 'fewestChats' | 'mostChats'): number {
  const fewer = a.works.length - b.works.length;
  if (fewer !== 0) return newChatTo === 'fewestChats' ? fewer : -fewer;
  if (a.lastAssignedAt !== b.lastAssignedAt) return a.lastAssignedAt - b.lastAssignedAt;
  return byStreamKey(a, b);
}
