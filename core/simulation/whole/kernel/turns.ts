// Whose turn it is to take a chat: the agents of a group in the order of their last assignments, in a ring of links, each of the
// next and the one before. Only groups to whose idle agents chats are given have one. Who goes home stays until somebody passes.
import { idleOf } from './agentLists.ts';
import type { Agent, Group } from './rows.ts';
import { noAgent } from './state.ts';

/* inline */ function linkOf(agent: Agent): usize {
  return changetype<usize>(agent) + offsetof<Agent>('nextTurn');
}

/* inline */ function agentOf(link: usize): Agent {
  return changetype<Agent>(link - offsetof<Agent>('nextTurn'));
}

/* inline */ function ringOf(group: Group): usize {
  return changetype<usize>(group) + offsetof<Group>('turns');
}

/** Who stands in no ring is a ring of its own. */
/* inline */ export function standAlone(agent: Agent): void {
  agent.nextTurn = linkOf(agent);
  agent.previousTurn = linkOf(agent);
}

/* inline */ function unlink(agent: Agent): void {
  const next = agent.nextTurn;
  const previous = agent.previousTurn;
  store<usize>(previous, next);
  store<usize>(next, previous, 4);
}

/** Something is assigned to an agent, or it comes on duty: all others come first. */
/* inline */ export function goBehind(agent: Agent, group: Group): void {
  if (group.takesTurns === 0) return;
  const ring = ringOf(group);
  unlink(agent);
  const link = linkOf(agent);
  const last = load<usize>(ring, 4);
  agent.nextTurn = ring;
  agent.previousTurn = last;
  store<usize>(last, link);
  store<usize>(ring, link, 4);
}

/** Of the idle agents of a group the one whose last assignment is longest ago, among equals by number; none: nobody is idle. */
export function firstIdle(group: Group): Agent {
  if (group.idleCount === 0) return noAgent;
  const idle = idleOf(group);
  const ring = ringOf(group);
  let agent = agentOf(load<usize>(ring));
  while (agent.list !== idle) {
    const next = agentOf(agent.nextTurn);
    if (agent.load === 0 && agent.duty === 0) {
      unlink(agent);
      standAlone(agent);
    }
    agent = next;
  }
  let first = agent;
  for (let link = agent.nextTurn; link !== ring; link = agentOf(link).nextTurn) {
    const other = agentOf(link);
    if (other.assigned !== agent.assigned) break;
    if (other.number < first.number && other.list === idle) first = other;
  }
  return first;
}
