// Who is there: coming, leaving when idle, leaving after the work, staying for those who waited at closing.
import { type Channel, isLive } from '../../../core/plan/schema/channel.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { type Agent, byIdleTime, freeAgents, isWithoutWork, type Staff } from './agents.ts';
import type { Contact } from './contacts.ts';
import { isOpenAt } from './openTimes.ts';
import { lookForWork } from './queues.ts';
import type { World } from './world.ts';
import { leaveTalk } from './yielding.ts';

/** A live channel that has closed and serves those who wait: whose duty ends stays for its line. */
const keepsAgents = (world: World, channel: Channel): boolean =>
  isLive(channel) &&
  channel.atClosing === 'serve' &&
  channel.afterHours === 'turnedAway' &&
  !isOpenAt(world.openWindowsOf(channel), world.now);

/** When a channel that is closed now closed. */
const closedSince = (world: World, channel: Channel): number =>
  Math.max(0, ...world.openWindowsOf(channel).flatMap(({ to }) => (to <= world.now ? [to] : [])));

/** Whether an agent whose duty is over still takes this contact: if it ended at this closing or later. */
export const staysForContact = (world: World, agent: Agent, { channel, isLive: waits }: Contact): boolean =>
  waits && keepsAgents(world, channel) && agent.dutyEndedAt >= closedSince(world, channel);

function endDuty(world: World, agent: Agent): void {
  if (agent.isLeaving) return;
  agent.dutyEndedAt = world.now;
  agent.isLeaving = true;
  leaveTalk(world, agent);
  if (isWithoutWork(agent)) lookForWork(world, agent);
  leaveIfDone(agent);
}

const newAgent = (world: World, staff: Staff, number: number): Agent => ({
  staff,
  number,
  works: [],
  idleSince: world.now,
  lastAssignedAt: world.now,
  lastUpdate: world.now,
  isLeaving: false,
  dutyEndedAt: Number.NEGATIVE_INFINITY,
});

/** Brings the group to what the schedule wants: one after the other comes and looks for work, or goes or is marked. */
export function settle(world: World, staff: Staff): void {
  if (staff.group.staffing.kind === 'shifts') settleNamed(world, staff);
  else settleCount(world, staff);
}

function settleCount(world: World, staff: Staff): void {
  const present = () => staff.agents.filter((agent) => !agent.isLeaving);
  while (present().length < staff.target) comeOnDuty(world, staff, freeNumber(staff));
  for (let gone = 0; present().length > staff.target; gone += 1)
    endDuty(world, leaverOf(world, staff, present(), gone));
}

/** Who goes when a count drops: idle agents first, then those who took a contact last; or each equally likely. */
function leaverOf(world: World, staff: Staff, present: Agent[], gone: number): Agent {
  const { staffing } = staff.group;
  if (staffing.kind === 'counts' && staffing.leaverChoice === 'random') {
    const key = { teamKey: staff.key, visit: gone, ordinal: Math.floor(world.now) };
    const uniform = world.draws.uniform(purpose.leaver, key);
    const byNumber = present.sort((a, b) => a.number - b.number);
    const leaver = byNumber[Math.floor(uniform * byNumber.length)] as Agent;
    if (leaver !== byDefault()) world.mark('random leaver');
    return leaver;
  }
  return byDefault();
  function byDefault(): Agent {
    return freeAgents(staff).sort(byIdleTime).at(-1) ?? ([...present].sort(byStart).at(-1) as Agent);
  }
}

/** The smallest number that nobody present has. */
function freeNumber(staff: Staff): number {
  let number = 0;
  while (staff.agents.some((agent) => agent.number === number)) number += 1;
  return number;
}

function comeOnDuty(world: World, staff: Staff, number: number): void {
  const agent = newAgent(world, staff, number);
  staff.agents.push(agent);
  lookForWork(world, agent);
}

/** Who took a contact last comes last; at the same instant the smallest number. */
const byStart = (a: Agent, b: Agent): number => a.lastAssignedAt - b.lastAssignedAt || b.number - a.number;

/** One after the other in the order of their numbers, whether they come or go. */
function settleNamed(world: World, staff: Staff): void {
  const numbers = new Set([...staff.agents.map((agent) => agent.number), ...staff.scheduled]);
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const present = staff.agents.find((agent) => agent.number === number);
    if (!staff.scheduled.has(number)) {
      if (present !== undefined) endDuty(world, present);
    } else if (present === undefined) {
      comeOnDuty(world, staff, number);
    } else if (present.isLeaving) {
      present.isLeaving = false;
      lookForWork(world, present);
    }
  }
}

/** Goes when the duty is over and nothing is left to do; only those who still work may stay for a line. */
export function leaveIfDone(agent: Agent): void {
  const { staff } = agent;
  if (!agent.isLeaving || !isWithoutWork(agent)) return;
  staff.agents = staff.agents.filter((other) => other !== agent);
}
