// Amounts brought to measured sums with the least change of their proportions: how a total, or sums by channel, say something
// about every single line.

export interface MeasuredSum {
  /** Places of the amounts that it is the sum of. */
  readonly of: readonly number[];
  readonly sum: number;
}

const mostRounds = 200;
const closeEnough = 1e-12;

/**
 * Iterative proportional fitting (Deming and Stephan, 1940): the amounts of each sum are multiplied to meet it, in turn, until all
 * are met; where they contradict each other the last ones count. A sum over nothing but zeros is passed over. Example: 10, 20
 * and 30 with a sum of 60 over the first two and 120 over all: 20, 40 and 60.
 */
export function fitted(amounts: readonly number[], sums: readonly MeasuredSum[]): number[] {
  const found = [...amounts];
  for (let round = 0; round < mostRounds; round += 1) {
    let worst = 0;
    for (const { of, sum } of sums) {
      const now = of.reduce((total, at) => total + (found[at] as number), 0);
      if (now <= 0) continue;
      const factor = sum / now;
      worst = Math.max(worst, Math.abs(factor - 1));
      if (factor === 1) continue;
      for (const at of of) found[at] = (found[at] as number) * factor;
    }
    if (worst < closeEnough) break;
  }
  return found;
}
