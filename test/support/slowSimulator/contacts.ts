// Contacts of the slow simulator and the journal of their steps.

import { type Channel, isLive } from '../../../core/plan/schema/channel.ts';
import type { Demand } from '../../../core/plan/schema/demand.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { type ContactFacts, factsOf } from '../../../core/plan/serving.ts';
import type { Purpose } from '../../../core/simulation/engine/streams.ts';
import type { Whom } from './agenda.ts';
import type { Draws } from './draws.ts';

export interface Contact extends Whom {
  readonly demand: Demand;
  readonly channel: Channel;
  readonly facts: ContactFacts;
  readonly priority: number;
  readonly arrivedAt: number;
  /** When the clock of the first attempt started. */
  firstReachedAt: number;
  /** When the clock of this attempt started. */
  reachedAt: number;
  attempt: number;
  /** Earlier handlings by team. */
  readonly visits: Map<number, number>;
  /** Whether the customer waits on the spot; a hand-over to a closed team ends that. */
  isLive: boolean;
  /** A chat proceeds beside others; a contact that has become deferred work does not. */
  isChat: boolean;
  /** Factor on the handling time, from the virtual assistant. */
  handlingFactor: number;
  answeredAt: number | undefined;
}

export interface Step {
  readonly at: number;
  readonly what: string;
  readonly where: number;
}

export function newContact(
  plan: Plan,
  demand: Demand,
  ordinal: number,
  generation: number,
  at: number,
): Contact {
  const channel = plan.channels.find((candidate) => candidate.id === demand.channel) as Channel;
  const facts = factsOf(plan, demand);
  return {
    key: demand.streamKey ?? demand.id,
    ordinal,
    generation,
    demand,
    channel,
    facts,
    priority: facts.priority ?? 5,
    arrivedAt: at,
    firstReachedAt: at,
    reachedAt: at,
    attempt: 0,
    visits: new Map(),
    isLive: isLive(channel),
    isChat: channel.concurrency !== undefined,
    handlingFactor: 1,
    answeredAt: undefined,
  };
}

/** Uniform of a contact for a purpose that neither team nor visit nor attempt touch, unless they are given. */
export const contactUniform = (
  draws: Draws,
  of: Purpose,
  contact: Contact,
  more: { teamKey?: string; visit?: number; attempt?: number } = {},
): number =>
  draws.uniform(of, {
    classKey: contact.key,
    ordinal: contact.ordinal,
    generation: contact.generation,
    ...more,
  });

/** Whether a share of contacts falls on this uniform. */
export const falls = (uniform: number, share: Parameters<typeof amount>[0] | undefined): boolean =>
  share !== undefined && uniform < amount(share);

export class Journeys {
  readonly steps = new Map<string, Step[]>();

  note(contact: Contact, at: number, what: string, where = -1): void {
    const name = `${contact.demand.id}/${contact.ordinal}/${contact.generation}`;
    const known = this.steps.get(name);
    if (known === undefined) this.steps.set(name, [{ at, what, where }]);
    else known.push({ at, what, where });
  }
}
