// Levels over time, added up by interval: as model/rollingSeries.ts; where abandonment is looked at late, as model/timeSeries.ts.
import type { Series, State } from './rows.ts';
import { add, addTwo, s, sizeOf } from './state.ts';

/** The level rises by `weight` at t (falls, if negative), which lies in an interval. */
/* inline */ export function changeIn(interval: i32, series: Series, t: f64, weight: f64): void {
  const seconds = weight * (<f64>(interval + 1) * s.intervalSeconds - t);
  if (series.sums === 0) {
    addTwo(changetype<usize>(series), seconds, weight);
    return;
  }
  add(series.sums + ((<usize>interval) << 3), seconds);
  add(series.carry + ((<usize>(interval + 1)) << 3), weight);
}

/** The level changes by `weight` now. */
export function changeBy(series: Series, weight: f64): void {
  changeIn(s.interval, series, s.now, weight);
}

/** The same for a level that is never looked at late: of agents. */
/* inline */ export function changeNow(series: Series, weight: f64): void {
  addTwo(changetype<usize>(series), weight * (s.intervalBound - s.now), weight);
}

/** One more from now on, in a level that is not looked at late. */
/* inline */ export function riseNow(series: Series): void {
  const place = changetype<usize>(series);
  v128.store(place, f64x2.add(v128.load(place), oneFromNow()));
}

/** One less. */
/* inline */ export function fallNow(series: Series): void {
  const place = changetype<usize>(series);
  v128.store(place, f64x2.sub(v128.load(place), oneFromNow()));
}

/** What one more adds to the integral of this interval, and to the change of the level in it. */
/* inline */ function oneFromNow(): v128 {
  const one = changetype<usize>(s) + offsetof<State>('one');
  return v128.load_lane<f64>(one, f64x2.splat(s.intervalBound - s.now), 1);
}

/** The clock enters an interval; `end` of the horizon, as far as it is known. */
/* rare */ export function passTo(interval: i32, end: f64): void {
  for (; s.presentOfSeries < interval; s.presentOfSeries += 1) {
    const bound = <f64>(s.presentOfSeries + 1) * s.intervalSeconds;
    addInterval(end < bound ? bound - end : 0);
    if (end < bound) s.seriesAreOver = 1;
  }
}

/** Adds what is left, up to the end of the horizon. */
export function finishSeries(end: f64): void {
  passTo(<i32>min<f64>(<f64>(s.intervals - 1), floor(end / s.intervalSeconds)), end);
  addInterval(<f64>(s.presentOfSeries + 1) * s.intervalSeconds - end);
  s.seriesAreOver = 1;
}

/** Adds the present interval to the tally but for its last seconds, which lie behind the end. */
/* rare */ function addInterval(beyond: f64): void {
  if (s.seriesAreOver !== 0) return;
  const column = (<usize>load<i32>(s.columnOf + ((<usize>s.presentOfSeries) << 2))) << 3;
  for (let at = s.series; at < s.seriesEnd; at += sizeOf<Series>()) {
    const series = changetype<Series>(at);
    if (series.sums !== 0) continue;
    const level = series.level;
    const next = level + series.change;
    const whole = series.sum + level * s.intervalSeconds;
    add(series.into + column, beyond === 0 ? whole : whole - next * beyond);
    series.level = next;
    series.sum = 0;
    series.change = 0;
  }
}
