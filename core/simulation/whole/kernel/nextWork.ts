// The waiting contact that a freed agent takes (rules 8 and 9): lines by rank, or the longest queue first.
import { closedSince, isOpen } from './clock.ts';
import { atHead, isFlagged } from './flags.ts';
import { abandon } from './leaving.ts';
import type { Agent, Contact, Group, Queue, Served } from './rows.ts';
import { noAgent, noChannel, noContact, noList, s, sizeOf } from './state.ts';
import { precedes } from './waitingLine.ts';

/** The next contact of an agent with room; none: none may be taken now. */
/* inline */ export function nextWork(agent: Agent, group: Group, isOnDuty: bool): Contact {
  if (group.linesTaken === 0) return noContact;
  // Nobody stays for deferred work.
  if (!isOnDuty && group.liveTaken === 0) return noContact;
  if ((group.longestFirst | agent.load) !== 0 || !isOnDuty) return workOf(agent, group, isOnDuty);
  return firstInRank(agent, group);
}

/**
 * The work of who is on duty and has none: most often whoever stands first in the lines of the first rank may be taken. Looks
 * only: where it is otherwise, all lines are asked one after the other.
 */
/* inline */ function firstInRank(agent: Agent, group: Group): Contact {
  let mask: usize = 0;
  // With the agent so few are without work that deferred work has to wait.
  if (group.idleCount < group.reservedForLive) {
    if (group.liveTaken === 0) return noContact;
    mask = group.liveWords - group.words;
  }
  let word = group.words;
  let lines = group.served;
  let bits = load<i64>(word) & load<i64>(word + mask);
  while (bits === 0) {
    word += 8;
    lines += bytesOfWord;
    bits = load<i64>(word) & load<i64>(word + mask);
  }
  let served = servedAt(lines, bits);
  let best = served.queue.head;
  if (isUnusual(served, best)) return workOf(agent, group, true);
  const bucket = served.bucket;
  let key = inOrder(best.orderKey);
  for (;;) {
    bits &= bits - 1;
    while (bits === 0 && word + 8 < group.wordsEnd) {
      word += 8;
      lines += bytesOfWord;
      bits = load<i64>(word) & load<i64>(word + mask);
    }
    if (bits === 0) break;
    served = servedAt(lines, bits);
    if (served.bucket !== bucket) break;
    const slot = served.queue.head;
    if (isUnusual(served, slot)) return workOf(agent, group, true);
    const own = inOrder(slot.orderKey);
    const isTiedFirst = own === key && slot.joinOrder - best.joinOrder < 0;
    best = own < key || isTiedFirst ? slot : best;
    key = own < key ? own : key;
  }
  return best;
}

/** Rows of the lines of a word. */
const bytesOfWord: usize = 64 * 16;

/** The line of the lowest bit. */
/* inline */ function servedAt(lines: usize, bits: i64): Served {
  return changetype<Served>(lines + <usize>ctz(bits) * sizeOf<Served>());
}

/** Whether who stands first may not be taken at once by everybody: overflow comes later, or it was interrupted, or has gone. */
/* inline */ function isUnusual(served: Served, head: Contact): bool {
  // Overflow times are not below 0: none is all bits 0.
  const after = load<i64>(changetype<usize>(served));
  return (after | <i64>(head.flags & atHead)) !== 0 || head.abandonAt < s.now;
}

/** A whole number in the same order as the float. */
/* inline */ function inOrder(key: f64): i64 {
  const bits = reinterpret<i64>(key);
  return bits ^ ((bits >> 63) & i64.MAX_VALUE);
}

/** The same for any agent with room. */
export function workOf(agent: Agent, group: Group, isOnDuty: bool): Contact {
  return group.longestFirst !== 0 ? fromLongest(agent, group, isOnDuty) : byRank(agent, group, isOnDuty);
}

/** Lines by rank, those of one rank by order key. */
function byRank(agent: Agent, group: Group, isOnDuty: bool): Contact {
  let best = noContact;
  let bucket = -1;
  let lines = group.served;
  // Where deferred work is kept waiting for the reserve, only live lines are looked at.
  const mask = !isOnDuty || keepsReserve(agent, group) ? group.liveWords - group.words : 0;
  for (let word = group.words; word < group.wordsEnd; word += 8) {
    for (let bits = load<i64>(word) & load<i64>(word + mask); bits !== 0; bits &= bits - 1) {
      const served = servedAt(lines, bits);
      if (best !== noContact && served.bucket !== bucket) return best;
      const queue = served.queue;
      if (!mayTakeBeside(agent, queue, isOnDuty)) continue;
      const slot = firstEligible(queue, served.afterSeconds, agent);
      if (slot === noContact) continue;
      if (best === noContact || precedes(slot, best)) best = slot;
      bucket = served.bucket;
    }
    lines += bytesOfWord;
  }
  return best;
}

