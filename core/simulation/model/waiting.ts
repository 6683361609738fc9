// The end of a wait, for an answer or a loss.
import type { QueueModel } from './compiledModel.ts';
import { contactInt } from './contactFields.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { observeQueueEnd } from './observer.ts';
import { type ReplicationState, stageOf } from './replicationState.ts';
import { leaveLine } from './waitingLine.ts';

/** Takes a waiting contact out of its line at `at`, for an answer or a loss. */
export function endWaiting(s: ReplicationState, slot: number, at: number): void {
  const queue = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  leaveLine(s, slot);
  if (queue.holdsPlace) s.channelWaiting[queue.channel] = (s.channelWaiting[queue.channel] as number) - 1;
  // Interrupted ones hold no place of the team.
  if (s.limitsTeams && queue.holdsTeamPlace && !isFlagged(s, slot, contactFlag.atHead))
    s.teamWaiting[queue.homeTeam] = (s.teamWaiting[queue.homeTeam] as number) - 1;
  observeQueueEnd(s, slot, stageOf(s, slot).homeTeam, at);
}
