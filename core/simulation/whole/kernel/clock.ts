// The time, the hours that hold now, and how much open time lies between two instants.
import { passFresh, passSurplus } from './observer.ts';
import type { Windows } from './rows.ts';
import { passTo } from './series.ts';
import { s } from './state.ts';

/** Moves the clock; time never goes back. */
export function moveTo(time: f64): void {
  s.now = time;
  if (time < s.intervalEnd) return;
  s.interval = intervalOf(time);
  const column = load<i32>(s.columnOf + ((<usize>s.interval) << 2));
  passSurplus(s.column, column);
  passFresh();
  s.column = column;
  s.columnAt = column * s.columnBytes;
  s.intervalAt = s.interval * s.intervalBytes;
  s.intervalBound = <f64>(s.interval + 1) * s.intervalSeconds;
  s.intervalEnd = s.interval === s.intervals - 1 ? Infinity : s.intervalBound;
  passTo(s.interval, s.horizonEnd);
}

export function intervalOf(time: f64): i32 {
  const interval = floor(time / s.intervalSeconds);
  return interval < <f64>s.intervals ? <i32>interval : s.intervals - 1;
}

/** Part of a stretch of time that lies in the counted part of the horizon. */
/* inline */ export function countedSpan(from: f64, to: f64): f64 {
  const start = from > s.warmStart ? from : s.warmStart;
  const end = to < s.horizonEnd ? to : s.horizonEnd;
  return end > start ? end - start : 0;
}

/** The row of a window: begin, end, open seconds before it and by its end. Behind the last one stands a window that never opens. */
/* inline */ function windowAt(windows: Windows, at: i32): usize {
  return windows.bounds + ((<usize>at) << 5);
}

/* inline */ export function isOpen(windows: Windows): bool {
  if (s.now >= windows.next) openNext(windows);
  return s.now < windows.end;
}

/** Windows have opened since the hours were asked last. */
function openNext(windows: Windows): void {
  let opened = windows.opened;
  while (load<f64>(windowAt(windows, opened)) <= s.now) opened += 1;
  windows.opened = opened;
  const last = windowAt(windows, opened - 1);
  windows.begin = load<f64>(last);
  windows.end = load<f64>(last, 8);
  windows.before = load<f64>(last, 16);
  windows.next = load<f64>(last, 32);
}

/** The instant at which the windows closed last, for windows that are closed now; 0 if they have not been open yet. */
export function closedSince(windows: Windows): f64 {
  if (s.now >= windows.next) openNext(windows);
  return windows.end;
}

/** How many windows have opened by t. */
/* inline */ function openedBy(windows: Windows, t: f64): i32 {
  if (s.now >= windows.next) openNext(windows);
  return t >= windows.begin && t < windows.next ? windows.opened : openedBefore(windows, t);
}

/** The same for any t. */
function openedBefore(windows: Windows, t: f64): i32 {
  // Most often it is the day before.
  const previous = windows.opened - 1;
  if (t < windows.begin && previous > 0 && load<f64>(windowAt(windows, previous - 1)) <= t) return previous;
  const h = t / 3600;
  // Before 0, where a starting backlog entered, nothing is laid down.
  let count = 0;
  if (h >= 0) {
    const row = h < <f64>windows.hours ? <i32>h : windows.hours - 1;
    count = load<i32>(windows.byHour + ((<usize>row) << 2));
  }
  while (load<f64>(windowAt(windows, count)) <= t) count += 1;
  return count;
}

/** Open seconds from the start of the horizon to t. */
/* inline */ function openSeconds(windows: Windows, t: f64): f64 {
  if (t >= windows.begin && t < windows.next)
    return windows.before + (t < windows.end ? t : windows.end) - windows.begin;
  return openSecondsOf(windows, openedBefore(windows, t), t);
}

/** Open seconds between two instants up to now. */
/* inline */ export function openBetween(windows: Windows, from: f64, to: f64): f64 {
  if (s.now >= windows.next) openNext(windows);
  return openSeconds(windows, to) - openSeconds(windows, from);
}

/** The same, where it is known how many windows have opened. */
function openSecondsOf(windows: Windows, count: i32, t: f64): f64 {
  if (count === 0) return 0;
  const bound = windowAt(windows, count - 1);
  const close = load<f64>(bound, 8);
  return load<f64>(bound, 16) + (t < close ? t : close) - load<f64>(bound);
}

/** First instant at or after `from` by which `seconds` of open time have passed; infinity if the windows end before. */
/* inline */ export function instantAfter(windows: Windows, from: f64, seconds: f64): f64 {
  const count = openedBy(windows, from);
  const goal = openSecondsOf(windows, count, from) + seconds;
  let bound = windowAt(windows, count === 0 ? 0 : count - 1);
  while (load<f64>(bound, 24) < goal) bound += 32;
  const instant = load<f64>(bound) + (goal - load<f64>(bound, 16));
  return from > instant ? from : instant;
}
