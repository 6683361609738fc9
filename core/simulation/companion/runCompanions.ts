// A replication of the companions: first come, first served, so that an arrival waits for the agent who is free first, and nobody
// behind it matters. Arrivals, handling and patience are made of the uniforms that the contacts themselves have.
import { ArrivalProcess } from '../engine/arrivalProcess.ts';
import { packPurpose, purpose, type StreamKey, setStreamKey } from '../engine/streams.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import {
  type Companion,
  type CompanionClass,
  companionCount,
  companionsOf,
  companionTarget,
  placesPerClass,
} from './companionModel.ts';
import { fillExponential } from './unitDraws.ts';

/** What the companions of a model counted, by class (companionCount); null where it has none. */
export function runCompanions(model: CompiledModel, seed: number, replication: number): Float64Array | null {
  const companions = companionsOf(model);
  if (companions.length === 0) return null;
  const counts = new Float64Array(model.classes.length * placesPerClass(model));
  for (const companion of companions) runCompanion(model, companion, seed, replication, counts);
  return counts;
}

/** Contacts whose times are drawn ahead. */
const blockSize = 128;

/** A class while it runs: the next contacts' arrivals, handling and patience, a block at a time. */
class RunningClass {
  /** Place of its counts. */
  readonly at: number;
  readonly times = new Float64Array(blockSize);
  readonly handling = new Float64Array(blockSize);
  readonly patience = new Float64Array(blockSize);
  /** Place of the next contact in the block. */
  next = 0;
  private first = 0;
  private readonly arrivals: ArrivalProcess;
  private readonly handlingKey: StreamKey;
  private readonly patienceKey: StreamKey;
  private readonly companion: Companion;

  constructor(
    companion: Companion,
    at: number,
    arrivals: ArrivalProcess,
    handlingKey: StreamKey,
    patienceKey: StreamKey,
  ) {
    this.companion = companion;
    this.at = at;
    this.arrivals = arrivals;
    this.handlingKey = handlingKey;
    this.patienceKey = patienceKey;
    this.fill();
  }

  /** Goes on to the following contact. */
  advance(): void {
    this.next += 1;
    if (this.next < blockSize) return;
    this.next = 0;
    this.first += blockSize;
    this.fill();
  }

  private fill(): void {
    const { handlingKey, patienceKey, first } = this;
    const { handlingSeconds, patienceSeconds } = this.companion;
    this.arrivals.fill(this.times, 0, first, blockSize);
    fillExponential(this.handling, handlingKey.k0, handlingKey.k1, first, handlingSeconds);
    fillExponential(this.patience, patienceKey.k0, patienceKey.k1, first, patienceSeconds);
  }
}

function runningClass(
  model: CompiledModel,
  companion: Companion,
  { c, entry }: CompanionClass,
  seed: number,
  replication: number,
): RunningClass {
  const keyOf = (key0: number, key1: number, of: number): StreamKey => {
    const key = { k0: 0, k1: 0 };
    setStreamKey(key, seed, replication, entry.key0, entry.key1, key0, key1, packPurpose(of, 0), 0);
    return key;
  };
  const own = keyOf(0, 0, purpose.arrival);
  const segments = entry.segments as NonNullable<typeof entry.segments>;
  const where = model.teams[companion.team];
  const [key0, key1] = [where?.key0 ?? 0, where?.key1 ?? 0];
  return new RunningClass(
    companion,
    c * placesPerClass(model),
    new ArrivalProcess(segments, null, own.k0, own.k1),
    keyOf(key0, key1, purpose.handling),
    keyOf(key0, key1, purpose.patience),
  );
}

function runCompanion(
  model: CompiledModel,
  companion: Companion,
  seed: number,
  replication: number,
  counts: Float64Array,
): void {
  const running = companion.classes.map((one) => runningClass(model, companion, one, seed, replication));
  const places = placesPerClass(model);
  const { horizonSeconds, warmUpSeconds } = model;
  const promises = model.promises.length;
  /** By class and promise; -1 where the promise is not about the class. */
  const targets = new Float64Array(model.classes.length * promises).fill(-1);
  model.promises.forEach((promise, p) => {
    for (const { c } of companion.classes)
      if (promise.ofClass[c] === 1) targets[c * promises + p] = companionTarget(promise);
  });
  const free = new Float64Array(companion.agents);
  for (;;) {
    let own = running[0] as RunningClass;
    for (let k = 1; k < running.length; k += 1) {
      const other = running[k] as RunningClass;
      if ((other.times[other.next] as number) < (own.times[own.next] as number)) own = other;
    }
    const { at, next } = own;
    const now = own.times[next] as number;
    if (!(now < horizonSeconds)) return;
    const leaves = own.patience[next] as number;
    const wait = Math.max(0, (free[0] as number) - now);
    const isServed = wait <= leaves;
    if (isServed) putBack(free, now + wait + (own.handling[next] as number));
    if (now >= warmUpSeconds) {
      const arrived = at + companionCount.arrivals;
      counts[arrived] = (counts[arrived] as number) + 1;
      const waited = at + companionCount.waitSeconds;
      counts[waited] = (counts[waited] as number) + (isServed ? wait : leaves);
      const abandoned = at + companionCount.abandoned;
      if (!isServed) counts[abandoned] = (counts[abandoned] as number) + 1;
      else {
        const first = (at / places) * promises;
        const inTime = at + companionCount.promises;
        for (let p = 0; p < promises; p += 1)
          if (wait <= (targets[first + p] as number)) counts[inTime + p] = (counts[inTime + p] as number) + 1;
      }
    }
    own.advance();
  }
}

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
