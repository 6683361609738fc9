// The starting backlog (rule 17), and what lies in the lines at the ends of intervals and of the counted time.
import * as at from './counters.ts';
import { everReached, reached, setFlag } from './flags.ts';
import { addToTeam, observeVisit, observeWork } from './observer.ts';
import { takePlace } from './orderKey.ts';
import { newContact } from './pools.ts';
import { specialWork, wait } from './queueEntry.ts';
import type { Class, Queue, Stage, Team } from './rows.ts';
import { add, named, noContact, s, sizeOf } from './state.ts';
import { lineOf } from './triggers.ts';

/**
 * Places a contact of the starting backlog. Like one of the warm-up: it counts in busy time, offered work and queues, in no
 * promise and no count.
 */
export function placeBacklog(classAt: usize, stageAt: usize, ordinal: i32, entered: f64): void {
  const entry = changetype<Class>(classAt);
  const stage = changetype<Stage>(stageAt);
  const slot = newContact(entry, ordinal, 0);
  slot.stage = stage;
  slot.clockStart = entered;
  slot.clockInterval = 0;
  slot.clockColumn = load<i32>(s.columnOf) * s.columnBytes;
  slot.firstClockStart = entered;
  slot.firstClockInterval = 0;
  slot.firstClockColumn = slot.clockColumn;
  slot.queueEntry = entered;
  const queue = lineOf(slot, stage, entry.live !== 0);
  slot.queue = queue;
  observeWork(stage.homeTeam, specialWork(slot, stage, queue));
  observeVisit(slot, stage);
  setFlag(slot, reached | everReached);
  takePlace(slot);
  wait(slot, stage, queue);
}

/** Looks at the ends of the intervals from `first` up to, not including, `next`. */
/* rare */ export function sampleBacklog(first: i32, next: i32): void {
  for (let interval = first; interval < next; interval += 1)
    sampleAt(min<f64>(<f64>(interval + 1) * s.intervalSeconds, s.horizonEnd), interval);
}

/* rare */ function sampleAt(instant: f64, interval: i32): void {
  for (let row = s.teams; row < s.teamsEnd; row += sizeOf<Team>())
    changetype<Team>(row).oldestEntry = Infinity;
  let lines = s.deferredQueues;
  for (let word = s.takenDeferred; word < s.takenDeferredEnd; word += 4) {
    for (let bits = load<i32>(word); bits !== 0; bits &= bits - 1) {
      const queue = named<Queue>(lines + ((<usize>ctz(bits)) << 2));
      const entry = oldestIn(queue);
      if (entry < queue.homeTeam.oldestEntry) queue.homeTeam.oldestEntry = entry;
    }
    lines += 128;
  }
  const column = (<usize>load<i32>(s.columnOf + ((<usize>interval) << 2))) << 3;
  for (let row = s.teams; row < s.teamsEnd; row += sizeOf<Team>()) {
    const team = changetype<Team>(row);
    if (team.deferredWaiting === 0) continue;
    const waiting = <f64>team.deferredWaiting;
    const age = instant - team.oldestEntry;
    add(team.backlog + column, waiting);
    add(team.oldest + column, age);
    if (instant <= s.warmStart) continue;
    addToTeam(team, at.teamBacklogSum, waiting);
    addToTeam(team, at.teamOldestSum, age);
    raiseTo(team.counters + at.teamBacklogMost, waiting);
    raiseTo(team.counters + at.teamOldestMost, age);
  }
}

function raiseTo(place: usize, value: f64): void {
  if (value > load<f64>(place)) store<f64>(place, value);
}

/** Earliest entry of those in a line; its head's where the line is in the order of entry. */
function oldestIn(queue: Queue): f64 {
  if (queue.order === 0) return queue.head.queueEntry;
  let oldest = queue.oldest;
  if (oldest === noContact) {
    oldest = queue.head;
    for (let slot = oldest.next; slot !== noContact; slot = slot.next)
      if (slot.queueEntry < oldest.queueEntry) oldest = slot;
    queue.oldest = oldest;
  }
  return oldest.queueEntry;
}

/** Contacts waiting by home team, at the start and at the end of the counted time. */
export function countQueues(counter: usize): void {
  for (let row = s.queues; row < s.queuesEnd; row += sizeOf<Queue>()) {
    const queue = changetype<Queue>(row);
    for (let slot = queue.head; slot !== noContact; slot = slot.next)
      if (slot.abandonAt >= s.now) addToTeam(queue.homeTeam, counter, 1);
  }
}
