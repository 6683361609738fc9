// A longer copy of an array of numbers, for pools that have become full.
import { takeGrowth } from './growth.ts';

type Numbers = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** An array of `length` numbers of the same kind that begins with those of `array`; the rest is 0. */
export function grown<A extends Numbers>(array: A, length: number): A {
  takeGrowth((length - array.length) * array.BYTES_PER_ELEMENT);
  const longer = new (array.constructor as new (length: number) => A)(length);
  longer.set(array as never);
  return longer;
}
