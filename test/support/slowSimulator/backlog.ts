// Contacts who stand in their lines when the simulation begins.
import { byWhom } from './agenda.ts';
import { newContact } from './contacts.ts';
import { placeAt, wait } from './queues.ts';
import type { World } from './world.ts';

/** Before the first event: past self-service, assistant and dispatcher, those first who came first. */
export function placeBacklog(world: World): void {
  const contacts = world.plan.startingBacklog.flatMap(
    ({ demand: id, contacts: count, oldestSeconds }, index) => {
      const demand = world.plan.demand.find((candidate) => candidate.id === id);
      if (demand === undefined) throw new Error('no such row of demand');
      const origin = {
        demand,
        key: `${demand.streamKey ?? demand.id}/backlog`,
        row: `backlog:${index}`,
        isBacklog: true,
      };
      return Array.from({ length: count }, (_, number) =>
        newContact(world.plan, origin, number, 0, -((count - number) / count) * oldestSeconds),
      );
    },
  );
  if (contacts.length > 0) world.mark('starting backlog');
  for (const contact of contacts.sort((a, b) => a.firstReachedAt - b.firstReachedAt || byWhom(a, b)))
    wait(world, placeAt(world, contact, world.stages.home(contact), contact.firstReachedAt));
}
