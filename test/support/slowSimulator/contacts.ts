// Contacts of the slow simulator and the journal of their steps.

import { type Channel, isLive } from '../../../core/plan/schema/channel.ts';
import type { Demand } from '../../../core/plan/schema/demand.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { type ContactFacts, factsOf } from '../../../core/plan/serving.ts';
import type { Purpose } from '../../../core/simulation/engine/streams.ts';
import type { Whom } from './agenda.ts';
import type { Next, Work } from './agents.ts';
import type { Draws } from './draws.ts';

/** Handling that has begun and goes on later, in seconds before proficiency. */
export interface Begun {
  readonly talk: number;
  readonly wrapUp: number;
  readonly next: Next;
}

/** From which row of demand contacts come, and under which name their journeys are kept. */
export interface Origin {
  readonly demand: Demand;
  readonly key: string;
  readonly row: string;
  readonly isBacklog: boolean;
}

export interface Contact extends Whom {
  readonly origin: Origin;
  readonly demand: Demand;
  /** Seconds of a piece of internal work, which is no contact and has no journey. */
  readonly internalSeconds: number | undefined;
  readonly arrivedAt: number;
  channel: Channel;
  /** What the channel says by which the contact came, also when it has become a call-back. */
  readonly dispatcher: Channel['dispatcher'];
  facts: ContactFacts;
  /** The row's, or the one to which waiting has raised it. */
  priority: number;
  /** When the clock of the first attempt started. */
  firstReachedAt: number;
  /** When the clock of this attempt started. */
  reachedAt: number;
  attempt: number;
  /** Earlier handlings by team. */
  readonly visits: Map<number, number>;
  /** Whether the customer waits on the spot; a hand-over to a closed team ends that, and so does a call-back. */
  isLive: boolean;
  /** Whether the contact is handled beside others of its channel, live or deferred. */
  isChat: boolean;
  /** Factor on the handling time, from the virtual assistant. */
  handlingFactor: number;
  answeredAt: number | undefined;
  /** Whether the first handling by a person is over. */
  isHandled: boolean;
  /** Law of the next handling, when the answer of another department is back. */
  handlingAfter: Law | undefined;
  /** What is left of a handling that was interrupted or handed over in the middle. */
  begun: Begun | undefined;
  wasOfferedCallBack: boolean;
  /** The call-back that the customer has accepted. */
  callBack:
    | { readonly offer: NonNullable<Channel['callBackOffer']>; failedTries: number; isReached: boolean }
    | undefined;
  /** The agent who stays busy until the next one begins. */
  heldBy: { readonly work: Work; readonly overlapSeconds: number } | undefined;
  /** Stays in other departments. */
  readonly pauses: { readonly from: number; to: number }[];
}

export interface Step {
  readonly at: number;
  readonly what: string;
  readonly where: number;
}

export const originOf = (demand: Demand): Origin => ({
  demand,
  key: demand.streamKey ?? demand.id,
  row: demand.id,
  isBacklog: false,
});

export function newContact(
  plan: Plan,
  origin: Origin,
  ordinal: number,
  generation: number,
  at: number,
): Contact {
  const { demand } = origin;
  const channel = plan.channels.find((candidate) => candidate.id === demand.channel) as Channel;
  const facts = factsOf(plan, demand);
  return contactOf(origin, channel, facts, { ordinal, generation, at });
}

/** A piece of work that is no contact: it waits and is done like one, and nothing that is said of contacts fits it. */
export function newPiece(key: string, ordinal: number, at: number, seconds: number): Contact {
  const demand: Demand = { id: key, issueType: '', channel: '', growthPerYear: 0 };
  const channel: Channel = {
    id: '',
    name: '',
    kind: 'email',
    balkingShare: 0,
    patienceByTier: [],
    afterHours: 'queue',
    atClosing: 'serve',
  };
  const facts = { issueType: '', channel: '', priority: 10 };
  const piece = contactOf({ demand, key, row: '', isBacklog: false }, channel, facts, {
    ordinal,
    generation: 0,
    at,
  });
  return { ...piece, internalSeconds: seconds };
}

function contactOf(
  origin: Origin,
  channel: Channel,
  facts: ContactFacts,
  { ordinal, generation, at }: { ordinal: number; generation: number; at: number },
): Contact {
  return {
    origin,
    key: origin.key,
    ordinal,
    generation,
    demand: origin.demand,
    internalSeconds: undefined,
    arrivedAt: at,
    channel,
    dispatcher: channel.dispatcher,
    facts,
    priority: facts.priority ?? 5,
    firstReachedAt: at,
    reachedAt: at,
    attempt: 0,
    visits: new Map(),
    isLive: isLive(channel),
    isChat: channel.concurrency !== undefined,
    handlingFactor: 1,
    answeredAt: undefined,
    isHandled: false,
    handlingAfter: undefined,
    begun: undefined,
    wasOfferedCallBack: false,
    callBack: undefined,
    heldBy: undefined,
    pauses: [],
  };
}

export const isInternal = (contact: Contact): boolean => contact.internalSeconds !== undefined;

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
    if (isInternal(contact)) return;
    const name = `${contact.origin.row}/${contact.ordinal}/${contact.generation}`;
    const known = this.steps.get(name);
    if (known === undefined) this.steps.set(name, [{ at, what, where }]);
    else known.push({ at, what, where });
  }
}
