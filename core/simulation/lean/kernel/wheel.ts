// A calendar for many events in the near future: time is cut into slots on a wheel, a row hangs on the hook of its time's
// slot, and a bit a slot tells which are taken. Putting in and taking out cost the same however many events there are.
import {
  contactNext,
  contactTime,
  hooksAt,
  minRowAt,
  minTimeAt,
  slotSecondsAt,
  slotsPerSecondAt,
  takenAt,
  wheelCursorAt,
  wheelMaskAt,
  wheelSizeAt,
} from '../kernelLayout.ts';

/** Added to a number below 2^31, leaves it in the low bits, rounded to the nearest whole number. */
const twoTo52 = 4503599627370496.0;

/* inline */ export function putOnWheel(row: usize, time: f64): void {
  const turn = <i32>reinterpret<i64>(time * load<f64>(slotsPerSecondAt) + twoTo52);
  const slot = turn & load<i32>(wheelMaskAt);
  const hook = <usize>(slot << 2);
  store<f64>(row, time, contactTime);
  store<i32>(row, load<i32>(hook, hooksAt), contactNext);
  store<i32>(hook, <i32>row, hooksAt);
  const flags = <usize>((slot >> 6) << 3);
  store<i64>(flags, load<i64>(flags, takenAt) | ((<i64>1) << (turn & 63)), takenAt);
  store<i32>(wheelSizeAt, load<i32>(wheelSizeAt) + 1);
  if (time < load<f64>(minTimeAt)) {
    store<f64>(minTimeAt, time);
    store<i32>(minRowAt, <i32>row);
    store<i32>(wheelCursorAt, turn);
  }
}

/** Takes the earliest row out and finds the next; of those at one instant any. */
/* inline */ export function takeEarliest(): usize {
  const row = load<i32>(minRowAt);
  const mask = load<i32>(wheelMaskAt);
  let turn = load<i32>(wheelCursorAt);
  const hook = <usize>((turn & mask) << 2);
  const behind = load<i32>(row, contactNext);
  let ahead = load<i32>(hook, hooksAt);
  if (ahead === row) {
    store<i32>(hook, behind, hooksAt);
    if (behind === 0) {
      const flags = <usize>(((turn & mask) >> 6) << 3);
      store<i64>(flags, load<i64>(flags, takenAt) & ~((<i64>1) << (turn & 63)), takenAt);
    }
  } else {
    for (let next = load<i32>(ahead, contactNext); next !== row; next = load<i32>(ahead, contactNext))
      ahead = next;
    store<i32>(ahead, behind, contactNext);
  }
  const rest = load<i32>(wheelSizeAt) - 1;
  store<i32>(wheelSizeAt, rest);
  let earliest = Infinity;
  let first = 0;
  if (rest > 0) {
    const slotSeconds = load<f64>(slotSecondsAt);
    for (;;) {
      let flags = load<i64>(<usize>(((turn & mask) >> 6) << 3), takenAt) & ((<i64>-1) << (turn & 63));
      while (flags === 0) {
        turn = (turn | 63) + 1;
        flags = load<i64>(<usize>(((turn & mask) >> 6) << 3), takenAt);
      }
      turn = (turn & ~63) | <i32>ctz(flags);
      // What lies half-way between two slots may hang in either; it is the last of one or the first of the other.
      const end = (<f64>turn + 0.5) * slotSeconds;
      let hanging = load<i32>(<usize>((turn & mask) << 2), hooksAt);
      do {
        const ends = load<f64>(hanging, contactTime);
        if (ends <= end && ends < earliest) {
          earliest = ends;
          first = hanging;
        }
        hanging = load<i32>(hanging, contactNext);
      } while (hanging !== 0);
      if (first !== 0) break;
      turn += 1;
    }
  }
  store<i32>(wheelCursorAt, turn);
  store<f64>(minTimeAt, earliest);
  store<i32>(minRowAt, first);
  return row;
}
