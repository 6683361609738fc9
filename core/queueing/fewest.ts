// The smallest whole number that is enough, where more is never worse.

/**
 * The smallest n from `least` to `most` for which `isEnough(n)`, or undefined if none is; `isEnough` must not
 * turn false again as n grows. Steps double from `least` until enough, then the last step is halved.
 * Example: `fewest(1, 100, (n) => n * n >= 50)` is 8.
 */
export function fewest(least: number, most: number, isEnough: (n: number) => boolean): number | undefined {
  if (least > most) return undefined;
  if (isEnough(least)) return least;
  let low = least;
  let high = least;
  for (let step = 1; ; step *= 2) {
    if (low === most) return undefined;
    high = Math.min(most, low + step);
    if (isEnough(high)) break;
    low = high;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
