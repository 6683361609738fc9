// The number that a quantity stands for. A file of its own, without the schema library: the window reads it, too.
import type { Quantity } from './schema/elements.ts';

/** Without its range and source. Example: `{ value: 0.2, low: 0.1 }` is 0.2. */
export const amount = (quantity: Quantity): number =>
  typeof quantity === 'number' ? quantity : quantity.value;
