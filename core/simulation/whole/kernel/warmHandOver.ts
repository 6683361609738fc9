// Warm hand-overs (rule 12): the agent who hands a live contact over stays with it until the next agent has begun.
import { planAgent } from './calendar.ts';
import { clearFlag, holds, isFlagged, setFlag } from './flags.ts';
import type { Agent, Contact } from './rows.ts';
import { noTable, s } from './state.ts';

/** The talk is over, the agent is held; a contact that is worked as deferred, or a chat, holds nobody. */
export function hold(slot: Contact, agent: Agent, overlapSeconds: f64): void {
  if (slot.queue.live === 0 || agent.table !== noTable) return;
  setFlag(slot, holds);
  slot.heldAgent = agent;
  agent.held = 1;
  agent.overlap = overlapSeconds;
}

/* rare */ function endHoldAt(slot: Contact, until: f64): void {
  const agent = slot.heldAgent;
  clearFlag(slot, holds);
  agent.eventTime = until;
  planAgent(until, agent);
}

/** The next agent begins with the contact: after the overlap the held one is free for the wrap-up. */
export function nextAgentBegins(slot: Contact): void {
  const overlap = slot.heldAgent.overlap;
  const held = s.now - slot.queueEntry + overlap;
  slot.handlingSeconds += held;
  endHoldAt(slot, s.now + overlap);
}

/** The contact becomes deferred, or leaves the line in any other way than into talk. */
export function letGo(slot: Contact): void {
  if (isFlagged(slot, holds)) endHoldAt(slot, s.now);
}
