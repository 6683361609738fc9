// Places of a list in another order, by merging the stretches that are in order already: lists of changes are made of such stretches.

/** `precedes(a, b)`: whether place `a` comes before place `b`; places of which neither does stay in their order. */
export function sortedPlaces(length: number, precedes: (a: number, b: number) => boolean): Uint32Array {
  let from = new Uint32Array(length);
  let to = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) from[at] = at;
  // Where each stretch begins, and the end of the last.
  let starts = [0];
  for (let at = 1; at < length; at += 1) if (precedes(at, at - 1)) starts.push(at);
  starts.push(length);
  while (starts.length > 2) {
    const merged: number[] = [];
    for (let s = 0; s + 1 < starts.length; s += 2) {
      const start = starts[s] as number;
      const middle = starts[s + 1] as number;
      const end = starts[s + 2] ?? middle;
      merged.push(start);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at += 1) {
        const takesRight =
          left === middle || (right < end && precedes(from[right] as number, from[left] as number));
        to[at] = (takesRight ? from[right++] : from[left++]) as number;
      }
    }
    merged.push(length);
    starts = merged;
    [from, to] = [to, from];
  }
  return from;
}
