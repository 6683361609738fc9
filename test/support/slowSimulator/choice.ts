// Which free agent takes a contact: of the first eligible entry that has somebody, as the home team chooses.
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { type Agent, byChats, byIdleTime, byStreamKey, mayStart } from './agents.ts';
import { contactUniform } from './contacts.ts';
import { mayGoOn } from './order.ts';
import type { WaitingContact } from './queues.ts';
import type { Entry } from './stages.ts';
import type { World } from './world.ts';

/** Entries that are asked now. */
export const eligible = (world: World, { stage, enteredAt }: WaitingContact): Entry[] =>
  stage.entries.filter((entry) => enteredAt + entry.afterSeconds <= world.now);

export function agentFor(world: World, place: WaitingContact): Agent | undefined {
  for (const entry of eligible(world, place)) {
    const able = entry.staff
      .flatMap((staff) => staff.agents)
      .filter((agent) => !agent.isLeaving && mayStart(agent, place.contact) && mayGoOn(place, agent));
    if (able.length > 0) return chosen(world, place, entry, able);
  }
  return undefined;
}

function chosen(world: World, place: WaitingContact, entry: Entry, able: Agent[]): Agent | undefined {
  const { contact, stage } = place;
  const newChatTo = contact.channel.concurrency?.newChatTo ?? 'fewestChats';
  if (contact.isChat) return able.sort((a, b) => byChats(a, b, newChatTo))[0];
  const team = world.plan.teams[stage.homeTeam];
  switch (team?.agentChoice ?? 'longestIdle') {
    case 'longestIdle':
      return able.sort(byIdleTime)[0];
    case 'fewestQueues':
      return able.sort(
        (a, b) => world.reach.rowsOf(a.staff) - world.reach.rowsOf(b.staff) || byIdleTime(a, b),
      )[0];
    case 'fixed':
      return able.sort(
        (a, b) => entry.listed.indexOf(a.staff) - entry.listed.indexOf(b.staff) || a.number - b.number,
      )[0];
    case 'random': {
      const uniform = contactUniform(world.draws, purpose.agentChoice, contact, {
        teamKey: team?.streamKey ?? team?.id ?? '',
        visit: contact.visits.get(stage.homeTeam) ?? 0,
        attempt: contact.attempt,
      });
      return able.sort(byStreamKey)[Math.floor(uniform * able.length)];
    }
  }
}
