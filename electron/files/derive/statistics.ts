// The few statistics that the derived figures need, and the rounding in which they are written down.

/** Rounds to a number of decimals; the result prints with no more digits than that. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/**
 * Each amount's share of the total, to 6 decimals; what rounding leaves over goes to the largest share, so
 * that the shares add up to exactly one million millionths.
 * Example: [1, 1, 1] gives [0.333334, 0.333333, 0.333333].
 */
export function roundedShares(amounts: readonly number[]): number[] {
  const total = sum(amounts);
  if (!(total > 0)) throw new Error('shares need a total above zero');
  const millionths = amounts.map((amount) => Math.round((amount / total) * 1e6));
  const largest = amounts.indexOf(Math.max(...amounts));
  millionths[largest] = (millionths[largest] ?? 0) + 1e6 - sum(millionths);
  return millionths.map((share) => share / 1e6);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The mean; not a number when there are no values. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/**
 * The value below which a fraction of the values lies, linear between neighbours (Hyndman and Fan 1996, type 7).
 * Example: quantile([1, 2, 3, 4], 0.5) is 2.5.
 */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * fraction;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) throw new Error('a quantile needs values');
  return low + (high - low) * (place - Math.floor(place));
}
