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
    if (able.length === 0) continue;
    if (entry.afterSeconds > 0) world.mark('overflow');
    return chosen(world, place, entry, able);
  }
  return undefined;
}

function chosen(world: World, place: WaitingContact, entry: Entry, able: Agent[]): Agent | undefined {
  const { contact, stage } = place;
  const newChatTo = contact.channel.concurrency?.newChatTo ?? 'fewestChats';
  if (contact.isChat) return able.sort((a, b) => byChats(a, b, newChatTo))[0];
  const usual = [...able].sort(byIdleTime)[0];
  const team = world.plan.teams[stage.homeTeam];
  switch (team?.agentChoice ?? 'longestIdle') {
    case 'longestIdle':
      return usual;
    case 'fewestQueues': {
      const rows = ({ staff }: Agent): number => world.reach.rowsOf(staff);
      const fewest = able.sort((a, b) => rows(a) - rows(b) || byIdleTime(a, b))[0];
      if (fewest !== usual) world.mark('agents by fewest queues');
      return fewest;
    }
    case 'fixed': {
      const listed = ({ staff }: Agent): number => entry.listed.indexOf(staff);
      const first = able.sort((a, b) => listed(a) - listed(b) || a.number - b.number)[0];
      if (first !== usual) world.mark('agents in fixed order');
      return first;
    }
    case 'random': {
      const uniform = contactUniform(world.draws, purpose.agentChoice, contact, {
        teamKey: team?.streamKey ?? team?.id ?? '',
        visit: contact.visits.get(stage.homeTeam) ?? 0,
        attempt: contact.attempt,
      });
      const drawn = able.sort(byStreamKey)[Math.floor(uniform * able.length)];
      if (drawn !== usual) world.mark('random agent');
      return drawn;
    }
  }
}
