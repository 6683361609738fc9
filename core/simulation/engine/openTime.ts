// Open time: windows of elapsed seconds, and how much open time lies between two instants (business hours of a promise).

/** Open windows as [open, close, open, close ...] in rising order, and the open seconds before each of them. */
export interface Windows {
  readonly bounds: Float64Array;
  readonly openBefore: Float64Array;
}

export function windowsFrom(bounds: Float64Array): Windows {
  const openBefore = new Float64Array(bounds.length / 2);
  let sum = 0;
  for (let i = 0; i < bounds.length; i += 2) {
    openBefore[i / 2] = sum;
    sum += (bounds[i + 1] as number) - (bounds[i] as number);
  }
  return { bounds, openBefore };
}

export const alwaysOpen: Windows = windowsFrom(Float64Array.of(0, Number.POSITIVE_INFINITY));

/** Open seconds from the start of the horizon to t. */
export function openSeconds(windows: Windows, t: number): number {
  const { bounds, openBefore } = windows;
  let low = 0;
  let high = openBefore.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[2 * middle] as number) <= t) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const open = bounds[2 * low - 2] as number;
  const close = bounds[2 * low - 1] as number;
  return (openBefore[low - 1] as number) + (t < close ? t : close) - open;
}

const hour = 3600;

/** By hour from 0 on: how many windows have opened by its beginning. With it a window is found without a search. */
export function openedByHour({ bounds }: Windows): Int32Array {
  const last = bounds.length === 0 ? 0 : (bounds[bounds.length - 2] as number);
  const opened = new Int32Array(last > 0 ? Math.floor(last / hour) + 2 : 1);
  let count = 0;
  for (let h = 0; h < opened.length; h += 1) {
    while (2 * count < bounds.length && (bounds[2 * count] as number) <= h * hour) count += 1;
    opened[h] = count;
  }
  return opened;
}

/** How many windows have opened by t. */
function openedBy(bounds: Float64Array, opened: Int32Array, t: number): number {
  const h = t / hour;
  // Before 0, where a starting backlog entered, nothing is laid down.
  let count = h >= 0 ? (opened[h < opened.length ? h | 0 : opened.length - 1] as number) : 0;
  while (2 * count < bounds.length && (bounds[2 * count] as number) <= t) count += 1;
  return count;
}

/** As openSeconds, with openedByHour of the windows. */
export function openSecondsIn({ bounds, openBefore }: Windows, opened: Int32Array, t: number): number {
  const count = openedBy(bounds, opened, t);
  if (count === 0) return 0;
  const open = bounds[2 * count - 2] as number;
  const close = bounds[2 * count - 1] as number;
  return (openBefore[count - 1] as number) + (t < close ? t : close) - open;
}

/** As instantAfter, with openedByHour of the windows: from the window of `from` on, one after the other. */
export function instantAfterIn(windows: Windows, opened: Int32Array, from: number, seconds: number): number {
  const { bounds, openBefore } = windows;
  const goal = openSecondsIn(windows, opened, from) + seconds;
  let at = openedBy(bounds, opened, from) - 1;
  if (at < 0) at = 0;
  for (; at < openBefore.length; at += 1) {
    const before = openBefore[at] as number;
    const open = bounds[2 * at] as number;
    if (before + ((bounds[2 * at + 1] as number) - open) >= goal)
      return Math.max(from, open + (goal - before));
  }
  return Number.POSITIVE_INFINITY;
}

/** First instant at or after `from` by which `seconds` of open time have passed; infinity if the windows end before. */
export function instantAfter(windows: Windows, from: number, seconds: number): number {
  const goal = openSeconds(windows, from) + seconds;
  const { bounds, openBefore } = windows;
  let low = 0;
  let high = openBefore.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const length = (bounds[2 * middle + 1] as number) - (bounds[2 * middle] as number);
    if ((openBefore[middle] as number) + length >= goal) high = middle;
    else low = middle + 1;
  }
  if (low === openBefore.length) return Number.POSITIVE_INFINITY;
  return Math.max(from, (bounds[2 * low] as number) + (goal - (openBefore[low] as number)));
}
