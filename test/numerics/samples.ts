// Numbers spread over a range in a fixed, engine-independent way, for tests that walk many arguments.

/** `count` numbers in (0, 1) from a multiplicative congruential generator (Lewis, Goodman and Miller 1969). */
export function uniformSamples(count: number, seed = 20261121): number[] {
  const samples: number[] = [];
  let state = seed;
  for (let i = 0; i < count; i += 1) {
    state = (state * 16807) % 2147483647;
    const upper = state;
    state = (state * 16807) % 2147483647;
    samples.push((upper - 1 + state / 2147483647) / 2147483646);
  }
  return samples;
}

/** The largest relative difference of two functions over some arguments; equal values, NaN included, count as 0. */
export function largestDifference(
  values: readonly number[],
  own: (x: number) => number,
  reference: (x: number) => number,
): number {
  let largest = 0;
  for (const x of values) {
    const a = own(x);
    const b = reference(x);
    if (Object.is(a, b) || (a === 0 && b === 0)) continue;
    const difference = Math.abs(a - b) / Math.abs(b);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
