// The interval of a chance that was estimated by draws with replications inside: Wilson's, with the number of draws that would tell
// as much if each stood alone.
import type { Chance, ChanceGrounds } from '../measures/probability.ts';
import { tQuantile } from '../simulation/stats/ratioMoments.ts';

/**
 * Wilson's score interval for a share p of n, at a quantile q (Wilson 1927). Example: 84 of 100 at 1.96: 0.756 to 0.899.
 * Range: n > 0, not necessarily whole.
 */
export function wilson(p: number, n: number, q: number): { readonly low: number; readonly high: number } {
  const spread = (q * q) / n;
  const middle = (p + spread / 2) / (1 + spread);
  const half = (q * Math.sqrt((p * (1 - p)) / n + spread / (4 * n))) / (1 + spread);
  return { low: p === 0 ? 0 : Math.max(0, middle - half), high: p === 1 ? 1 : Math.min(1, middle + half) };
}

/**
 * The chance whose estimates by draw are `means`, each between 0 and 1, from `perDraw` replications (infinity: known for the draw).
 * The effective number of replications is p (1 - p) over the variance of the estimate, at least the number of draws and at most
 * all replications: replications of one draw share what is not known (Korn and Graubard 1998). Student's quantile for the draws.
 */
export function chanceOf(means: Float64Array, perDraw: number): Chance {
  const draws = means.length;
  if (draws === 0) return { value: null, low: null, high: null };
  const p = means.reduce((sum, one) => sum + one, 0) / draws;
  if (draws < 2) return { value: p, low: 0, high: 1 };
  const squares = means.reduce((sum, one) => sum + (one - p) * (one - p), 0);
  const variance = squares / (draws - 1) / draws;
  const most = draws * perDraw;
  const effective = variance > 0 ? Math.min(most, Math.max(draws, (p * (1 - p)) / variance)) : draws;
  return { value: p, ...wilson(p, effective, tQuantile(draws)) };
}

/** What a chance was read from: how many draws kept it in none, one ... all of their replications. */
export function simulationGrounds(rows: readonly Float64Array[]): ChanceGrounds {
  const drawsByKept = new Array<number>(1 + (rows[0]?.length ?? 0)).fill(0);
  for (const row of rows) {
    const kept = row.reduce((sum, one) => sum + one, 0);
    drawsByKept[kept] = (drawsByKept[kept] ?? 0) + 1;
  }
  return { by: 'simulation', drawsByKept };
}

/** The same of chances that were calculated for each draw. */
export function formulaGrounds(means: Float64Array): ChanceGrounds {
  const sum = means.reduce((all, one) => all + one, 0);
  const p = sum / means.length;
  const squares = means.reduce((all, one) => all + (one - p) * (one - p), 0);
  return { by: 'formula', draws: means.length, sum, squares };
}
