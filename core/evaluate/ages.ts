// Ages by parts of a target: rows of shares in longer arrays, and what they become after one more time.
import { ageBins } from './unitSums.ts';

/** The bin of a time. */
export const binOf = (seconds: number, target: number): number =>
  Math.floor((Math.max(0, seconds) / Math.max(1e-9, target)) * ageBins);

/** Adds a share at a part of the target, divided between the two bins next to it. */
export function addShare(shares: Float64Array, first: number, part: number, share: number): void {
  const at = part * ageBins;
  const low = Math.floor(at);
  if (low < ageBins) shares[first + low] = (shares[first + low] as number) + share * (1 - (at - low));
  if (low + 1 < ageBins) shares[first + low + 1] = (shares[first + low + 1] as number) + share * (at - low);
}

/** Puts ages after one more time in their place, from the last bin downwards; what is short beside the target ends after a few bins. */
export function convolve(ages: Float64Array, times: Float64Array, first: number): void {
  let end = ageBins;
  while (end > 0 && times[first + end - 1] === 0) end -= 1;
  for (let bin = ageBins - 1; bin >= 0; bin -= 1) {
    let sum = 0;
    for (let i = Math.max(0, bin - end + 1); i <= bin; i += 1)
      sum += (ages[i] as number) * (times[first + bin - i] as number);
    ages[bin] = sum;
  }
}

export function sumOf(ages: Float64Array): number {
  let all = 0;
  for (let bin = 0; bin < ageBins; bin += 1) all += ages[bin] as number;
  return all;
}
