// Arrivals of one class: a unit-rate Poisson process sent through the inverse of the cumulative rate, which is
// piecewise linear. A busy-day factor scales the rate of whole days without moving the underlying unit process.
import { log } from '../../numerics/log.ts';
import { uniformAt } from './streams.ts';

export interface RateSegments {
  /** Start of each segment in elapsed seconds; the last entry ends the last segment. */
  readonly startsSeconds: Float64Array;
  readonly ratePerSecond: Float64Array;
  /** Local day of each segment, for the busy-day factor. */
  readonly day: Int32Array;
}

export class ArrivalProcess {
  /** Next arrival in elapsed seconds; infinity when there is none left. */
  nextTime = 0;
  /** Ordinal of the next arrival within its class. */
  nextOrdinal = 0;
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
    this.nextOrdinal = -1;
    this.advance();
  }

  /** Moves on to the following arrival. */
  advance(): void {
    this.nextOrdinal += 1;
    const { startsSeconds, ratePerSecond, day } = this.segments;
    const count = ratePerSecond.length;
    let mass = -log(1 - uniformAt(this.k0, this.k1, this.nextOrdinal));
    let position = this.position;
    let segment = this.segment;
    while (segment < count) {
      let rate = ratePerSecond[segment] as number;
      if (this.dayFactors !== null) rate *= this.dayFactors[day[segment] as number] as number;
      const end = startsSeconds[segment + 1] as number;
      const available = rate * (end - position);
      if (mass <= available) {
        position += mass / rate;
        this.position = position;
        this.segment = segment;
        this.nextTime = position;
        return;
      }
      mass -= available;
      position = end;
      segment += 1;
    }
    this.segment = segment;
    this.nextTime = Number.POSITIVE_INFINITY;
  }
}
