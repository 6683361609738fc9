import type { Quantity } from '../schema/elements.ts';

/** Without the last digits of a double, which only tell how it was calculated. */
export const rounded = (value: number): number => Number(value.toPrecision(12));

/** Another figure in the place of one, with what else is said of it; its range was that of the one before. */
export function withValue(quantity: Quantity, value: number): Quantity {
  if (typeof quantity === 'number') return rounded(value);
  const { low: _, high: __, rangeHolds: ___, distribution: ____, ...rest } = quantity;
  return { ...rest, value: rounded(value) };
}
