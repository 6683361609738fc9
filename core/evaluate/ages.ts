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

/** Room for a row that is written anew. */
const both = new Float64Array(ageBins);

/** Puts ages after one more time in their place; what is short beside the target has few bins that are not empty. */
export function convolve(ages: Float64Array, times: Float64Array, first: number): void {
  let end = ageBins;
  while (end > 0 && times[first + end - 1] === 0) end -= 1;
  for (let bin = 0; bin < ageBins; bin += 1) both[bin] = 0;
  for (let i = 0; i < ageBins; i += 1) {
    const here = ages[i] as number;
    if (here === 0) continue;
    const last = Math.min(end, ageBins - i);
    for (let j = 0; j < last; j += 1)
      both[i + j] = (both[i + j] as number) + here * (times[first + j] as number);
  }
  for (let bin = 0; bin < ageBins; bin += 1) ages[bin] = both[bin] as number;
}

export function sumOf(ages: Float64Array): number {
  let all = 0;
  for (let bin = 0; bin < ageBins; bin += 1) all += ages[bin] as number;
  return all;
}
