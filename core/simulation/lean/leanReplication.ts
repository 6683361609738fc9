// A replication by the lean loop, from its first arrival until every counted promise is decided.
import type { CompiledModel } from '../model/compiledModel.ts';
import { growthStartOf, isGrowthWeekly } from '../model/queueGrowth.ts';
import { scalar } from '../model/tallyLayout.ts';
import * as at from './kernelLayout.ts';
import { type KernelMemory, kernelMemory, MemoryFull } from './kernelMemory.ts';
import { LeanClock } from './leanClock.ts';
import type { LeanModel } from './leanModel.ts';
import { LeanState } from './leanState.ts';
import { leanTally } from './leanTally.ts';

/**
 * The tally of a replication and its arrivals; the same journeys as by the general engine. Null where there is no kernel, or its memory is
 * too small for the model or its backlog: then the general engine has to do it.
 */
export function leanReplication(
  model: CompiledModel,
  lean: LeanModel,
  seed: number,
  replication: number,
  onProgress: (fractionOfHorizon: number) => void,
  into?: Float64Array,
): { readonly values: Float64Array; readonly contacts: number } | null {
  const memory = kernelMemory();
  const s = memory === null ? null : leanState(memory, model, lean, seed, replication);
  if (s === null) return null;
  const { kernel } = s.memory;
  const firstWarmStart = model.warmUpContacts > 0 ? Number.POSITIVE_INFINITY : model.warmUpSeconds;
  const clock = new LeanClock(s, growthStartOf(model, firstWarmStart));
  let why = kernel.run(0);
  while (why !== at.stopsForRoom) {
    if (why === at.stopsAtBoundary) clock.roll();
    else {
      clock.passArrivals();
      onProgress(progressOf(model, clock));
    }
    if (clock.isOver) break;
    why = kernel.run(why === at.stopsAtBoundary ? 1 : 0);
  }
  if (!clock.isOver) return null;
  clock.countOffered();
  settle(s, clock);
  const values = leanTally(s, clock, into);
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
  const { kernel } = s.memory;
  s.eachRow((row) => {
    const phase = s.intAt(row + at.contactPhase);
    if (phase === at.phaseFree || phase === at.phaseWrappingUp) return;
    const isWaiting = phase === at.phaseWaiting;
    const leaves = s.floatAt(row + at.contactLeaves);
    if (isWaiting && leaves < clock.stopTime) {
      kernel.abandon(row);
      return;
    }
    if (isWaiting) kernel.leaveWaiting(row, clock.stopTime);
    if (s.intAt(row + at.contactCell) < 0) return;
    kernel.decideResolution(row, clock.stopTime - s.floatAt(row + at.contactClock), 0);
    const c = s.intAt(s.intAt(row + at.contactClass) + at.classIndex);
    s.inSystem[c] = (s.inSystem[c] as number) + 1;
  });
}

function leanState(
  memory: KernelMemory,
  model: CompiledModel,
  lean: LeanModel,
  seed: number,
  replication: number,
): LeanState | null {
  try {
    return new LeanState(memory, model, lean, seed, replication);
  } catch (error) {
    if (error instanceof MemoryFull) return null;
    throw error;
  }
}
