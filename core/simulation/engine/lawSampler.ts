// Fast sampling by inversion: quantile functions laid down once as piecewise polynomials. An interval is a sixteenth of
// an octave of the distance to the nearer end of (0, 1), so tails are as exact as the middle; beyond 2^-12 from an end the
// law itself is asked.
import { exp } from '../../numerics/exp.ts';
import { type LawRow, lawKind, quantileOf } from './laws.ts';
import { firstWord, highWord, lowWord, uniformAt } from './streams.ts';

export const octaves = 12;
/** Sixteen parts an octave, as a power of two. */
export const partBits = 4;
const partsPerOctave = 1 << partBits;
/** Seven coefficients a part, in a place of eight. */
const degree = 6;
export const partSize = 8;
export const tableSize = 2 * octaves * partsPerOctave * partSize;
const twoTo20 = 1_048_576;
const twoTo32 = 4_294_967_296;
const twoTo52 = 4_503_599_627_370_496;
const steps = new Float64Array(octaves + 2);
for (let k = 0, step = 1; k <= octaves + 1; k += 1, step /= 2) steps[k] = step;

/** Weight of the last of the 52 bits inside a part, by octave. */
export const unitOf = Float64Array.from(
  { length: octaves },
  (_, k) => 1.4210854715202004e-14 / (steps[k] as number),
);

/** Points of [0, 1] where a polynomial meets the function: Chebyshev's, so that it is close everywhere between. */
const nodes = [
  0.01253604390908819, 0.1090842587659851, 0.2830581304412209, 0.5, 0.7169418695587791, 0.8909157412340148,
  0.9874639560909118,
] as const;

/** The law without its scale: laws that differ only by a factor share one table. */
function standardOf(law: LawRow): { readonly law: LawRow; readonly scale: number } | null {
  switch (law.kind) {
    case lawKind.exponential:
      return { law: { ...law, a: 1 }, scale: law.a };
    case lawKind.lognormal:
      return { law: { ...law, a: 0 }, scale: exp(law.a) };
    case lawKind.gamma:
      return { law: { ...law, b: 1 }, scale: law.b };
    case lawKind.weibull:
      return { law: { ...law, a: 1 }, scale: law.a };
    case lawKind.mixture:
      return { law, scale: 1 };
    default:
      return null;
  }
}

/** Coefficients of the polynomial of degree 6 in (t - 1/2) through the values at the nodes, by Newton's differences. */
function interpolate(values: Float64Array, into: Float64Array, at: number): void {
  const differences = Float64Array.from(values);
  for (let order = 1; order <= degree; order += 1) {
    for (let i = degree; i >= order; i -= 1) {
      const span = (nodes[i] as number) - (nodes[i - order] as number);
      differences[i] = ((differences[i] as number) - (differences[i - 1] as number)) / span;
    }
  }
  const polynomial = new Float64Array(degree + 1);
  for (let i = degree; i >= 0; i -= 1) {
    const shift = (nodes[i] as number) - 0.5;
    for (let k = degree; k >= 1; k -= 1) {
      polynomial[k] = (polynomial[k - 1] as number) - shift * (polynomial[k] as number);
    }
    polynomial[0] = (differences[i] as number) - shift * (polynomial[0] as number);
  }
  into.set(polynomial, at);
}

function fillTable(law: LawRow, into: Float64Array): void {
  const values = new Float64Array(degree + 1);
  for (let side = 0; side < 2; side += 1) {
    for (let octave = 0; octave < octaves; octave += 1) {
      for (let part = 0; part < partsPerOctave; part += 1) {
        for (let i = 0; i <= degree; i += 1) {
          const distance =
            (steps[octave + 2] as number) * (1 + (part + (nodes[i] as number)) / partsPerOctave);
          values[i] = quantileOf(law, side === 0 ? distance : 1 - distance);
        }
        interpolate(values, into, ((side * octaves + octave) * partsPerOctave + part) * partSize);
      }
    }
  }
}

/** Tables made so far. They follow from the law alone, so it does not matter which plan asked for them. */
const tables = new Map<string, Float64Array>();
const mostTables = 200;

