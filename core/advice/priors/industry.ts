// The usual figures of an industry, for whom nobody knows better. All are assumed: orders of size with wide ranges, to be replaced
// by measured values. A range is meant to hold the truth nine times in ten.
import type { Words } from '../words.ts';

/** Usual value, low end, high end. */
export type Prior = readonly [value: number, low: number, high: number];

export type Complexity = 'simple' | 'moderate' | 'complex' | 'engineering';

export interface IssuePrior {
  readonly id: string;
  readonly name: Words;
  /** Share of the contacts of the industry; those of all its issues add up to 1. */
  readonly share: number;
  readonly complexity: Complexity;
  /** Share that asks the same simple thing again and again; absent: that of the complexity. */
  readonly repeated?: Prior;
}

export interface IndustryPrior {
  readonly name: Words;
  /** Customers of a middle-sized company. */
  readonly customers: Prior;
  /** Contacts of one customer in a month. */
  readonly contactsPerCustomer: Prior;
  readonly hours: 'office' | 'extended' | 'everyDay' | 'always';
  readonly digitalSkill: 'low' | 'medium' | 'high';
  /** Customers come to a counter. */
  readonly hasCounter: boolean;
  /** Issues are mostly technical: tiers are named after technique, not after experience. */
  readonly isTechnical: boolean;
  readonly issues: readonly IssuePrior[];
}
