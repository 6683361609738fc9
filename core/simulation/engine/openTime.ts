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
