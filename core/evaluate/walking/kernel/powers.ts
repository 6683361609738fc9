// Powers and the exponential function as in core/numerics (pow.ts, exp.ts), to the last bit: a call out for each would cost more than it.
import { powUnusual } from './host.ts';
import { w } from './state.ts';

const rounder: f64 = 6755399441055744;

/** As in core/numerics: logTable.ts, expTable.ts, doubleDouble.ts. */
const ln2High: f64 = 0.6931471805598903;
const ln2Low: f64 = 5.497923018708371e-14;
const ln2PartHigh: f64 = 0.005415212347998022;
const ln2PartLow: f64 = 1.2655086083325438e-13;
const partsPerLn2: f64 = 184.6649652337873;

const splitter: f64 = 134217729;

/* inline */ function upperHalf(value: f64): f64 {
  const scaled = splitter * value;
  return scaled - (scaled - value);
}

/* inline */ function at(table: usize, index: i32): f64 {
  return load<f64>(table + ((<usize>index) << 3));
}

export function exp(x: f64): f64 {
  return expOfSum(x, 0);
}

function expOfSum(x: f64, y: f64): f64 {
  if (!(x > -746 && x < 710)) return x > 0 ? Infinity : x < 0 ? 0 : NaN;
  const whole = x * partsPerLn2 + rounder - rounder;
  const k = <i32>whole;
  const r = x - whole * ln2PartHigh - whole * ln2PartLow + y;
  const j = k & 127;
  const scale = at(w.expTable, 2 * j);
  const square = r * r;
  const above =
    at(w.expTable, 2 * j + 1) +
    r +
    square * (0.5 + r * 0.16666666666666666 + square * (0.041666666666666664 + r * 0.008333333333333333));
  return timesPowerOfTwo(scale + scale * above, k >> 7);
}

function timesPowerOfTwo(value: f64, e: i32): f64 {
  if (e >= -1021 && e <= 1022) return value * at(w.powersOfTwo, 1023 - e);
  if (e > 1022) return value * 2 * at(w.powersOfTwo, 1024 - e);
  return value * 2.2250738585072014e-308 * at(w.powersOfTwo, 1 - e);
}

export function pow(base: f64, exponent: f64): f64 {
  if (exponent === 0) return 1;
  if (exponent === 1) return base;
  if (!(base >= 2.2250738585072014e-308 && base < Infinity && exponent > -1e20 && exponent < 1e20))
    return powUnusual(base, exponent);
  if (base === 1) return 1;
  const high = <i32>(reinterpret<u64>(base) >> 32);
  const biased = high >> 20;
  const j = ((high & 0xfffff) + 0x1000) >> 13;
  const k = <f64>(biased - 1023);
  const grid = 1 + <f64>j * 0.0078125;
  const f = base * at(w.powersOfTwo, biased) - grid;
  const inverse = at(w.logTable, 4 * j);
  const rHigh = <f64>(<f32>(f * inverse));
  const rLow = (f - rHigh * grid) * inverse;
  const r = rHigh + rLow;
  const series =
    0.3333333333333333 -
    r *
      (0.25 -
        r *
          (0.2 -
            r * (0.16666666666666666 - r * (0.14285714285714285 - r * (0.125 - r * 0.1111111111111111)))));
  const halfSquare = -0.5 * rHigh * rHigh;
  const coarse = k * ln2High + at(w.logTable, 4 * j + 1);
  const first = coarse + rHigh;
  const firstError = coarse === 0 ? 0 : coarse - first + rHigh;
  const second = first + halfSquare;
  const secondError = first - second + halfSquare;
  const low =
    k * ln2Low +
    at(w.logTable, 4 * j + 2) +
    (firstError + secondError + rLow - rLow * (rHigh + 0.5 * rLow) + r * r * r * series);
  const logHigh = second + low;
  const logLow = second - logHigh + low;
  const product = exponent * logHigh;
  if (!(product > -800 && product < 800)) return product > 0 ? Infinity : 0;
  const eHigh = upperHalf(exponent);
  const lHigh = upperHalf(logHigh);
  const eLow = exponent - eHigh;
  const lLow = logHigh - lHigh;
  const error = eHigh * lHigh - product + eHigh * lLow + eLow * lHigh + eLow * lLow;
  return expOfSum(product, error + exponent * logLow);
}
