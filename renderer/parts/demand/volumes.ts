// Volumes of demand lines in one period, so that they can stand beside each other and be added up.
import { amount } from '../../../core/plan/amount.ts';
import type { Demand } from '../../../core/plan/schema/demand.ts';
import type { Quantity } from '../../../core/plan/schema/elements.ts';
import { rounded } from './hourEdits.ts';

export const periods = ['hour', 'day', 'week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

const daysOfYear = 365.25;
/** How many of a period a usual week has; a month is a twelfth of a year. */
const inWeek: Readonly<Record<Period, number>> = {
  hour: 168,
  day: 7,
  week: 1,
  month: (7 * 12) / daysOfYear,
  year: 7 / daysOfYear,
};

/** Example: 700 contacts a week are 100 a day. */
export const inPeriod = (contacts: number, from: Period, to: Period): number =>
  from === to ? contacts : (contacts * inWeek[from]) / inWeek[to];

/** What a line brings in a usual period; a line of recorded arrivals states none. */
export const contactsOf = ({ volume }: Demand, per: Period): number =>
  volume === undefined ? 0 : inPeriod(amount(volume.contacts), volume.per, per);

export const totalOf = (lines: readonly Demand[], per: Period): number =>
  rounded(lines.reduce((sum, line) => sum + contactsOf(line, per), 0));

/** The quantity with its range, so many times as large; what is said of its origin stays. */
export function scaledQuantity(quantity: Quantity, factor: number): Quantity {
  if (typeof quantity === 'number') return rounded(quantity * factor);
  const { low, high, ...rest } = quantity;
  return {
    ...rest,
    value: rounded(quantity.value * factor),
    ...(low === undefined ? {} : { low: rounded(low * factor) }),
    ...(high === undefined ? {} : { high: rounded(high * factor) }),
  };
}

/** The quantity with another value. A range goes along with it; where there was nothing to go along with, it ends. */
export function quantityAt(quantity: Quantity, value: number): Quantity {
  if (typeof quantity === 'number') return value;
  if (quantity.value > 0) {
    const scaled = scaledQuantity(quantity, value / quantity.value);
    return typeof scaled === 'number' ? value : { ...scaled, value };
  }
  const { low: _low, high: _high, rangeHolds: _holds, distribution: _law, ...rest } = quantity;
  return { ...rest, value };
}