function tableOf(law: LawRow): Float64Array {
  const name = [law.kind, law.a, law.b, ...(law.table ?? [])].join(' ');
  let table = tables.get(name);
  if (table === undefined) {
    table = new Float64Array(tableSize);
    fillTable(law, table);
    if (tables.size === mostTables) tables.clear();
    tables.set(name, table);
  }
  return table;
}

/**
 * Samples the laws of a model. `sample(law, u)` is the quantile of law number `law` at u, 0 < u < 1, in seconds, within a
 * billionth of quantileOf; a law without number (-1) takes no time.
 */
export class LawSampler {
  private readonly laws: readonly LawRow[];
  private readonly tables: (Float64Array | null | undefined)[];
  private readonly scales: Float64Array;

  constructor(laws: readonly LawRow[]) {
    this.laws = laws;
    this.tables = laws.map(() => undefined);
    this.scales = Float64Array.from(laws, (law) => standardOf(law)?.scale ?? 1);
  }

  /** Coefficients of a law before its scale, made when they are first asked for; null: the law is asked itself. */
  tableOf(law: number): Float64Array | null {
    const known = this.tables[law];
    if (known !== undefined) return known;
    const standard = standardOf(this.laws[law] as LawRow);
    const table = standard === null ? null : tableOf(standard.law);
    this.tables[law] = table;
    return table;
  }

  scaleOf(law: number): number {
    return this.scales[law] as number;
  }

  /** The quantile at a uniform that is a multiple of 2^-53, as uniformAt gives it. */
  sample(law: number, u: number): number {
    if (law < 0) return 0;
    const table = this.tableOf(law);
    if (table === null) return quantileOf(this.laws[law] as LawRow, u);
    const scaled = u * twoTo32;
    const high = scaled >>> 0;
    return this.fromWords(table, law, high | 0, ((scaled - high) * twoTo20) | 0);
  }

  /** As sample(law, uniformAt(k0, k1, ordinal)), without making the uniform first. */
  sampleAt(law: number, k0: number, k1: number, ordinal: number): number {
    if (law < 0) return 0;
    const table = this.tableOf(law);
    if (table === null) return quantileOf(this.laws[law] as LawRow, uniformAt(k0, k1, ordinal));
    const first = firstWord(k0, ordinal);
    const high = highWord(first, k1);
    return this.fromWords(table, law, high, lowWord(first, high));
  }

  private fromWords(table: Float64Array, law: number, word: number, low: number): number {
    const value = quantileIn(table, word, low);
    if (value >= 0) return value * (this.scales[law] as number);
    const uniform = ((word >>> 0) * twoTo20 + low + 0.5) / twoTo52;
    return quantileOf(this.laws[law] as LawRow, uniform);
  }
}

/**
 * The quantile of a table at a uniform given by its 32 high and 20 low bits, before the law's scale; below 0 where the
 * uniform is too near to an end of (0, 1) for the table.
 */
export function quantileIn(c: Float64Array, word: number, low: number): number {
  const isHigh = word >> 31;
  const high = word ^ isHigh;
  const octave = (Math.clz32(high) - 1) | 0;
  if (octave >= octaves) return -1;
  // Counted from the nearer end of (0, 1): the leading bit is the octave, the next four are the part of it, what
  // follows is the place inside the part.
  const bits = high << (octave + 2);
  const at = ((octave << partBits) + (bits >>> 28) + (isHigh & (octaves << partBits))) << 3;
  const rest = ((low ^ (isHigh & 0xfffff)) + 0.5) * (unitOf[octave] as number);
  const t = ((bits << 4) >>> 0) * 2.3283064365386963e-10 + rest - 0.5;
  const square = t * t;
  return (
    (c[at] as number) +
    (c[(at + 1) | 0] as number) * t +
    square *
      ((c[(at + 2) | 0] as number) +
        (c[(at + 3) | 0] as number) * t +
        square *
          ((c[(at + 4) | 0] as number) +
            (c[(at + 5) | 0] as number) * t +
            square * (c[(at + 6) | 0] as number)))
  );
}
