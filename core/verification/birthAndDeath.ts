// Birth-and-death chains worked out from their own balance equations, for queues that no formula of core/queueing covers.

/** Stationary law of a chain with these rates up from n and down from n + 1; what is beyond `states` is left out. */
export function birthAndDeath(
  states: number,
  up: (n: number) => number,
  down: (n: number) => number,
): readonly number[] {
  const weights = [1];
  for (let n = 0; n + 1 < states; n += 1) {
    weights.push(((weights[n] as number) * up(n)) / down(n + 1));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Mean of a function of the state. */
export const meanOf = (probabilities: readonly number[], value: (n: number) => number): number =>
  probabilities.reduce((sum, p, n) => sum + p * value(n), 0);
