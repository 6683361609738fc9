// Agents chosen by another rule than the longest idle (rule 8): fewest queues, at random, or in a fixed order.
import { purpose } from '../engine/streams.ts';
import { better, isReserved } from './agentChoice.ts';
import { agentInt } from './agentFields.ts';
import { firstAgentWith } from './agentLists.ts';
import type { GroupModel, QueueEntry, QueueModel } from './compiledModel.ts';
import { contactInt } from './contactFields.ts';
import { groupOf, keyPrecedes, noOne, type ReplicationState } from './replicationState.ts';

/** The free agent of an entry by the rule of the home team; noOne: none is free. */
export function chosenAgentOf(
  s: ReplicationState,
  slot: number,
  entry: QueueEntry,
  queue: QueueModel,
): number {
  const groups = entry.groups.filter(
    (group) => firstAgentWith(s, group, noOne, 0) !== noOne && (queue.live || !isReserved(s, group)),
  );
  if (groups.length === 0) return noOne;
  if (queue.agentChoice === 'random') return randomAgent(s, slot, groups, queue.homeTeam);
  if (queue.agentChoice === 'fixed') return freeAgentsOf(s, groups[0] as number)[0] as number;
  return agentWithFewestQueues(s, groups);
}

/** Free agents of a group in the order of their numbers. */
function freeAgentsOf(s: ReplicationState, group: number): number[] {
  const agents: number[] = [];
  for (
    let agent = firstAgentWith(s, group, noOne, 0);
    agent !== noOne;
    agent = s.agentInts[(agent << 6) | agentInt.next] as number
  )
    agents.push(agent);
  return agents.sort(
    (a, b) =>
      (s.agentInts[(a << 6) | agentInt.number] as number) -
      (s.agentInts[(b << 6) | agentInt.number] as number),
  );
}

function agentWithFewestQueues(s: ReplicationState, groups: readonly number[]): number {
  let best: number = noOne;
  for (const group of groups) {
    const agent = firstAgentWith(s, group, noOne, 0);
    const fewer = best === noOne ? -1 : rowsOf(s, agent) - rowsOf(s, best);
    if (fewer < 0 || (fewer === 0 && better(s, agent, best))) best = agent;
  }
  return best;
}

const rowsOf = (s: ReplicationState, agent: number): number => groupOf(s, agent).rowsServed;

/** Each free agent of the entry is equally likely: one uniform of the contact, in the order of group key and number. */
function randomAgent(s: ReplicationState, slot: number, groups: readonly number[], homeTeam: number): number {
  const groupAt = (group: number): GroupModel => s.model.groups[group] as GroupModel;
  const ordered = [...groups].sort((a, b) => (keyPrecedes(groupAt(a), groupAt(b)) ? -1 : 1));
  const agents = ordered.flatMap((group) => freeAgentsOf(s, group));
  const u = s.draw(
    slot,
    homeTeam,
    purpose.agentChoice,
    s.contactInts[(slot << 6) | contactInt.attempt] as number,
  );
  return agents[Math.floor(u * agents.length)] as number;
}
