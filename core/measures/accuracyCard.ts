// The accuracy card as plain data: each team's queue by formula and by simulation, and why they part.
import type { MeasureId } from './catalogue.ts';
import type { Basis } from './evaluation.ts';

/** Names of what can be switched off, in the order in which it is done: later ones read what earlier ones left. */
export const features = [
  'recordedArrivals',
  'startsEmpty',
  'changesWithTime',
  'busyDays',
  'redials',
  'callBacks',
  'triggers',
  'limits',
  'interruptions',
  'fractionalAgents',
  'unequalAgents',
  'chats',
  'deferredWork',
  'sharedAgents',
  'priorities',
  'patienceLaw',
  'severalStages',
  'handlingLaw',
  'assistantTime',
  'turnaround',
  'fullLoad',
] as const;
export type Feature = (typeof features)[number];

/** A number that has two answers. */
export interface Subject {
  readonly scope: 'teams' | 'promises';
  readonly id: string;
  readonly measure: MeasureId;
}

/** Both answers to one number. */
export interface Comparison {
  readonly formula: number | null;
  readonly basis: Basis;
  readonly simulated: number | null;
  readonly halfWidth: number | null;
  /** Formula less simulation; null where one has no value. */
  readonly difference: number | null;
  /** Difference in standard errors of the simulation, scaled so that 4 is as unlikely as 4 of the normal law; null: not known. */
  readonly z: number | null;
}

/**
 * `agrees`: |z| <= 4. `explained`: it parts, and comes together without the named features. `open`: it parts and nothing that
 * can be switched off explains it. `rare`: the simulation saw no variation, `absent`: one answer has no value.
 */
export type Verdict = 'agrees' | 'explained' | 'open' | 'rare' | 'absent';

/** The run that shows the reason: the same number in the plan without the features. */
export interface ShownRun {
  readonly off: readonly Feature[];
  readonly comparison: Comparison;
  /** The number became one that cannot differ (all or none): it agrees, but says little. */
  readonly isTrivial: boolean;
}

export interface CardLine {
  readonly subject: Subject;
  readonly comparison: Comparison;
  readonly verdict: Verdict;
  /** Not null exactly where `explained`; none of its features can be left on. */
  readonly run: ShownRun | null;
}

export interface AccuracyCard {
  readonly planHash: string;
  readonly engineVersion: string;
  readonly seed: number;
  readonly replications: number;
  readonly lines: readonly CardLine[];
  /** Features that the plan has, of those that can be switched off. */
  readonly features: readonly Feature[];
  /** Plans that were calculated and simulated for the card, the plan itself among them. */
  readonly runs: number;
}
