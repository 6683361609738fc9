// A replication of the companions: first come, first served, so that an arrival waits for the agent who is free first, and nobody
// behind it matters. Arrivals, handling and patience are made of the uniforms that the contacts themselves have.
import { ArrivalProcess } from '../engine/arrivalProcess.ts';
import { LawSampler } from '../engine/lawSampler.ts';
import { lawKind } from '../engine/laws.ts';
import { packPurpose, purpose, setStreamKey } from '../engine/streams.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import {
  type Companion,
  companionCount,
  companionsOf,
  companionTarget,
  placesPerClass,
} from './companionModel.ts';

const unit = new LawSampler([{ kind: lawKind.exponential, a: 1, b: 0, table: null, meanSeconds: 1 }]);

/** What the companions of a model counted, by class (companionCount); null where it has none. */
export function runCompanions(model: CompiledModel, seed: number, replication: number): Float64Array | null {
  const companions = companionsOf(model);
  if (companions.length === 0) return null;
  const counts = new Float64Array(model.classes.length * placesPerClass(model));
  for (const companion of companions) runCompanion(model, companion, seed, replication, counts);
  return counts;
}

/** A class while it runs: its arrivals, and the keys of its handling and patience. */
interface Running {
  readonly at: number;
  readonly arrivals: ArrivalProcess;
  readonly handling: Keys;
  readonly patience: Keys;
}

interface Keys {
  readonly k0: number;
  readonly k1: number;
}

function runCompanion(
  model: CompiledModel,
  { team, classes, agents, handlingSeconds, patienceSeconds }: Companion,
  seed: number,
  replication: number,
  counts: Float64Array,
): void {
  const places = placesPerClass(model);
  const where = model.teams[team];
  const running = classes.map(({ c, entry }): Running => {
    const keyOf = (key0: number, key1: number, of: number): Keys => {
      const key = { k0: 0, k1: 0 };
      setStreamKey(key, seed, replication, entry.key0, entry.key1, key0, key1, packPurpose(of, 0), 0);
      return key;
    };
    const own = keyOf(0, 0, purpose.arrival);
    const arrivals = new ArrivalProcess(
      entry.segments as NonNullable<typeof entry.segments>,
      null,
      own.k0,
      own.k1,
    );
    arrivals.advance();
    const [key0, key1] = [where?.key0 ?? 0, where?.key1 ?? 0];
    return {
      at: c * places,
      arrivals,
      handling: keyOf(key0, key1, purpose.handling),
      patience: keyOf(key0, key1, purpose.patience),
    };
  });
  const targets = Float64Array.from(model.promises, companionTarget);
  const ofClass = model.promises.map((promise) => promise.ofClass);
  const free = new Float64Array(agents);
  for (;;) {
    let next = running[0] as Running;
    for (const one of running) if (one.arrivals.nextTime < next.arrivals.nextTime) next = one;
    const { arrivals, at, handling, patience } = next;
    const now = arrivals.nextTime;
    if (!(now < model.horizonSeconds)) return;
    const ordinal = arrivals.nextOrdinal;
    const leaves = patienceSeconds * unit.sampleAt(0, patience.k0, patience.k1, ordinal);
    const wait = Math.max(0, (free[0] as number) - now);
    const isServed = wait <= leaves;
    if (isServed)
      putBack(free, now + wait + handlingSeconds * unit.sampleAt(0, handling.k0, handling.k1, ordinal));
    if (now >= model.warmUpSeconds) {
      count(counts, at + companionCount.arrivals, 1);
      count(counts, at + companionCount.waitSeconds, isServed ? wait : leaves);
      if (!isServed) count(counts, at + companionCount.abandoned, 1);
      else
        for (let p = 0; p < targets.length; p += 1)
          if (wait <= (targets[p] as number) && ofClass[p]?.[at / places] === 1)
            count(counts, at + companionCount.promises + p, 1);
    }
    arrivals.advance();
  }
}

const count = (counts: Float64Array, at: number, amount: number): void => {
  counts[at] = (counts[at] as number) + amount;
};

/** The agent who was free first is free again at an instant: a heap with the smallest in front. */
function putBack(free: Float64Array, instant: number): void {
  const last = free.length;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= last) break;
    if (child + 1 < last && (free[child + 1] as number) < (free[child] as number)) child += 1;
    if ((free[child] as number) >= instant) break;
    free[at] = free[child] as number;
    at = child;
  }
  free[at] = instant;
}
