// Who is there: coming, leaving when idle, leaving after the work, staying for those who waited at closing.
import type { Channel } from '../../../core/plan/schema/channel.ts';
import { type Agent, byIdleTime, freeAgents, isWithoutWork, type Staff } from './agents.ts';
import { lookForWork } from './queues.ts';
import type { World } from './world.ts';

const hasLine = (world: World, channel: Channel, staff: Staff): boolean =>
  world.waiting.some(
    ({ contact, stage }) =>
      contact.isLive &&
      contact.channel === channel &&
      stage.entries.some((entry) => entry.staff.includes(staff)),
  );

/** A live channel closes that serves those who wait: whoever is on duty and could take them stays for its line. */
export function holdForLine(world: World, channel: Channel): void {
  for (const staff of world.staff)
    if (hasLine(world, channel, staff))
      for (const agent of staff.agents) if (!agent.isLeaving) agent.staysFor.add(channel);
}

const newAgent = (world: World, staff: Staff, number: number): Agent => ({
  staff,
  number,
  works: [],
  idleSince: world.now,
  lastAssignedAt: world.now,
  lastUpdate: world.now,
  isLeaving: false,
  staysFor: new Set(),
});

/** Brings the group to what the schedule wants: one after the other comes and looks for work, or goes or is marked. */
export function settle(world: World, staff: Staff): void {
  if (staff.group.staffing.kind === 'shifts') settleNamed(world, staff);
  else settleCount(world, staff);
}

function settleCount(world: World, staff: Staff): void {
  const present = () => staff.agents.filter((agent) => !agent.isLeaving);
  while (present().length < staff.target) comeOnDuty(world, staff, freeNumber(staff));
  while (present().length > staff.target) {
    const leaver =
      freeAgents(staff).sort(byIdleTime).at(-1) ?? (present().sort(byStart).at(-1) as Agent);
    leaver.isLeaving = true;
    leaveIfDone(leaver);
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

function settleNamed(world: World, staff: Staff): void {
  for (const agent of staff.agents) {
    if (staff.scheduled.has(agent.number)) continue;
    agent.isLeaving = true;
    leaveIfDone(agent);
  }
  for (const number of [...staff.scheduled].sort((a, b) => a - b)) {
    const present = staff.agents.find((agent) => agent.number === number);
    if (present === undefined) comeOnDuty(world, staff, number);
    else if (present.isLeaving) {
      present.isLeaving = false;
      lookForWork(world, present);
    }
  }
}

export function leaveIfDone(agent: Agent): void {
  if (!agent.isLeaving || !isWithoutWork(agent) || agent.staysFor.size > 0) return;
  agent.staff.agents = agent.staff.agents.filter((other) => other !== agent);
}

/** When a line has become shorter: those who stayed for it alone may go. */
export function releaseThoseHeld(world: World): void {
  for (const staff of world.staff)
    for (const agent of staff.agents)
      for (const channel of agent.staysFor) {
        if (hasLine(world, channel, staff)) continue;
        agent.staysFor.delete(channel);
        world.released.add(agent);
      }
}
