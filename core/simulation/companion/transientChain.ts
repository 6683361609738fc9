// The number in the system of M(t)/M/n+M from empty: a birth-and-death chain, moved on by uniformisation (Jensen 1953; Grassmann
// 1977), exact but for what is cut off (below 1e-13).
import { exp } from '../../numerics/exp.ts';
import type { Companion } from './companionModel.ts';

/** Expected events of a stretch that is taken at once: e^-200 is far above the smallest number. */
const mostEvents = 200;
const cutOff = 1e-15;

/** Empty places at either end of a row of states. */
const margin = 2;

/** States less likely than this at either end are not looked at. */
const unlikely = 1e-19;

export class TransientChain {
  readonly states: number;
  /** Chance that an event is a departure from a state. */
  private readonly down: Float64Array;
  /** Above the rate of all events in every state. */
  private readonly eventsPerSecond: number;
  /** Two places before the first state and two behind the last are always 0. */
  private odds: Float64Array;
  private next: Float64Array;
  private readonly after: Float64Array;
  private readonly time: Float64Array;
  /** Places between which the odds are not 0. */
  private low = margin;
  private high = margin;

  /** `peak`: the highest rate of arrivals that will be asked for, a second. */
  constructor({ agents, handlingSeconds, patienceSeconds }: Companion, peak: number) {
    const fluid = Math.max(0, peak - agents / handlingSeconds) * patienceSeconds;
    const spread = Math.sqrt(Math.max(peak, agents / handlingSeconds) * patienceSeconds);
    this.states = agents + Math.ceil(fluid + 9 * spread + 30);
    const deaths = Float64Array.from(
      { length: this.states },
      (_, k) => Math.min(k, agents) / handlingSeconds + Math.max(0, k - agents) / patienceSeconds,
    );
    this.eventsPerSecond = peak + (deaths[this.states - 1] as number);
    this.down = new Float64Array(this.states + 2 * margin);
    deaths.forEach((rate, k) => {
      this.down[k + margin] = rate / this.eventsPerSecond;
    });
    this.odds = new Float64Array(this.states + 2 * margin);
    this.odds[margin] = 1;
    this.next = new Float64Array(this.states + 2 * margin);
    this.after = new Float64Array(this.states + 2 * margin);
    this.time = new Float64Array(this.states + 2 * margin);
  }

  /** Steps times states of a stretch of time, at most. */
  work(seconds: number): number {
    return 1.6 * this.eventsPerSecond * seconds * this.states;
  }

  /** Moves the chain on by a stretch of constant arrivals; the expected seconds in each state, until the next call. */
  advance(arrivalsPerSecond: number, seconds: number): Float64Array {
    this.time.fill(0);
    const parts = Math.ceil((this.eventsPerSecond * seconds) / mostEvents);
    for (let part = 0; part < parts; part += 1) this.advancePart(arrivalsPerSecond, seconds / parts);
    return this.time.subarray(margin, this.states + margin);
  }

  private advancePart(arrivalsPerSecond: number, seconds: number): void {
    const { after, down, eventsPerSecond, states, time } = this;
    const mean = eventsPerSecond * seconds;
    const up = arrivalsPerSecond / eventsPerSecond;
    after.fill(0);
    const end = states + margin - 1;
    const first = this.low;
    let weight = exp(-mean);
    let left = 1 - weight;
    let { low, high, next, odds } = this;
    for (let events = 0; ; events += 1) {
      const spent = left / eventsPerSecond;
      const isLast = events > mean && weight < cutOff;
      const from = low > margin ? low - 1 : margin;
      const to = high < end ? high + 1 : end;
      for (let k = from; k <= to; k += 1) {
        const own = odds[k] as number;
        after[k] = (after[k] as number) + weight * own;
        time[k] = (time[k] as number) + spent * own;
        next[k] =
          own * (1 - up - (down[k] as number)) +
          (odds[k - 1] as number) * up +
          (odds[k + 1] as number) * (down[k + 1] as number);
      }
      if (isLast) break;
      // Nobody comes to a full system: what would go beyond the last state stays in it.
      if (to === end) next[end] = (next[end] as number) + (odds[end] as number) * up;
      [odds, next] = [next, odds];
      low = from;
      high = to;
      while (low < high && (odds[low] as number) < unlikely) odds[low++] = 0;
      while (high > low && (odds[high] as number) < unlikely) odds[high--] = 0;
      // What stood there two events ago.
      odds[low - 1] = odds[low - 2] = 0;
      odds[high + 1] = odds[high + 2] = 0;
      weight *= mean / (events + 1);
      left = Math.max(0, left - weight);
    }
    this.next = next.fill(0);
    this.odds = odds;
    this.odds.set(after);
    this.low = Math.min(first, low);
    this.high = end;
    while (this.low > margin && (this.odds[this.low - 1] as number) > 0) this.low -= 1;
    while (this.high > this.low && (this.odds[this.high] as number) < unlikely) this.odds[this.high--] = 0;
    while (this.low < this.high && (this.odds[this.low] as number) < unlikely) this.odds[this.low++] = 0;
  }
}
