// What is proposed to a company: organisations that differ in kind, the decisions that they come of, each with its rule, reason
// and source, and what is only assumed. Plain data; the words stand in locales/<language>/advice.json.
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';

/** Units in which a value of an advice is told; `people` counts persons, `agents` places on duty. */
export type AdviceUnit =
  | 'fraction'
  | 'seconds'
  | 'money'
  | 'contacts'
  | 'agents'
  | 'people'
  | 'hours'
  | 'erlangs'
  | 'number';

/** A value that stands in a text. */
export type AdviceValue =
  | { readonly kind: 'amount'; readonly value: number; readonly unit: AdviceUnit }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly unit: AdviceUnit }
  /** Named by the company or in the plan. */
  | { readonly kind: 'name'; readonly name: Text }
  /** A word of the program, under advice.word.<group>.<word>. */
  | { readonly kind: 'word'; readonly group: AdviceWordGroup; readonly word: string }
  | { readonly kind: 'list'; readonly items: readonly AdviceValue[] };

export const adviceWordGroups = [
  'channel',
  'complexity',
  'role',
  'industry',
  'skill',
  'candidate',
  'tier',
] as const;
export type AdviceWordGroup = (typeof adviceWordGroups)[number];

/** A sentence: the text advice.<branch>.<code> with its values in place. */
export interface AdviceText {
  readonly branch: 'chosen' | 'reason' | 'change' | 'source' | 'weak' | 'unkept' | 'measure' | 'summary';
  readonly code: string;
  readonly params: Readonly<Record<string, AdviceValue>>;
}

/** `given`: as the company says; `assumed`: usual in the industry, nobody measured it; `derived`: follows from others. */
export type AdviceStatus = 'given' | 'assumed' | 'derived';

/** A figure that a decision used. */
export interface AdviceInput {
  /** Name under advice.input.<name>. */
  readonly name: string;
  /** What it is about, where several stand beside each other. */
  readonly of: AdviceValue | null;
  readonly value: AdviceValue;
  /** How far the truth may lie from it; null where that is not known or not asked. */
  readonly low: number | null;
  readonly high: number | null;
  readonly status: AdviceStatus;
  /** Field of the needs, from `needs` on, in which it stands or would stand; null: in none. */
  readonly field: readonly (string | number)[] | null;
  readonly source: AdviceText | null;
}

/** Rules, each a file of core/advice/decisions; named under advice.rule.<id>. */
export const adviceRules = [
  'channels',
  'promises',
  'selfService',
  'assistant',
  'socialMedia',
  'tiers',
  'specialists',
  'entry',
  'leads',
  'management',
  'operations',
  'sourcing',
  'functionalEscalation',
  'hierarchicalEscalation',
  'priorities',
  'goals',
  'training',
  'equipment',
  'retention',
  'staffing',
] as const;
export type AdviceRule = (typeof adviceRules)[number];

export interface AdviceDecision {
  /** Unique in an advice, stable: `specialists.printers`, `tiers/staffing.support`. */
  readonly id: string;
  readonly rule: AdviceRule;
  /** What was decided. */
  readonly chosen: AdviceText;
  readonly reasons: readonly AdviceText[];
  readonly inputs: readonly AdviceInput[];
  /** Rows of the source articles (`E3`) that ask for the rule. */
  readonly rows: readonly string[];
  readonly sources: readonly AdviceText[];
  /** What would change it. */
  readonly changes: readonly AdviceText[];
}

/** Kinds of organisations that are proposed; named under advice.word.candidate.<kind>. */
export const candidateKinds = ['pool', 'tiers', 'specialists', 'byChannel', 'byIssue', 'overflow'] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** Money in a month with the range in which it is assumed to lie. */
export interface AssumedMoney {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface CandidatePromise {
  readonly id: string;
  readonly name: Text;
  readonly targetSeconds: number;
  readonly shareToAttain: number;
  /** By formula; null where no formula answers. */
  readonly attained: number | null;
  readonly isKept: boolean;
  /** Why it is not kept; null where it is. */
  readonly reason: AdviceText | null;
}

export interface Fragility {
  /** Skills and kinds of issues that only one person can serve. */
  readonly singleSkills: readonly { readonly team: string; readonly name: Text }[];
  /** Teams of a single person. */
  readonly teamsOfOne: readonly string[];
  /** Leads with more people than they can lead. */
  readonly spans: readonly { readonly team: string; readonly people: number; readonly most: number }[];
  /** How many such places there are. */
  readonly count: number;
}

/** A role on the way from the present organisation to a candidate. */
export interface RoleChange {
  readonly change: 'kept' | 'changed' | 'new' | 'gone';
  readonly role: string;
  readonly team: Text;
  /** Id of the team in the candidate; null where it has none. */
  readonly teamId: string | null;
  readonly before: number;
  readonly after: number;
  /** Team of today from which the people come, where it has another name; null: none. */
  readonly from: Text | null;
}

/** Which decision a part of the candidate's plan comes of. */
export interface BoxReason {
  /** Path in the plan, parts of lists by their id: `['teams', 'printers']`. */
  readonly place: readonly string[];
  /** Ids of decisions, the most telling first. */
  readonly decisions: readonly string[];
}

export interface Candidate {
  readonly id: CandidateKind;
  readonly summary: AdviceText;
  /** The plan as the text of its file. */
  readonly text: string;
  readonly document: Plan;
  /** All who are employed, leads and managers included. */
  readonly people: number;
  readonly agents: number;
  readonly costPerMonth: AssumedMoney;
  /** Null: no budget was said. */
  readonly isWithinBudget: boolean | null;
  readonly promises: readonly CandidatePromise[];
  readonly promisesKept: number;
  /** Id of the promise that is furthest from being kept, or nearest to being missed; null: there is none. */
  readonly worst: string | null;
  readonly fragility: Fragility;
  /** No other candidate is at least as good in cost, promises kept and fragility, and better in one. */
  readonly isOnFrontier: boolean;
  readonly decisions: readonly string[];
  readonly boxes: readonly BoxReason[];
  readonly weakPoints: readonly AdviceText[];
  /** From the present organisation, role by role; empty where none was said. */
  readonly way: readonly RoleChange[];
}

/** A number that is worth measuring, the one that moves the answer most first. */
export interface NumberToMeasure {
  readonly text: AdviceText;
  readonly field: readonly (string | number)[] | null;
  /** By how much the cost a month moves when it goes from its low to its high end, as a share of the cost. */
  readonly costSwing: number;
}

export interface Advice {
  readonly candidates: readonly Candidate[];
  /** All decisions of all candidates. */
  readonly decisions: readonly AdviceDecision[];
  /** What was taken from what is usual, because the needs do not say it. */
  readonly assumptions: readonly AdviceInput[];
  readonly toMeasure: readonly NumberToMeasure[];
  /** Promises that no candidate keeps, and why. */
  readonly unkept: readonly { readonly promise: string; readonly name: Text; readonly reason: AdviceText }[];
}