/** The first of the queue in which most contacts wait that this agent may take; of equal ones the one listed first. */
/* rare */ function fromLongest(agent: Agent, group: Group, isOnDuty: bool): Contact {
  let best = noContact;
  let most = 0;
  for (let at = group.served; at < group.servedEnd; ) {
    const bucket = changetype<Served>(at).bucket;
    // Internal work is last, and is taken only where no contact is.
    if (best !== noContact && changetype<Served>(at).queue.channel === noChannel) break;
    let first = noContact;
    let count = 0;
    for (; at < group.servedEnd && changetype<Served>(at).bucket === bucket; at += sizeOf<Served>()) {
      const served = changetype<Served>(at);
      const queue = served.queue;
      if (queue.head === noContact) continue;
      if (!mayTakeFrom(agent, group, queue, isOnDuty)) continue;
      const slot = firstEligible(queue, served.afterSeconds, agent);
      if (slot === noContact) continue;
      count += eligibleIn(queue, served.afterSeconds, agent);
      if (first === noContact || precedes(slot, first)) first = slot;
    }
    if (count > most) {
      most = count;
      best = first;
    }
  }
  return best;
}

/**
 * Whether an agent may take anybody from a line now: not deferred work against the reserve, no other channel beside
 * chats; and one whose duty is over stays only for live contacts left waiting on a channel that closed while the agent
 * was still on duty.
 */
/* inline */ function mayTakeFrom(agent: Agent, group: Group, queue: Queue, isOnDuty: bool): bool {
  if (!mayTakeBeside(agent, queue, isOnDuty)) return false;
  return queue.live !== 0 || !keepsReserve(agent, group);
}

/** The same but for the reserve. */
function mayTakeBeside(agent: Agent, queue: Queue, isOnDuty: bool): bool {
  if (agent.load > 0 && queue.concurrency !== agent.table) return false;
  return isOnDuty || staysFor(agent, queue);
}

/** Whether so few agents are without work, the one who looks for some included, that deferred work has to wait. */
/* inline */ function keepsReserve(agent: Agent, group: Group): bool {
  if (group.reservedForLive < group.idleCount || group.reservedForLive === 0) return false;
  const one = agent.load === 0 && agent.list === noList ? 1 : 0;
  return group.idleCount + one <= group.reservedForLive;
}

function staysFor(agent: Agent, queue: Queue): bool {
  if (queue.live === 0) return false;
  const channel = queue.channel;
  if (channel.turnAway === 0 || channel.disconnects !== 0 || isOpen(channel.windows)) return false;
  return agent.leftAt >= closedSince(channel.windows);
}

/** First contact of a line that has waited long enough for this group; those whose patience is over fall out here. */
function firstEligible(queue: Queue, afterSeconds: f64, agent: Agent): Contact {
  let slot = queue.head;
  while (slot !== noContact) {
    const next = slot.next;
    if (slot.abandonAt < s.now) abandon(slot, slot.abandonAt);
    else if ((afterSeconds === 0 || s.now >= slot.queueEntry + afterSeconds) && mayResume(slot, agent))
      return slot;
    slot = next;
  }
  return noContact;
}

/** Whether an agent may take the contact: an interrupted handling may belong to the one who began it. */
/* inline */ function mayResume(slot: Contact, agent: Agent): bool {
  return !isFlagged(slot, atHead) || slot.onlyAgent === noAgent || slot.onlyAgent === agent;
}

/** Contacts of a line whom an agent may take now; nobody stands there whose patience is over. */
function eligibleIn(queue: Queue, afterSeconds: f64, agent: Agent): i32 {
  let count = queue.length;
  for (let slot = queue.head; slot !== noContact; slot = slot.next) {
    if (afterSeconds === 0 && !isFlagged(slot, atHead)) break;
    const hasWaited = afterSeconds === 0 || s.now >= slot.queueEntry + afterSeconds;
    if (!hasWaited || !mayResume(slot, agent)) count -= 1;
  }
  return count;
}
