// The promises of a contact as its queue sees them: when the earliest one falls due.
import { matches } from '../../../core/plan/serving.ts';
import type { Contact } from './contacts.ts';
import type { World } from './world.ts';

/** The earliest moment at which a promise about this contact falls due; infinity for none. */
export function deadlineOf(world: World, contact: Contact): number {
  const due = world.plan.promises
    .filter((promise) => promise.clock !== 'wait' && matches(promise.applies, contact.facts))
    .map(
      (promise) =>
        (promise.clock === 'resolution' ? contact.firstReachedAt : contact.reachedAt) + promise.targetSeconds,
    );
  return Math.min(Number.POSITIVE_INFINITY, ...due);
}
