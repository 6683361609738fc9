// Arrivals of one class: a unit-rate Poisson process sent through the inverse of the cumulative rate, which is
// piecewise linear. A busy-day factor scales the rate of whole days without moving the underlying unit process.
import { LawSampler, quantileIn } from './lawSampler.ts';
import { type LawRow, lawKind } from './laws.ts';
import { firstWord, highWord, lowWord } from './streams.ts';

export interface RateSegments {
  /** Start of each segment in elapsed seconds; the last entry ends the last segment. */
  readonly startsSeconds: Float64Array;
  readonly ratePerSecond: Float64Array;
  /** Local day of each segment, for the busy-day factor. */
  readonly day: Int32Array;
}

/** Arrivals made ahead at a time: a tight loop over them is faster than single ones between other work. */
const blockSize = 128;
const unitExponential: LawRow = {
  kind: lawKind.exponential,
  a: 1,
  b: 0,
  table: null,
  meanSeconds: 1,
};
/** Law 0 of it is the exponential with mean 1. */
export const unitSampler = new LawSampler([unitExponential]);
const unitTable = unitSampler.tableOf(0) as Float64Array;

export class ArrivalProcess {
  /** Next arrival in elapsed seconds; infinity when there is none left. */
  nextTime = 0;
  /** Ordinal of the next arrival within its class. */
  nextOrdinal = -1;
  private readonly block = new Float64Array(blockSize);
  private segment = 0;
  private position: number;
  private readonly segments: RateSegments;
  private readonly dayFactors: Float64Array | null;
  private readonly k0: number;
  private readonly k1: number;

  constructor(segments: RateSegments, dayFactors: Float64Array | null, k0: number, k1: number) {
    this.segments = segments;
    this.dayFactors = dayFactors;
    this.k0 = k0;
    this.k1 = k1;
    this.position = segments.startsSeconds.length === 0 ? 0 : (segments.startsSeconds[0] as number);
  }

  /** Moves on to the following arrival, at first to the first one. */
  advance(): void {
    this.nextOrdinal += 1;
    const at = this.nextOrdinal % blockSize;
    if (at === 0) this.fill(this.block, 0, this.nextOrdinal, blockSize);
    this.nextTime = this.block[at] as number;
  }

  /**
   * Writes the times of `count` arrivals from number `ordinal` on, which follow those written before; infinity where there are no more.
   * Either this is asked or advance, not both.
   */
  fill(into: Float64Array, from: number, ordinal: number, count: number): void {
    const { dayFactors } = this;
    const k0 = this.k0 | 0;
    const k1 = this.k1 | 0;
    for (let i = 0; i < count; i += 1) {
      const first = firstWord(k0, (ordinal + i) | 0);
      const high = highWord(first, k1);
      const mass = quantileIn(unitTable, high, lowWord(first, high));
      into[(from + i) | 0] = mass >= 0 ? mass : unitSampler.sampleAt(0, k0, k1, (ordinal + i) | 0);
    }
    const { startsSeconds, ratePerSecond, day } = this.segments;
    const last = ratePerSecond.length;
    let position = this.position;
    let segment = this.segment;
    let i = 0;
    while (segment < last && i < count) {
      const factor = dayFactors === null ? 1 : (dayFactors[day[segment] as number] as number);
      const rate = (ratePerSecond[segment] as number) * factor;
      const end = startsSeconds[segment + 1] as number;
      const perRate = 1 / rate;
      let available = rate * (end - position);
      let mass = into[(from + i) | 0] as number;
      while (mass <= available) {
        position += mass * perRate;
        into[(from + i) | 0] = position;
        i = (i + 1) | 0;
        if (i === count) break;
        available = rate * (end - position);
        mass = into[(from + i) | 0] as number;
      }
      if (i === count) break;
      // What is left of the mass goes into the next segment.
      into[(from + i) | 0] = mass - available;
      position = end;
      segment += 1;
    }
    into.fill(Number.POSITIVE_INFINITY, from + i, from + count);
    this.segment = segment;
    this.position = position;
  }
}
