// Arithmetic on unevaluated sums of two numbers, about 106 bits: used while tables are built, not in hot loops.
// Source: Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971).

/** The value `high + low`, with `high` its nearest number. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

const SPLITTER = 134217729; // 2^27 + 1

/** The upper 26 bits of a number below 2^996; the rest is `value - upperHalf(value)`, exactly. */
export function upperHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}

/** What rounding took from `a * b`: `a * b` as rounded plus this is the exact product. */
export function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const aLow = a - aHigh;
  const bHigh = upperHalf(b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** Sum of two numbers, exactly. */
export function exactSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const bRounded = high - a;
  return { high, low: a - (high - bRounded) + (b - bRounded) };
}

/** Sum. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = exactSum(a.high, b.high);
  return exactSum(sum.high, sum.low + a.low + b.low);
}

/** Product. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = a.high * b.high;
  const error = productError(a.high, b.high, product);
  return exactSum(product, error + a.high * b.low + a.low * b.high);
}

/** Quotient by a plain number: `divide({ high: 1, low: 0 }, 3)` is a third to 106 bits. */
export function divide(a: DoubleDouble, divisor: number): DoubleDouble {
  const quotient = a.high / divisor;
  const product = quotient * divisor;
  const remainder = a.high - product - productError(quotient, divisor, product) + a.low;
  return exactSum(quotient, remainder / divisor);
}
