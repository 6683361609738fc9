// One draw of the forecast: from contacts and coefficients to customers and money. Pure arithmetic, the same for the stated
// values and for every draw of what is not known.
import type { OutcomeCoefficientId, OutcomeStepId } from '../measures/outcomes.ts';
import { exp } from '../numerics/exp.ts';

/** Null: not known at all. */
export type Drawn = Readonly<Record<OutcomeCoefficientId, number | null>>;

export interface Grounds {
  readonly contactsPerYear: number | null;
  /** Share of customers who stay after a contact, by the response curve. */
  readonly staying: number | null;
  /** What one full bad experience takes from it: the curve's own coefficient of a lost contact. */
  readonly fullLoss: number;
  readonly teamCost: number | null;
  /** ((C - B) / A) of the company, where it is stated and the plan does not state the other losses. */
  readonly statedRetention: number | null;
}

export type Figures = Readonly<Record<OutcomeStepId, number | null>>;

const times = (...factors: readonly (number | null)[]): number | null =>
  factors.reduce<number | null>(
    (product, factor) => (product === null || factor === null ? null : product * factor),
    1,
  );
const plus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;

/**
 * The steps. Bad experiences are counted in full ones: two that take half as much count as one. They fall on customers by chance
 * (Poisson), so of customers with m bad experiences on average a year, 1 - exp(-m) have one at least.
 *
 * Example: 1,000 customers, 2,000 contacts a year, staying 0.961 and a full loss of 0.39: 10 % bad, 0.2 a customer, 18.1 %
 * touched; 39 % of these are lost: 70.7 customers. At a contribution of 100 a year for two years: 14,139.
 */
export function forecast(ground: Grounds, drawn: Drawn): Figures {
  const { contactsPerYear, staying, fullLoss, teamCost } = ground;
  const badShare =
    staying === null || drawn.curveFactor === null || !(fullLoss > 0)
      ? null
      : Math.min(1, ((1 - staying) / fullLoss) * drawn.curveFactor);
  const customers = drawn.customers !== null && drawn.customers > 0 ? drawn.customers : null;
  const badPerCustomer = customers === null ? null : times(contactsPerYear, badShare, 1 / customers);
  const touchedShare = badPerCustomer === null ? null : 1 - exp(-badPerCustomer);
  const lostCustomers = times(customers, touchedShare, drawn.avoidShare);
  const toldPeople = times(customers, touchedShare, drawn.tellShare, drawn.listeners);
  const dissuadedPeople = times(toldPeople, drawn.dissuadedShare);
  const lossOfCustomers = times(lostCustomers, drawn.valuePerYear, drawn.avoidYears);
  const lossOfOthers = times(dissuadedPeople, drawn.valuePerYear);
  return {
    ...{ contactsPerYear, badShare, badPerCustomer, touchedShare },
    ...{ lostCustomers, toldPeople, dissuadedPeople, lossOfCustomers, lossOfOthers },
    atStake: plus(lossOfCustomers, lossOfOthers),
    replacing: times(lostCustomers, drawn.acquisitionCost),
    teamCost,
    retentionRate: retentionOf(lostCustomers, customers, otherLoss(ground, drawn, lostCustomers, customers)),
  };
}

/** Customers stay who leave neither for support nor for another reason. */
const retentionOf = (lost: number | null, customers: number | null, other: number | null): number | null =>
  lost === null || customers === null || other === null ? null : (1 - lost / customers) * (1 - other);

/**
 * Share lost for other reasons: what the stated retention leaves beside the losses of support, else the coefficient. Example: 82 %
 * stay and support loses 4 %: the others lose 1 - 0.82 / 0.96 = 14.6 %.
 */
export function otherLoss(
  { statedRetention }: Grounds,
  drawn: Drawn,
  lost: number | null,
  customers: number | null,
): number | null {
  if (statedRetention === null || lost === null || customers === null) return drawn.otherLossShare;
  const keptBySupport = 1 - lost / customers;
  return keptBySupport > 0 ? Math.min(1, Math.max(0, 1 - statedRetention / keptBySupport)) : 0;
}

export interface YearFigures {
  readonly customers: number;
  readonly customersAtBest: number;
  readonly missed: number | null;
}

/**
 * Customers at the ends of the years 0..`years`. Each year some are lost to support, some otherwise; as many are won as the company
 * says, or where it does not say as many as are lost otherwise; those whom others dissuade are not won. `AtBest` is the same
 * without bad experiences.
 */
export function yearsAhead(
  ground: Grounds,
  drawn: Drawn,
  figures: Figures,
  gainedPerYear: number | null,
  years: number,
): readonly YearFigures[] {
  const start = drawn.customers;
  const lost = figures.lostCustomers;
  if (start === null || lost === null || !(start > 0)) return [];
  const other = otherLoss(ground, drawn, lost, start) ?? 0;
  const gained = gainedPerYear ?? start * other;
  const lostShare = lost / start;
  const dissuadedShare = (figures.dissuadedPeople ?? 0) / start;
  const found: YearFigures[] = [];
  let customers = start;
  let best = start;
  for (let year = 0; year <= years; year += 1) {
    const missed = drawn.valuePerYear === null ? null : (best - customers) * drawn.valuePerYear;
    found.push({ customers, customersAtBest: best, missed });
    customers = Math.max(0, customers * (1 - lostShare) * (1 - other) + gained - customers * dissuadedShare);
    best = best * (1 - other) + gained;
  }
  return found;
}
