// Who is there: coming, leaving when idle, leaving after the work, staying for those who waited at closing.
import type { Channel } from '../../../core/plan/schema/channel.ts';
import { type Agent, byIdleTime, isWithoutWork, type Staff } from './agents.ts';
import { lookForWork } from './queues.ts';
import type { World } from './world.ts';

/** Agents who were on duty when a channel closed, and who stay until its line is empty. */
export interface Hold {
  readonly channel: Channel;
  readonly staff: Staff;
  readonly agents: ReadonlySet<Agent>;
}

const hasLine = (world: World, channel: Channel, staff: Staff): boolean =>
  world.waiting.some(
    ({ contact, stage }) =>
      contact.isLive &&
      contact.channel === channel &&
      stage.entries.some((entry) => entry.staff.includes(staff)),
  );

/** A live channel closes that serves those who wait: whoever could take them and is on duty stays. */
export function holdForLine(world: World, channel: Channel): void {
  for (const staff of world.staff) {
    const agents = new Set(staff.agents.filter((agent) => !agent.isLeaving));
    if (agents.size > 0 && hasLine(world, channel, staff)) world.holds.push({ channel, staff, agents });
  }
}

const isHeld = (world: World, agent: Agent): boolean => world.holds.some((hold) => hold.agents.has(agent));

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
  while (present().length > staff.target) {
    const leavers = present().filter((agent) => !isHeld(world, agent));
    const idle = leavers.filter(isWithoutWork).sort(byIdleTime).at(-1);
    const busy = leavers.sort(byStart).at(-1);
    if (idle !== undefined) staff.agents = staff.agents.filter((agent) => agent !== idle);
    else if (busy !== undefined) busy.isLeaving = true;
    else break;
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
  for (const agent of staff.agents)
    if (!staff.scheduled.has(agent.number) && !isHeld(world, agent)) agent.isLeaving = true;
  staff.agents = staff.agents.filter((agent) => !agent.isLeaving || !isWithoutWork(agent));
  return newcomers;
}

export function leaveIfDone(_world: World, agent: Agent): void {
  if (!agent.isLeaving || !isWithoutWork(agent)) return;
  agent.staff.agents = agent.staff.agents.filter((other) => other !== agent);
}

/** When a line has become shorter: groups that stayed for it may settle. */
export function releaseThoseHeld(world: World): void {
  for (const hold of world.holds) {
    if (hasLine(world, hold.channel, hold.staff)) continue;
    world.holds = world.holds.filter((other) => other !== hold);
    world.released.add(hold.staff);
  }
}
