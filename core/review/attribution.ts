// The miss taken apart: each factor's part with its interval, and what no factor explains.
import type { Attribution, MissPart, ReviewFactor } from '../measures/review.ts';
import { tQuantile } from '../simulation/stats/ratioMoments.ts';
import { setsOf, shapleyWeights } from './shapley.ts';

/** Numerator and denominator of one replication, such as met and counted. */
export type Parts = readonly [x: number, y: number];

/** By set of exchanged factors (bits in the order of the factors), then by replication: the same customers in all. */
export type Simulated = readonly (readonly Parts[])[];

export interface Asked {
  readonly of: Attribution['of'];
  readonly id: string;
  readonly asked: number | null;
  readonly actual: number;
  readonly factors: readonly ReviewFactor[];
  readonly simulated: Simulated;
}

/**
 * Parts of a share are whole multiples of 2^-40, those of counts and money of 2^-10: such numbers add up without rounding, so that
 * the parts sum to the miss to the last bit, in any order.
 */
const grains = { promise: 2 ** 40, contacts: 2 ** 10, cost: 2 ** 10 } as const;

/** Null where nothing was counted with some set of factors: then there is no value to take apart. */
export function attribution({ of, id, asked, actual, factors, simulated }: Asked): Attribution | null {
  const grained = (value: number): number => Math.round(value * grains[of]) / grains[of];
  const ratios = simulated.map(ratioOf);
  if (ratios.some((ratio) => ratio === null)) return null;
  const sure = ratios as readonly Ratio[];
  const planned = grained(sure[0]?.value ?? 0);
  const known = grained(actual);
  const parts: MissPart[] = factors.map((factor, place) => {
    const weights = shapleyWeights(factors.length, place);
    const value = weights.reduce((sum, weight, set) => sum + weight * (sure[set] as Ratio).value, 0);
    return { factor, value: grained(value), halfWidth: halfWidth(simulated, sure, weights) };
  });
  const last = setsOf(factors.length).map((set) => (set === sure.length - 1 ? 1 : 0));
  const model = parts.reduce((left, { value }) => left - value, known - planned);
  return {
    of,
    id,
    planned,
    actual: known,
    asked,
    parts: [...parts, { factor: 'model', value: model, halfWidth: halfWidth(simulated, sure, last) }],
  };
}

interface Ratio {
  readonly value: number;
  readonly mean: number;
}

function ratioOf(parts: readonly Parts[]): Ratio | null {
  let x = 0;
  let y = 0;
  for (const [oneX, oneY] of parts) {
    x += oneX;
    y += oneY;
  }
  return y > 0 ? { value: x / y, mean: y / parts.length } : null;
}

/** Half of the 95 % interval of a weighted sum of ratios over replications that met the same customers: delta method. */
function halfWidth(
  simulated: Simulated,
  ratios: readonly Ratio[],
  weights: readonly number[],
): number | null {
  const n = Math.min(...simulated.map((parts) => parts.length));
  if (n < 2) return null;
  let sum = 0;
  for (let r = 0; r < n; r += 1) {
    let residual = 0;
    for (const [set, weight] of weights.entries()) {
      if (weight === 0) continue;
      const [x, y] = (simulated[set] as readonly Parts[])[r] as Parts;
      const { value, mean } = ratios[set] as Ratio;
      residual += (weight * (x - value * y)) / mean;
    }
    sum += residual * residual;
  }
  return tQuantile(n) * Math.sqrt(sum / (n - 1) / n);
}
