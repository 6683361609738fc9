// The law of total variance over draws with replications inside: what varies within a draw is chance in the queues, what varies
// between draws is what is not known.
import type { SplitGrounds, SplitShare, VarianceSplit } from '../measures/probability.ts';
import { tQuantile } from '../simulation/stats/ratioMoments.ts';

/** Sums of squares behind the mean squares. */
function sumsOfSquares(rows: readonly Float64Array[]): SplitGrounds {
  const means = rows.map((row) => meanOf(row));
  const all = means.reduce((sum, one) => sum + one, 0) / rows.length;
  let inside = 0;
  rows.forEach((row, k) => {
    for (const value of row) inside += (value - (means[k] as number)) ** 2;
  });
  const ofMeans = means.reduce((sum, one) => sum + (one - all) ** 2, 0);
  return { draws: rows.length, perDraw: rows[0]?.length ?? 0, inside, ofMeans };
}

/** Mean squares of a balanced design: rows are draws, columns their replications. */
export interface MeanSquares {
  readonly within: number;
  /** Of single values; what chance within the draws adds to their means is taken off, and never below 0. */
  readonly between: number;
}

/** One-way analysis of variance. Example: draws [1, 3] and [5, 7]: within 2, between (16 - 2) / 2 = 7. */
export function meanSquares(rows: readonly Float64Array[]): MeanSquares {
  const { draws, perDraw, inside, ofMeans } = sumsOfSquares(rows);
  const each = perDraw ?? 1;
  const within = inside / (draws * (each - 1));
  return { within, between: Math.max(0, ofMeans / (draws - 1) - within / each) };
}

const meanOf = (row: Float64Array): number => row.reduce((sum, one) => sum + one, 0) / row.length;

/** The shares of the two, with half-widths by the jackknife over draws (Efron and Stein 1981). */
export function varianceSplit(rows: readonly Float64Array[]): VarianceSplit | null {
  if (rows.length < 3 || (rows[0]?.length ?? 0) < 2) return null;
  return splitOf(sumsOfSquares(rows), (leftOut) =>
    meanSquares(leftOut === null ? rows : rows.filter((_, k) => k !== leftOut)),
  );
}

/** Of a plan in which everything is known: all that varies is chance in the queues. */
export function knownSplit(rows: readonly Float64Array[]): VarianceSplit | null {
  const values = rows.flatMap((row) => [...row]);
  if (values.length < 2) return null;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  if (!(variance > 0)) return nothingVaries;
  const known = { queueNoise: { value: 1, halfWidth: 0 }, unknown: { value: 0, halfWidth: 0 } };
  return { variance, ...known, grounds: null };
}

/** As `varianceSplit`, from whatever gives the mean squares of the draws without one of them. */
export function splitOf(
  grounds: SplitGrounds,
  squaresWithout: (leftOut: number | null) => MeanSquares,
): VarianceSplit {
  const { draws } = grounds;
  const shareOf = ({ within, between }: MeanSquares): number =>
    within + between > 0 ? between / (within + between) : 0;
  const whole = squaresWithout(null);
  const variance = whole.within + whole.between;
  if (!(variance > 0)) return nothingVaries;
  const unknown = shareOf(whole);
  const shares = Array.from({ length: draws }, (_, k) => shareOf(squaresWithout(k)));
  const mean = shares.reduce((sum, one) => sum + one, 0) / draws;
  const spread = shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) * ((draws - 1) / draws);
  const halfWidth = tQuantile(draws) * Math.sqrt(spread);
  return {
    variance,
    queueNoise: { value: 1 - unknown, halfWidth },
    unknown: { value: unknown, halfWidth },
    grounds,
  };
}

const unclear: SplitShare = { value: null, halfWidth: null };
const nothingVaries: VarianceSplit = { variance: 0, queueNoise: unclear, unknown: unclear, grounds: null };
