// The numbers of the calendar's stretches of time and turns.
import { s } from './state.ts';

/** A turn has so many stretches, as a power of two. */
export const turnBits: i64 = 13;
/** Added to a time in stretches, it leaves their number in the low bits of the sum; above it, too, later is greater. */
const whole: f64 = 4503599627370496;

/* inline */ export function stretchOf(time: f64): f64 {
  return time * s.stretchesPerSecond + whole;
}

/* inline */ export function turnOf(stretch: f64): i64 {
  return reinterpret<i64>(stretch) >> turnBits;
}
