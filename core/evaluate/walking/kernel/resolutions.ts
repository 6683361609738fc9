// The waits that promises on the resolution follow; as in core/evaluate/resolution.ts.
import type { Line, Resolution } from './rows.ts';
import { add, ageBins, f64At, sizeOf, w } from './state.ts';

/**
 * Notes that so many were answered after a wait: from the middle of one step to that of another on each promise's own calendar, where
 * `from` is a step, and so many seconds more.
 */
export function noteWait(line: Line, count: f64, from: i32, to: i32, more: f64): void {
  for (let row = line.resolutions; row < line.resolutionsEnd; row += sizeOf<Resolution>()) {
    const promise = changetype<Resolution>(row);
    add(w.ages, promise.at + ageBins, count);
    const wait = from < 0 ? more : between(promise.open, from, to) + more;
    const bin = floor<f64>(((wait > 0 ? wait : 0) / promise.targetSeconds) * <f64>ageBins);
    if (bin < <f64>ageBins) add(w.ages, promise.at + <i32>bin, count);
  }
}

/** Time between the middles of two steps on a calendar; 0: elapsed. */
export function between(open: usize, from: i32, to: i32): f64 {
  if (open === 0) return <f64>(to - from) * w.stepSeconds;
  return f64At(open, to) - f64At(open, from);
}
