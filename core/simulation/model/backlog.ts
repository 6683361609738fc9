// The backlog of deferred work at the ends of intervals: how many contacts lie in each team's lines, and for how long the
// oldest has been in its line. Looked at just before the events of that instant; live waits are no backlog.
import type { QueueModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { addToTeam, axisInterval } from './observer.ts';
import { noOne, type ReplicationState } from './replicationState.ts';
import { teamCounter, teamCounters } from './tallyLayout.ts';

/** Looks at the ends of the intervals from `first` up to, not including, `next`. */
export function sampleBacklog(s: ReplicationState, first: number, next: number): void {
  const { intervalSeconds } = s.model.axis;
  for (let interval = first; interval < next; interval += 1) {
    sampleAt(s, Math.min((interval + 1) * intervalSeconds, s.horizonEnd), interval);
  }
}

function sampleAt(s: ReplicationState, instant: number, interval: number): void {
  const { layout, values } = s;
  const oldest = s.oldestEntry;
  oldest.fill(Number.POSITIVE_INFINITY);
  s.model.queues.forEach((queue, q) => {
    if (queue.live || (s.queueHead[q] as number) === noOne) return;
    const entry = oldestIn(s, queue, q);
    if (entry < (oldest[queue.homeTeam] as number)) oldest[queue.homeTeam] = entry;
  });
  const isCounted = instant > s.warmStart;
  const into = axisInterval(s, interval);
  for (let team = 0; team < layout.teams; team += 1) {
    const waiting = s.deferredWaiting[team] as number;
    if (waiting === 0) continue;
    const age = instant - (oldest[team] as number);
    const backlogAt = layout.backlogSeriesAt + team * layout.intervals + into;
    const oldestAt = layout.oldestSeriesAt + team * layout.intervals + into;
    values[backlogAt] = (values[backlogAt] as number) + waiting;
    values[oldestAt] = (values[oldestAt] as number) + age;
    if (!isCounted) continue;
    addToTeam(s, team, teamCounter.backlogSum, waiting);
    addToTeam(s, team, teamCounter.oldestSum, age);
    raise(s, team, teamCounter.backlogMost, waiting);
    raise(s, team, teamCounter.oldestMost, age);
  }
}

function raise(s: ReplicationState, team: number, counter: number, value: number): void {
  const at = s.layout.teamAt + team * teamCounters + counter;
  if (value > (s.values[at] as number)) s.values[at] = value;
}

/** Earliest entry of those in a line; its head's where the line is in the order of entry. */
function oldestIn(s: ReplicationState, queue: QueueModel, q: number): number {
  const head = s.queueHead[q] as number;
  let entry = s.contactFloats[(head << 5) | contactFloat.queueEntry] as number;
  if (queue.order === 'entry') return entry;
  for (
    let slot = s.contactInts[(head << 6) | contactInt.next] as number;
    slot !== noOne;
    slot = s.contactInts[(slot << 6) | contactInt.next] as number
  ) {
    if ((s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number) < entry)
      entry = s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number;
  }
  return entry;
}
