// The worst of several periods that stand alone, each with a level that chance moves by a normal law.
import { normalCdf } from '../numerics/normalCdf.ts';
import type { PeriodLevel } from './formulaNoise.ts';

export interface WorstPeriod {
  /** Chance that every period attains what is asked, and mean share of the periods that do. */
  readonly kept: number;
  readonly keptPeriods: number;
  /** Mean and variance of the lowest level. */
  readonly mean: number;
  readonly variance: number;
}

const gridSteps = 200;

/** The chance that a level is above a value; a level without chance is above it or not. */
const above = ({ level, variance }: PeriodLevel, value: number): number =>
  variance > 0 ? normalCdf((level - value) / Math.sqrt(variance)) : Number(level >= value);

/** Range: at least one period. One period: its own mean and variance, as they are. */
export function worstPeriod(periods: readonly PeriodLevel[], asked: number): WorstPeriod {
  const chances = periods.map((period) => above(period, asked));
  const kept = chances.reduce((product, one) => product * one, 1);
  const keptPeriods = chances.reduce((sum, one) => sum + one, 0) / periods.length;
  const [only] = periods;
  if (only !== undefined && periods.length === 1)
    return { kept, keptPeriods, mean: only.level, variance: only.variance };
  // E(W) and E(W^2) of a level between 0 and 1, from the chance that all are above.
  let mean = 0;
  let square = 0;
  for (let i = 0; i < gridSteps; i += 1) {
    const value = (i + 0.5) / gridSteps;
    let all = 1;
    for (const period of periods) {
      all *= above(period, value);
      if (all < 1e-12) break;
    }
    mean += all / gridSteps;
    square += (2 * value * all) / gridSteps;
  }
  return { kept, keptPeriods, mean, variance: Math.max(0, square - mean * mean) };
}
