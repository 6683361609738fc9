// Patience (rule 6): how long a contact would wait at its stage.
import { purpose } from '../engine/streams.ts';
import type { StageModel } from './compiledModel.ts';
import { contactInt } from './contactFields.ts';
import { classOf, noOne, type ReplicationState } from './replicationState.ts';

/** The patience with which a contact waits; infinity where the stage has none. Fresh at each attempt, unless it is kept. */
export function drawPatience(s: ReplicationState, slot: number, stage: StageModel): number {
  if (stage.patienceLaw === noOne) return Number.POSITIVE_INFINITY;
  const attempt = classOf(s, slot).samePatience
    ? 0
    : (s.contactInts[(slot << 6) | contactInt.attempt] as number);
  return s.drawOf(stage.patienceLaw, slot, stage.homeTeam, purpose.patience, attempt);
}
