// The one number behind Erlang B, C and A, in a form that keeps its digits at both ends.

/**
 * (1 - B) / B, B the Erlang B blocking probability: the sum of n (n-1) ... (n-j+1) / load^j for j = 1 ... n.
 *
 * It is the usual recursion I(k) = 1 + (k / load) I(k - 1), I = 1 / B, written out from its largest k; the terms fall
 * once n - j is below the load, and the sum ends where they no longer count. All terms are positive: nothing cancels.
 * Source: Jagerman, Some properties of the Erlang loss function, Bell System Technical Journal 53 (1974).
 * Range: agents whole, >= 0; load > 0. Infinity where blocking is below 1e-308.
 * Example: `blockingOdds(2, 1)` is 2 + 2 = 4, so B = 1/5.
 */
export function blockingOdds(agents: number, load: number): number {
  let term = 1;
  let sum = 0;
  for (let left = agents; left > 0; left -= 1) {
    const ratio = left / load;
    term *= ratio;
    sum += term;
    if (ratio < 1 && term < sum * 1e-18 * (1 - ratio)) break;
    if (sum === Infinity) break;
  }
  return sum;
}
