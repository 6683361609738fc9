// What one agent usually costs in a month, all included, by currency: orders of size, assumed, to be replaced by the own payroll.
import type { Prior } from './industry.ts';

const pay: Readonly<Record<string, Prior>> = {
  IRT: [32_000_000, 22_000_000, 48_000_000],
  IRR: [320_000_000, 220_000_000, 480_000_000],
  SAR: [7_500, 5_000, 11_000],
  AED: [7_000, 4_500, 11_000],
  QAR: [7_000, 4_500, 11_000],
  KWD: [550, 350, 850],
  OMR: [600, 350, 900],
  BHD: [500, 300, 800],
  EGP: [14_000, 9_000, 22_000],
  IQD: [1_100_000, 700_000, 1_800_000],
  JOD: [550, 350, 850],
  TRY: [45_000, 30_000, 70_000],
  USD: [4_200, 2_800, 6_000],
  EUR: [3_600, 2_400, 5_200],
  GBP: [3_000, 2_200, 4_400],
  INR: [38_000, 22_000, 65_000],
};

/** Where no usual pay is known, one agent costs 1,000 units, anything between a fifth and five times that. */
const unknownPay: Prior = [1_000, 200, 5_000];

export const usualPay = (currency: string): { readonly pay: Prior; readonly isKnown: boolean } => {
  const known = Object.hasOwn(pay, currency) ? pay[currency] : undefined;
  return known === undefined ? { pay: unknownPay, isKnown: false } : { pay: known, isKnown: true };
};

/** Pay of a role over that of an agent. */
export const payFactors = {
  agent: 1,
  specialist: 1.15,
  engineer: 1.5,
  dispatcher: 0.9,
  lead: 1.4,
  manager: 2,
  operations: 1.3,
} as const;
export type PayGrade = keyof typeof payFactors;
