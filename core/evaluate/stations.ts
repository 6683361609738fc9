// Stations that have been asked before: outcomes by law, agents and load.
import { cornerAbove } from './blendedGrid.ts';
import { isBlended } from './blendedStation.ts';
import { KnownLaws, type KnownOutcomes } from './knownLaws.ts';
import {
  calculate,
  leastLoad,
  makeRoom,
  type StationInput,
  type StationOutcome,
  stationOutcome,
} from './station.ts';

const mostKept = 40_000;

/** Laws that whoever asks has met; of its questions nothing else may differ than the laws, loads and agents of a step. */
export type MetLaws = KnownOutcomes[];

/** Formulas, each (load, agents, law) asked once. What is kept depends on nothing but itself, so it may be kept for long. */
export class Stations {
  private readonly known = new KnownLaws(mostKept);
  private readonly high = stationOutcome();

  /** The outcome for a mean number of agents: between the two whole numbers next to it. */
  between(input: StationInput, into: StationOutcome, met: MetLaws = []): void {
    const targets = input.targets.length;
    makeRoom(into, targets);
    const whole = Math.floor(input.agents + 1e-9);
    const share = input.agents - whole;
    const load = rounded(Math.max(leastLoad, input.load));
    this.at(input, whole, load, into, met);
    if (share < 1e-6) return;
    const { high } = this;
    makeRoom(high, targets);
    this.at(input, whole + 1, load, high, met);
    mix(into, high, share, targets);
  }

  private at(input: StationInput, agents: number, load: number, into: StationOutcome, met: MetLaws): void {
    const { deferredLoad } = input;
    if (input.isLasting && isBlended(input, agents, cornerAbove(agents, load))) {
      this.outcomesOf(input, met).cellsOf(agents).between(load, deferredLoad, into);
      return;
    }
    // Loads of deferred work, and means of mixed laws, hardly ever come again.
    if (!input.isLasting || (deferredLoad !== 0 && deferredLoad !== Number.POSITIVE_INFINITY)) {
      calculate(input, agents, load, into);
      return;
    }
    const { rows } = this.outcomesOf(input, met);
    const group = 2 * agents + (deferredLoad === 0 ? 0 : 1);
    if (rows.read(group, load, into)) return;
    calculate(input, agents, load, into);
    rows.keep(group, load, into);
    this.known.note();
  }

  private outcomesOf(input: StationInput, met: MetLaws): KnownOutcomes {
    for (let i = 0; i < met.length; i += 1) {
      const one = met[i] as KnownOutcomes;
      if (one.law.isMet(input)) return one;
    }
    const found = this.known.outcomesOf(input);
    met.push(found);
    return found;
  }
}

/** A load to twelve digits: those that differ by less are one, whichever of them was asked for first. */
function rounded(load: number): number {
  const near = Math.fround(load);
  return near * (1 + Math.round((load / near - 1) * 2 ** 42) / 2 ** 42);
}

/** Puts between two outcomes what lies so far on the way from the lower to the higher, into the lower. */
function mix(low: StationOutcome, high: StationOutcome, share: number, targets: number): void {
  low.isStable = low.isStable && high.isStable;
  low.waitProbability = between(low.waitProbability, high.waitProbability, share);
  low.abandonment = between(low.abandonment, high.abandonment, share);
  low.blocking = between(low.blocking, high.blocking, share);
  low.meanWait = between(low.meanWait, high.meanWait, share);
  low.meanWaitOfServed = between(low.meanWaitOfServed, high.meanWaitOfServed, share);
  low.meanWaitOfDelayed = between(low.meanWaitOfDelayed, high.meanWaitOfDelayed, share);
  low.mostBusy = between(low.mostBusy, high.mostBusy, share);
  const isTold = low.deferredBlocked >= 0 && high.deferredBlocked >= 0;
  low.deferredBlocked = isTold ? between(low.deferredBlocked, high.deferredBlocked, share) : -1;
  low.deferredHeld = isTold ? between(low.deferredHeld, high.deferredHeld, share) : -1;
  low.busy = low.busy < 0 || high.busy < 0 ? high.busy : between(low.busy, high.busy, share);
  const { inTime, leftInTime } = low;
  for (let i = 0; i < targets; i += 1) {
    inTime[i] = between(inTime[i] as number, high.inTime[i] as number, share);
    leftInTime[i] = between(leftInTime[i] as number, high.leftInTime[i] as number, share);
  }
}

const between = (one: number, other: number, share: number): number => one + (other - one) * share;
