// How much days of the same kind differ once weekday and month are taken out. The busy-day factor of a plan
// is drawn with this spread.

import type { Weekday } from './calendarDay.ts';
import { mean, quantile, rounded, sum } from './statistics.ts';

export type DayType = 'sundayToThursday' | 'friday' | 'saturday';

/** Days with one profile: the bank works Sunday to Thursday, half of Friday, and hardly on Saturday. */
export const dayTypes: Readonly<Record<DayType, readonly Weekday[]>> = {
  sundayToThursday: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
  friday: ['friday'],
  saturday: ['saturday'],
};

/** A day's contacts, and what its weekday and month let expect. */
export interface ObservedDay {
  readonly weekday: Weekday;
  readonly contacts: number;
  readonly expected: number;
}

export interface DayVariation {
  readonly days: number;
  readonly coefficientOfVariation: number;
  readonly beyondPoisson: number;
  readonly ofQuartiles: number;
}

// Distance between the quartiles of the normal distribution, in standard deviations.
const normalQuartileRange = 1.349;

/** The variation of each day type; see the notes in the file of figures for the definitions. */
export function dayVariations(days: readonly ObservedDay[]): Record<DayType, DayVariation> {
  return {
    sundayToThursday: variation(days, dayTypes.sundayToThursday),
    friday: variation(days, dayTypes.friday),
    saturday: variation(days, dayTypes.saturday),
  };
}

function variation(days: readonly ObservedDay[], kinds: readonly Weekday[]): DayVariation {
  const ratiosOfKinds = kinds.map((kind) =>
    days.filter(({ weekday }) => weekday === kind).map(({ contacts, expected }) => contacts / expected),
  );
  const ratios = ratiosOfKinds.flat();
  const squares = ratiosOfKinds.map((own) => {
    const centre = mean(own);
    return sum(own.map((ratio) => (ratio - centre) * (ratio - centre)));
  });
  // One day of each weekday says nothing about differences: no variation is seen then.
  const freedom = Math.max(1, ratios.length - kinds.length);
  const cv = Math.sqrt(sum(squares) / freedom) / mean(ratios);
  const perDay = mean(days.filter(({ weekday }) => kinds.includes(weekday)).map(({ contacts }) => contacts));
  const quartiles = quantile(ratios, 0.75) - quantile(ratios, 0.25);
  return {
    days: ratios.length,
    coefficientOfVariation: rounded(cv, 4),
    beyondPoisson: rounded(Math.sqrt(Math.max(0, cv * cv - 1 / perDay)), 4),
    ofQuartiles: rounded(quartiles / normalQuartileRange / quantile(ratios, 0.5), 4),
  };
}
