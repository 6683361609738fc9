// The largest number for which a promise is kept, where more is never better.

/** The number, or why there is none: every number keeps the promise, or none does. */
export type LargestKept =
  | { readonly found: number }
  | { readonly found: undefined; readonly kept: 'always' | 'never' };

const FAR = 1e30;

/**
 * The largest x > 0 with reserve(x) >= 0, to about 2e-15 of itself; the x returned keeps it.
 *
 * From `guess` the interval grows until it holds the border; then it is cut where the straight line through its ends
 * says (Illinois), or in the middle where three such cuts have not made it far smaller.
 * Source: Dowell and Jarratt, A modified regula falsi method for computing the root of an equation, BIT 11 (1971).
 * Range: reserve never rises with x; x is looked for from 1e-30 to 1e30.
 * Example: `largestKept((x) => 2 - x * x, 1)` finds 1.414213562373095.
 */
export function largestKept(reserve: (x: number) => number, guess: number): LargestKept {
  let low = guess;
  let high = guess;
  let atLow = reserve(guess);
  let atHigh = atLow;
  for (let factor = 1.25; atHigh >= 0; factor = Math.min(factor * factor, 1e6)) {
    low = high;
    atLow = atHigh;
    if (high === FAR) return { found: undefined, kept: 'always' };
    high = Math.min(FAR, high * factor);
    atHigh = reserve(high);
  }
  for (let factor = 1.25; atLow < 0; factor = Math.min(factor * factor, 1e6)) {
    high = low;
    atHigh = atLow;
    if (low === 1 / FAR) return { found: undefined, kept: 'never' };
    low = Math.max(1 / FAR, low / factor);
    atLow = reserve(low);
  }

  let lastMoved = '';
  let widthBefore = high - low;
  for (let step = 1; high - low > 2e-15 * high; step += 1) {
    const width = high - low;
    const isSlow = step % 3 === 0 && width > widthBefore / 8;
    if (step % 3 === 0) widthBefore = width;
    const cut = low + (width * atLow) / (atLow - atHigh);
    // A little towards the middle, so that an end next to the border does not keep the other from coming in.
    const margin = Math.max(width * 1e-4, 4e-16 * high);
    const x =
      isSlow || !(cut >= low && cut <= high)
        ? low + width / 2
        : Math.min(high - margin, Math.max(low + margin, cut));
    if (x <= low || x >= high) break;
    const value = reserve(x);
    if (value >= 0) {
      if (lastMoved === 'low') atHigh /= 2;
      low = x;
      atLow = value;
      lastMoved = 'low';
    } else {
      if (lastMoved === 'high') atLow /= 2;
      high = x;
      atHigh = value;
      lastMoved = 'high';
    }
  }
  return { found: low };
}
