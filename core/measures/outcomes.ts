// What support does to the customers who stay and to money: a model's statement from stated coefficients, each with its range,
// carried through to an interval. Plain data; names and formulas in words stand in locales under outcomes.
import type { Text } from '../plan/schema/elements.ts';

/** A figure with the interval in which it lies nine times out of ten; `low` and `high` are the value where it is known. */
export interface LikelyFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Coefficients of the forecast; each has a name, a source in words and a place in the plan. */
export const outcomeCoefficients = [
  'customers',
  'curveFactor',
  'avoidShare',
  'avoidYears',
  'tellShare',
  'listeners',
  'dissuadedShare',
  'valuePerYear',
  'acquisitionCost',
  'otherLossShare',
] as const;
export type OutcomeCoefficientId = (typeof outcomeCoefficients)[number];

/** Where the plan states each of them. */
export const coefficientPlaces: Readonly<Record<OutcomeCoefficientId, readonly string[]>> = {
  customers: ['company', 'customers'],
  curveFactor: ['company', 'badExperience', 'curveFactor'],
  avoidShare: ['company', 'badExperience', 'avoidShare'],
  avoidYears: ['company', 'badExperience', 'avoidYears'],
  tellShare: ['company', 'badExperience', 'tellShare'],
  listeners: ['company', 'badExperience', 'listeners'],
  dissuadedShare: ['company', 'badExperience', 'dissuadedShare'],
  valuePerYear: ['company', 'badExperience', 'valuePerYear'],
  acquisitionCost: ['company', 'retention', 'acquisitionCost'],
  otherLossShare: ['company', 'badExperience', 'otherLossShare'],
};

export interface OutcomeCoefficient {
  readonly id: OutcomeCoefficientId;
  /** Null where neither the plan nor a default says it. */
  readonly figure: LikelyFigure | null;
  /** `stated` in the plan, `usual`: the default with its source, `derived` from other figures of the plan. */
  readonly basis: 'stated' | 'usual' | 'derived' | 'lacking';
  readonly isAssumed: boolean;
  /** As the plan says it; of a default the source stands in locales. */
  readonly source: Text | null;
}

/** The steps of the forecast, in the order in which each is made of those before it. */
export const outcomeSteps = [
  'contactsPerYear',
  'badShare',
  'badPerCustomer',
  'touchedShare',
  'lostCustomers',
  'toldPeople',
  'dissuadedPeople',
  'lossOfCustomers',
  'lossOfOthers',
  'atStake',
  'replacing',
  'teamCost',
  'retentionRate',
] as const;
export type OutcomeStepId = (typeof outcomeSteps)[number];

/** How a step is shown. */
export const outcomeUnits: Readonly<
  Record<OutcomeStepId, 'contacts' | 'share' | 'number' | 'people' | 'money'>
> = {
  contactsPerYear: 'contacts',
  badShare: 'share',
  badPerCustomer: 'number',
  touchedShare: 'share',
  lostCustomers: 'people',
  toldPeople: 'people',
  dissuadedPeople: 'people',
  lossOfCustomers: 'money',
  lossOfOthers: 'money',
  atStake: 'money',
  replacing: 'money',
  teamCost: 'money',
  retentionRate: 'share',
};

export interface OutcomeStep {
  readonly id: OutcomeStepId;
  /** Null where something that it is made of is lacking. */
  readonly figure: LikelyFigure | null;
}

export interface OutcomeYear {
  /** 0 is now. */
  readonly year: number;
  readonly customers: LikelyFigure;
  /** If nobody had a bad experience. */
  readonly customersAtBest: LikelyFigure;
  /** Contribution that is missed in the year against the best; null without a contribution. */
  readonly missed: LikelyFigure | null;
}

export interface RetentionReading {
  readonly period: Text;
  /** ((C - B) / A); null without customers at the start. */
  readonly rate: number | null;
  /** Against the period before, as a difference of shares. */
  readonly change: number | null;
  readonly cause: Text | null;
}

/** What has to be stated or simulated before the forecast can be made. */
export const outcomeGaps = ['customers', 'simulation', 'contacts', 'valuePerYear', 'cost'] as const;
export type OutcomeGap = (typeof outcomeGaps)[number];

export interface OutcomesReading {
  readonly planHash: string;
  /** By the figures of the company: ((C - B) / A); null where they are not stated. */
  readonly retentionRate: number | null;
  readonly history: readonly RetentionReading[];
  readonly coefficients: readonly OutcomeCoefficient[];
  readonly steps: readonly OutcomeStep[];
  readonly years: readonly OutcomeYear[];
  readonly gaps: readonly OutcomeGap[];
}

/** Figures of a simulation on which the forecast stands. */
export interface ToldFigure {
  readonly value: number;
  readonly halfWidth: number;
}
