// Who is there: coming, leaving when idle, leaving after the work, staying for those who waited at closing.
import { isLive } from '../../../core/plan/schema/channel.ts';
import { type Agent, byIdleTime, freeAgents, isWithoutWork, type Staff } from './agents.ts';
import { isOpenAt } from './openTimes.ts';
import { lookForWork } from './queues.ts';
import type { World } from './world.ts';

/** Live contacts of a channel that has closed and serves its line hold the groups that can take them. */
export const isHeld = (world: World, staff: Staff): boolean =>
  world.waiting.some(
    ({ contact, stage }) =>
      contact.isLive &&
      isLive(contact.channel) &&
      contact.channel.atClosing === 'serve' &&
      !isOpenAt(world.openWindowsOf(contact.channel), world.now) &&
      stage.entries.some((entry) => entry.staff.includes(staff)),
  );

const newAgent = (world: World, staff: Staff, number: number): Agent => ({
  staff,
  number,
  works: [],
  idleSince: world.now,
  lastAssignedAt: world.now,
  lastUpdate: world.now,
  isLeaving: false,
});

/** Brings the group to what the schedule wants: newcomers look for work, leavers go or are marked. */
export function settle(world: World, staff: Staff): void {
  const newcomers =
    staff.group.staffing.kind === 'shifts' ? settleNamed(world, staff) : settleCount(world, staff);
  for (const agent of newcomers.sort(byIdleTime)) if (staff.agents.includes(agent)) lookForWork(world, agent);
}

function settleCount(world: World, staff: Staff): Agent[] {
  const present = () => staff.agents.filter((agent) => !agent.isLeaving);
  const newcomers: Agent[] = [];
  while (present().length < staff.target) {
    const agent = newAgent(world, staff, world.nextTurn());
    staff.agents.push(agent);
    newcomers.push(agent);
  }
  while (present().length > staff.target && !isHeld(world, staff)) {
    const idle = freeAgents(staff).sort(byIdleTime).at(-1);
    if (idle !== undefined) staff.agents = staff.agents.filter((agent) => agent !== idle);
    else (present().sort(byStart).at(-1) as Agent).isLeaving = true;
  }
  return newcomers;
}

/** Who began the present work last comes last. */
const byStart = (a: Agent, b: Agent): number =>
  Math.max(...a.works.map((work) => work.sequence)) - Math.max(...b.works.map((work) => work.sequence));

function settleNamed(world: World, staff: Staff): Agent[] {
  const newcomers: Agent[] = [];
  for (const number of staff.scheduled) {
    const present = staff.agents.find((agent) => agent.number === number);
    if (present === undefined) {
      const agent = newAgent(world, staff, number);
      staff.agents.push(agent);
      newcomers.push(agent);
    } else if (present.isLeaving) {
      present.isLeaving = false;
      newcomers.push(present);
    }
  }
  if (isHeld(world, staff)) return newcomers;
  for (const agent of staff.agents) if (!staff.scheduled.has(agent.number)) agent.isLeaving = true;
  staff.agents = staff.agents.filter((agent) => !agent.isLeaving || !isWithoutWork(agent));
  return newcomers;
}

export function leaveIfDone(_world: World, agent: Agent): void {
  if (!agent.isLeaving || !isWithoutWork(agent)) return;
  agent.staff.agents = agent.staff.agents.filter((other) => other !== agent);
}

/** When a line has become shorter: groups that stayed for it alone may go. */
export function releaseThoseHeld(world: World): void {
  for (const staff of world.staff) {
    const { kind } = staff.group.staffing;
    const surplus =
      kind === 'shifts'
        ? staff.agents.some((agent) => !agent.isLeaving && !staff.scheduled.has(agent.number))
        : staff.agents.filter((agent) => !agent.isLeaving).length > staff.target;
    if (surplus && !isHeld(world, staff)) world.released.add(staff);
  }
}
