// Work by surprise: what the draws of a replication asked of each team beyond their means. Each part has mean 0 whatever the
// queues did, because a draw is independent of all that happened before it; so it can serve as a control (README.md).
import { axisInterval } from './observer.ts';
import type { OutcomeWork } from './outcomeWork.ts';
import type { ReplicationState } from './replicationState.ts';

/** A draw asked this much more of a team than its mean, in agent-seconds. */
export function observeSurplus(s: ReplicationState, team: number, seconds: number): void {
  if (s.now >= s.horizonEnd) return;
  const at = s.layout.workSurplusAt + team * s.layout.intervals + axisInterval(s, s.interval);
  s.values[at] = (s.values[at] as number) + seconds;
}

/** The outcome of a handling has been drawn: number `outcome` of the pair's rows, -1: resolved. */
export function observeOutcome(s: ReplicationState, c: number, team: number, outcome: number): void {
  const rows = s.outcomeWork[c * s.layout.teams + team] as readonly OutcomeWork[];
  for (let k = 0; k < rows.length; k += 1) {
    const row = rows[k] as OutcomeWork;
    const surprise = (k === outcome ? 1 : 0) - row.share;
    observeSurplus(s, row.team, surprise * row.seconds);
    if (row.ownSeconds !== 0) observeSurplus(s, team, surprise * row.ownSeconds);
  }
}
