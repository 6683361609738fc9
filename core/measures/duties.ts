// What is found out about the duties of a plan: the hours that they take against the time that there is, what is amiss and
// what would put it right, and what each way from tier to tier takes. Plain data; words stand in locales under duties.
import type { Command } from '../plan/edits/command.ts';
import type { DutyKind } from '../plan/schema/duties.ts';
import type { Text } from '../plan/schema/elements.ts';

/** How the time of a duty is spent; `unstated`: nobody said. */
export type DutySpending = 'handling' | 'work' | 'between' | 'reserved' | 'unstated';

export interface DutyHours {
  readonly duty: string;
  readonly spending: DutySpending;
  /** A week, of all who do it together; null where it is part of handling or not stated. */
  readonly hours: number | null;
  /** The range that the plan states; null where it states none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly isAssumed: boolean;
}

/** Where the time of a role goes in a week without holidays; in hours of all its people together. */
export interface RoleHours {
  readonly role: string;
  /** People employed, or as few as the duty needs. */
  readonly people: number;
  /** Planned presence. */
  readonly presence: number;
  /** Kept free of contacts, as a share of presence: what the role's share of contact time leaves. */
  readonly reserved: number;
  readonly dutiesReserved: number;
  /** Busy with contacts, by formula; null where no formula answers. */
  readonly contacts: number | null;
  readonly dutiesBetween: number;
}

export const dutyFindingCodes = [
  'unowned',
  'ownedTwice',
  'undone',
  'reservedTooShort',
  'noTimeBetween',
  'noContactTime',
  'oneAblePerson',
  'spanTooWide',
  'leadWithoutTime',
] as const;
export type DutyFindingCode = (typeof dutyFindingCodes)[number];

export const dutyRemedyKinds = [
  'letAnswer',
  'onlyFirst',
  'letDo',
  'reserve',
  'inReserved',
  'onePerson',
  'teach',
  'oneLead',
] as const;
export type DutyRemedyKind = (typeof dutyRemedyKinds)[number];

/** A value in a sentence of a finding. */
export type DutyValue =
  | { readonly kind: 'name'; readonly name: Text }
  | { readonly kind: 'names'; readonly names: readonly Text[] }
  | { readonly kind: 'duty'; readonly dutyKind: DutyKind; readonly name: Text | null }
  | { readonly kind: 'hours'; readonly value: number }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'number'; readonly value: number };
export type DutyValues = Readonly<Record<string, DutyValue>>;

export interface DutyRemedy {
  readonly kind: DutyRemedyKind;
  readonly values: DutyValues;
  readonly commands: readonly Command[];
}

export interface DutyFinding {
  readonly code: DutyFindingCode;
  readonly values: DutyValues;
  /** The field that it is about, parts of lists by their id. */
  readonly place: readonly (string | number)[];
  /** One step that puts it right; null where only a person can say what is meant. */
  readonly remedy: DutyRemedy | null;
}

/** What a person learns on the way from one tier to another, and what it costs. */
export interface CareerReading {
  readonly step: string;
  /** Skills that the new tier asks for and that nobody of the old one has. */
  readonly skills: readonly string[];
  /** Pay of the training hours of one person by the contracts of the old tier, and the fee; null where no pay is stated. */
  readonly costEach: number | null;
  /** Of the new tier's groups, the slowest: share of full speed at the start, and weeks until it is reached. */
  readonly startFactor: number | null;
  readonly weeksToFullSpeed: number | null;
  /** Training hours a year of all who go this way; null where it is not stated how many do. */
  readonly hoursPerYear: number | null;
  readonly costPerYear: number | null;
}

export interface DutiesReading {
  readonly planHash: string;
  readonly hours: readonly DutyHours[];
  readonly roles: readonly RoleHours[];
  readonly findings: readonly DutyFinding[];
  readonly careers: readonly CareerReading[];
  /** False where the plan is too large for formulas: findings that need the load are then left out. */
  readonly isLoadKnown: boolean;
}
