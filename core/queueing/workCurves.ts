// Work that comes and work that can be done in a span that repeats itself, as curves that can be asked at any moment.
import type { PerSecond, Seconds } from '../units/quantities.ts';

/** A stretch of the span. */
export interface DeferredInterval {
  readonly length: Seconds;
  readonly arrivals: PerSecond;
  readonly agents: number;
}

/** A promise for deferred work. */
export interface DeferredPromise {
  readonly within: Seconds;
  /** `open`: only time with agents at work counts; who comes while none is waits for the opening first. */
  readonly clock: 'wall' | 'open';
}

/** The curves; moments in seconds, also before 0 and after the span. */
export interface WorkCurves {
  readonly span: number;
  /** Moments 0 ... span at which rates change. */
  readonly bounds: readonly number[];
  /** Contacts that have come since moment 0. */
  readonly come: (moment: number) => number;
  /** Agent seconds since moment 0. */
  readonly hands: (moment: number) => number;
  /** The moment by which who comes at a moment must be begun. */
  readonly due: (moment: number) => number;
  /** Moments 0 ... span whose deadline is a moment at which rates change, and those themselves. */
  readonly turns: readonly number[];
}

/** Builds the curves; each is straight between two neighbouring `turns`. */
export function workCurves(intervals: readonly DeferredInterval[], promise: DeferredPromise): WorkCurves {
  const bounds = sumsOf(intervals.map(({ length }) => length));
  const span = bounds[bounds.length - 1] ?? 0;
  const curve = (rates: readonly number[]): ((moment: number) => number) => {
    const sums = sumsOf(rates.map((rate, k) => rate * (intervals[k]?.length ?? 0)));
    const whole = sums[sums.length - 1] ?? 0;
    return (moment) => {
      const cycle = Math.floor(moment / span);
      const inside = moment - cycle * span;
      const k = placeOf(bounds, inside);
      return cycle * whole + (sums[k] ?? 0) + (rates[k] ?? 0) * (inside - (bounds[k] ?? 0));
    };
  };
  const come = curve(intervals.map(({ arrivals }) => arrivals));
  const hands = curve(intervals.map(({ agents }) => agents));
  const open = curve(intervals.map(({ agents }) => (agents > 0 ? 1 : 0)));
  const openBounds = bounds.map(open);
  const openSpan = openBounds[openBounds.length - 1] ?? 0;

  /** The first moment at which so much open time has passed. */
  const atOpen = (passed: number): number => {
    const cycle = Math.ceil(passed / openSpan) - 1;
    const inside = passed - cycle * openSpan;
    const k = openBounds.findIndex((sum) => sum >= inside) - 1;
    return cycle * span + (bounds[k] ?? 0) + (inside - (openBounds[k] ?? 0));
  };
  const due = (moment: number): number =>
    promise.clock === 'wall' ? moment + promise.within : atOpen(open(moment) + promise.within);

  const inSpan = (moment: number): number => moment - Math.floor(moment / span) * span;
  const met =
    promise.clock === 'wall'
      ? bounds.map((bound) => inSpan(bound - promise.within))
      : openBounds.map((sum) =>
          inSpan(atOpen(sum - promise.within + (sum <= promise.within ? openSpan : 0))),
        );
  const turns = [...new Set([...bounds, ...met])].sort((one, other) => one - other);
  return { span, bounds, come, hands, due, turns };
}

function sumsOf(values: readonly number[]): number[] {
  const sums = [0];
  for (const [k, value] of values.entries()) sums.push((sums[k] ?? 0) + value);
  return sums;
}

/** The place of the last bound that is not after the moment. */
function placeOf(bounds: readonly number[], moment: number): number {
  let low = 0;
  let high = bounds.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((bounds[middle] ?? 0) <= moment) low = middle;
    else high = middle - 1;
  }
  return low;
}
