// A replication by the lean loop, from its first arrival until every counted promise is decided.
import type { CompiledModel } from '../model/compiledModel.ts';
import { growthStartOf, isGrowthWeekly } from '../model/queueGrowth.ts';
import { scalar } from '../model/tallyLayout.ts';
import { ArenaFull } from './arena.ts';
import { LeanClock } from './leanClock.ts';
import { runBlock } from './leanLoop.ts';
import type { LeanModel } from './leanModel.ts';
import { decideResolution } from './leanPromises.ts';
import { contactFloat, contactInt, LeanState, phase } from './leanState.ts';
import { leanTally } from './leanTally.ts';

/**
 * The tally of a replication and its arrivals; the same journeys as by the general engine. Null where the arena is too small for the model
 * or for its backlog: then the general engine has to do it.
 */
export function leanReplication(
  model: CompiledModel,
  lean: LeanModel,
  seed: number,
  replication: number,
  onProgress: (fractionOfHorizon: number) => void,
): { readonly values: Float64Array; readonly contacts: number } | null {
  const s = leanState(model, lean, seed, replication);
  if (s === null) return null;
  const firstWarmStart = model.warmUpContacts > 0 ? Number.POSITIVE_INFINITY : model.warmUpSeconds;
  const clock = new LeanClock(s, growthStartOf(model, firstWarmStart));
  while (!clock.isOver) {
    runBlock(s, clock);
    if (clock.isOver) break;
    if (s.isFull()) return null;
    clock.nextBlock();
    onProgress(progressOf(model, clock));
  }
  clock.countOffered();
  settle(s, clock);
  const values = leanTally(s, clock);
  const end = Math.min(clock.horizonEnd, clock.stopTime);
  const growthStart = growthStartOf(model, clock.warmStart);
  values[scalar.growthSeconds] = Math.max(0, end - Math.min(growthStart, end));
  values[scalar.growthIsWeekly] = isGrowthWeekly(clock.warmStart, growthStart, end) ? 1 : 0;
  values[scalar.contacts] = clock.arrived;
  return { values, contacts: clock.arrived };
}

const progressOf = (model: CompiledModel, clock: LeanClock): number =>
  model.horizonContacts === Number.POSITIVE_INFINITY
    ? Math.min(1, clock.now / clock.stopTime)
    : Math.min(1, clock.arrived / model.horizonContacts);

/** Everyone still in the system when the last promise is decided. */
function settle(s: LeanState, clock: LeanClock): void {
  for (let slot = 0; slot < s.usedSlots; slot += 1) {
    const own = s.intOf(slot, contactInt.phase);
    if (own === phase.free || own === phase.wrappingUp) continue;
    const isWaiting = own === phase.waiting;
    const leaves = s.floatOf(slot, contactFloat.leavesAt);
    if (isWaiting && leaves < clock.stopTime) {
      clock.abandon(slot);
      continue;
    }
    if (isWaiting) clock.leaveWaiting(slot);
    if (s.intOf(slot, contactInt.cell) < 0) continue;
    decideResolution(s, slot, clock.stopTime - s.floatOf(slot, contactFloat.clock), false);
    const c = s.intOf(slot, contactInt.classIndex);
    s.inSystem[c] = (s.inSystem[c] as number) + 1;
  }
}

function leanState(
  model: CompiledModel,
  lean: LeanModel,
  seed: number,
  replication: number,
): LeanState | null {
  try {
    return new LeanState(model, lean, seed, replication);
  } catch (error) {
    if (error instanceof ArenaFull) return null;
    throw error;
  }
}
