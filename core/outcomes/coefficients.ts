// The coefficients of the forecast: as the plan states them, else the defaults. All defaults are assumptions; the source of each
// in words stands in locales under outcomes.source.
import { beliefOf, type WrittenRange } from '../inputs/beliefOf.ts';
import { quantileOfBelief } from '../inputs/index.ts';
import type { Belief, InputKind } from '../measures/inputKinds.ts';
import type { OutcomeCoefficient, OutcomeCoefficientId } from '../measures/outcomes.ts';
import { amount } from '../plan/amount.ts';
import type { Quantity } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';

type Stated = Exclude<Quantity, number>;

/** Figures that people judge: an assumed one without a range is as uncertain as other judged shares and amounts are. */
const kindOf: Readonly<Record<OutcomeCoefficientId, InputKind>> = {
  customers: 'turnaround',
  curveFactor: 'turnaround',
  avoidShare: 'returns',
  avoidYears: 'turnaround',
  tellShare: 'returns',
  listeners: 'turnaround',
  dissuadedShare: 'returns',
  valuePerYear: 'turnaround',
  acquisitionCost: 'turnaround',
  otherLossShare: 'returns',
};

const guess = (value: number, low: number, high: number): Stated => ({ value, low, high, assumed: true });

/**
 * Defaults. 39 % stay away for two years after one bad experience (article 000, fact E9), 40 % tell others to stay away (article
 * 001, fact R2); how many they reach, how many of these are dissuaded, and what else customers leave for are nobody's measurement.
 */
const usual: Readonly<Partial<Record<OutcomeCoefficientId, Stated>>> = {
  curveFactor: guess(1, 0.67, 1.5),
  avoidShare: guess(0.39, 0.3, 0.5),
  avoidYears: guess(2, 1, 3),
  tellShare: guess(0.4, 0.3, 0.5),
  listeners: guess(3, 1, 9),
  dissuadedShare: guess(0.05, 0.01, 0.15),
  otherLossShare: guess(0.1, 0.05, 0.2),
};

/** A coefficient with what is believed of it, to be drawn. */
export interface Coefficient {
  readonly told: OutcomeCoefficient;
  /** Its value where its uniform is u; null: not known at all. */
  readonly at: ((u: number) => number) | null;
}
export type Coefficients = Readonly<Record<OutcomeCoefficientId, Coefficient>>;

export function coefficientsOf(plan: Plan): Coefficients {
  const { company, needs } = plan;
  const bad = company.badExperience ?? {};
  const { retention } = company;
  const own = (id: keyof typeof bad & OutcomeCoefficientId): Coefficient => coefficientOf(id, bad[id]);
  return {
    customers: coefficientOf('customers', company.customers ?? retention?.customersAtEnd),
    curveFactor: own('curveFactor'),
    avoidShare: own('avoidShare'),
    avoidYears: own('avoidYears'),
    tellShare: own('tellShare'),
    listeners: own('listeners'),
    dissuadedShare: own('dissuadedShare'),
    valuePerYear: coefficientOf('valuePerYear', bad.valuePerYear ?? needs?.customerValuePerYear),
    acquisitionCost: coefficientOf('acquisitionCost', retention?.acquisitionCost ?? needs?.acquisitionCost),
    otherLossShare: own('otherLossShare'),
  };
}

function coefficientOf(id: OutcomeCoefficientId, stated: Quantity | undefined): Coefficient {
  const quantity = stated ?? usual[id];
  const written: WrittenRange & Partial<Stated> = typeof quantity === 'object' ? quantity : {};
  const kind = kindOf[id];
  const value = quantity === undefined ? null : amount(quantity);
  const belief: Belief | null = value === null ? null : beliefOf(kind, value, written);
  const at = (u: number): number =>
    belief === null ? (value as number) : quantileOfBelief(kind, value as number, belief, u);
  return {
    told: {
      id,
      figure: value === null ? null : { value, low: at(0.05), high: at(0.95) },
      basis: stated !== undefined ? 'stated' : quantity === undefined ? 'lacking' : 'usual',
      isAssumed: written.assumed === true,
      source: written.source ?? null,
    },
    at: value === null ? null : at,
  };
}
