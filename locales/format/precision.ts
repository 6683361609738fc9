// Rounding to what is known: no digit is shown that the half-width of the interval does not support.

/**
 * The number of decimals that a half-width supports: down to its first significant digit, or its second if the first
 * is 1 (rounding 0.14 to 0.1 would shift the interval by nearly a third). Negative means tens, hundreds and so on.
 * Examples: 2.13 gives 0, 1.3 gives 1, 0.04 gives 2, 123 gives -1. `halfWidth` is finite and above zero.
 */
export function knownDecimals(halfWidth: number): number {
  const [mantissa = '1', exponent = '0'] = halfWidth.toExponential().split('e');
  const extra = mantissa.startsWith('1') ? 1 : 0;
  return extra - Number(exponent);
}

/** Decimals for a number without an interval: about three significant digits, none for whole numbers. */
export function plainDecimals(value: number): number {
  if (Number.isInteger(value)) return 0;
  const size = Math.abs(value);
  if (size >= 100) return 0;
  return size >= 10 ? 1 : 2;
}
