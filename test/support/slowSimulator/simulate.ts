// A second, independent simulation of a plan, event by event with plain objects: the oracle for the engine's journeys.
// It is written from the rules in core/simulation/model.md and shares with the engine only the plan's own functions, the
// keyed uniforms, the quantiles and the calendar arithmetic.
import { type Channel, isLive } from '../../../core/plan/schema/channel.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { rank } from './agenda.ts';
import { placeBacklog } from './backlog.ts';
import { newContact, originOf } from './contacts.ts';
import { closingTimes, type DutyChange, dutyChanges } from './duty.ts';
import { release } from './handling.ts';
import { planInternalWork } from './internalWork.ts';
import { arrive } from './journey.ts';
import { endWaiting } from './queues.ts';
import { settle } from './staffing.ts';
import { type SlowOptions, World } from './world.ts';

const nobody = (key: string) => ({ key, ordinal: 0, generation: 0 });

/** Everything that there is when the last event before the end has happened. */
export function worldAfter(plan: Plan, options: SlowOptions): World {
  const world = new World(plan, options);
  placeBacklog(world);
  planInternalWork(world);
  for (const staff of world.staff) planDuty(world, dutyChanges(world, staff));
  planDisconnections(world);
  const { arrivals, warmStart, warmPlace } = world.horizon;
  for (const [place, { demand, at, ordinal }] of arrivals.entries()) {
    const contact = newContact(plan, originOf(demand), ordinal, 0, at);
    if (at >= warmStart && place >= warmPlace) world.counted.add(contact);
    world.agenda.plan(at, rank.arrival, contact, () => arrive(world, contact));
  }
  while (world.agenda.nextAt() <= options.untilSeconds) world.agenda.step();
  return world;
}

function planDisconnections(world: World): void {
  for (const channel of world.plan.channels) {
    if (!isLive(channel) || channel.atClosing !== 'disconnect') continue;
    for (const at of closingTimes(world, channel))
      world.agenda.plan(at, rank.disconnection, nobody(''), () => disconnect(world, channel));
  }
}

function disconnect(world: World, channel: Channel): void {
  for (const place of world.waiting.filter((other) => other.contact.channel === channel)) {
    if (!place.contact.isLive) continue;
    endWaiting(world, place);
    world.note(place.contact, 'disconnected');
    release(world, place.contact);
  }
}

/** Changes of one group at one instant are one event. */
function planDuty(world: World, changes: readonly DutyChange[]): void {
  const byTime = new Map<number, DutyChange[]>();
  for (const change of changes) byTime.set(change.at, [...(byTime.get(change.at) ?? []), change]);
  for (const [at, together] of byTime) {
    const staff = together[0]?.staff;
    if (staff === undefined) continue;
    world.agenda.plan(at, rank.duty, nobody(staff.key), () => {
      for (const { count, number, comes } of together) {
        if (count !== undefined) staff.target = count;
        if (number === undefined) continue;
        if (comes === true) staff.scheduled.add(number);
        else staff.scheduled.delete(number);
      }
      settle(world, staff);
    });
  }
}
