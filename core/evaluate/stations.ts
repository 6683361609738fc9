// Stations that have been asked before: outcomes by law, agents and load.
import { cornerAbove } from './blendedGrid.ts';
import { isBlended } from './blendedStation.ts';
import { KnownLaws, type KnownOutcomes } from './knownLaws.ts';
import { layOutcome, mixRows, readOutcome, rowScalars } from './outcomeRow.ts';
import { calculate, leastLoad, type StationInput, type StationOutcome, stationOutcome } from './station.ts';

const mostKept = 40_000;

/** Laws that whoever asks has met; of its questions nothing else may differ than the laws, loads and agents of a step. */
export type MetLaws = KnownOutcomes[];

/** Formulas, each (load, agents, law) asked once. What is kept depends on nothing but itself, so it may be kept for long. */
export class Stations {
  private readonly known = new KnownLaws(mostKept);
  /** Outcomes for the whole numbers of agents next to a mean one; longer lists of targets make them longer. */
  private low = new Float64Array(rowScalars);
  private high = new Float64Array(rowScalars);
  private readonly outcome = stationOutcome();

  /** The outcome for a mean number of agents: between the two whole numbers next to it. */
  between(input: StationInput, into: StationOutcome): void {
    readOutcome(this.answer(input, []), input.targets.length, into);
  }

  /** The same as a row (see `outcomeRow.ts`), which is written anew by the next answer. */
  answer(input: StationInput, met: MetLaws): Float64Array {
    const targets = input.targets.length;
    if (this.low.length < rowScalars + 2 * targets) {
      this.low = new Float64Array(rowScalars + 2 * targets);
      this.high = new Float64Array(rowScalars + 2 * targets);
    }
    const { low, high } = this;
    const whole = Math.floor(input.agents + 1e-9);
    const share = input.agents - whole;
    const load = rounded(Math.max(leastLoad, input.load));
    this.at(input, whole, load, low, met);
    if (share < 1e-6) return low;
    this.at(input, whole + 1, load, high, met);
    mixRows(low, high, share, targets);
    return low;
  }

  private at(input: StationInput, agents: number, load: number, row: Float64Array, met: MetLaws): void {
    const { deferredLoad } = input;
    if (input.isLasting && isBlended(input, agents, cornerAbove(agents, load))) {
      this.outcomesOf(input, met).cellsOf(agents).between(load, deferredLoad, row);
      return;
    }
    // Loads of deferred work, and means of mixed laws, hardly ever come again.
    if (!input.isLasting || (deferredLoad !== 0 && deferredLoad !== Number.POSITIVE_INFINITY)) {
      this.calculate(input, agents, load, row);
      return;
    }
    const { rows } = this.outcomesOf(input, met);
    const group = 2 * agents + (deferredLoad === 0 ? 0 : 1);
    if (rows.read(group, load, row)) return;
    this.calculate(input, agents, load, row);
    rows.keep(group, load, row);
    this.known.note();
  }

  private calculate(input: StationInput, agents: number, load: number, row: Float64Array): void {
    calculate(input, agents, load, this.outcome);
    layOutcome(this.outcome, input.targets.length, row);
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
