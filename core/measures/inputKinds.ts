// The closed list of what an input of a plan can be about. Each kind has its words in locales under inputs.kind.<id>.

/** How a figure of a kind may lie: an amount above 0, a share of all, or a change that may be below 0. */
export type InputScale = 'amount' | 'share' | 'change';

/** Why an assumed figure without a range is as uncertain as it is; the sentences stand under inputs.reason.<id>. */
export const widthReasons = ['counted', 'timed', 'rostered', 'judged', 'censored', 'planned'] as const;
export type WidthReason = (typeof widthReasons)[number];

export interface InputKindFacts {
  readonly scale: InputScale;
  /**
   * Where a figure is only assumed and has no range: nine times out of ten the true one is at most so many times as large or as
   * small (a share: its odds; a change: so much more or less).
   */
  readonly width: number;
  readonly reason: WidthReason;
}

const kind = (scale: InputScale, width: number, reason: WidthReason): InputKindFacts => ({
  scale,
  width,
  reason,
});

export const inputKinds = {
  forecast: kind('amount', 1.1, 'counted'),
  volume: kind('amount', 1.25, 'counted'),
  mix: kind('share', 1.25, 'counted'),
  growth: kind('change', 0.05, 'judged'),
  busyDays: kind('amount', 1.5, 'judged'),
  backlog: kind('amount', 1.25, 'counted'),
  handling: kind('amount', 1.15, 'timed'),
  variability: kind('amount', 1.3, 'timed'),
  wrapUp: kind('share', 1.5, 'timed'),
  patience: kind('amount', 2, 'censored'),
  balking: kind('share', 2, 'censored'),
  redial: kind('share', 2, 'censored'),
  selfService: kind('share', 1.5, 'judged'),
  containment: kind('share', 1.5, 'judged'),
  callBack: kind('share', 1.5, 'judged'),
  wrongTeam: kind('share', 1.5, 'judged'),
  escalation: kind('share', 1.5, 'judged'),
  returns: kind('share', 1.5, 'judged'),
  turnaround: kind('amount', 1.5, 'judged'),
  delay: kind('amount', 2, 'judged'),
  agents: kind('amount', 1.1, 'rostered'),
  shrinkage: kind('share', 1.3, 'rostered'),
  absence: kind('share', 1.5, 'rostered'),
  contactTime: kind('share', 1.3, 'rostered'),
  proficiency: kind('amount', 1.2, 'judged'),
  learning: kind('amount', 1.5, 'judged'),
  internalWork: kind('amount', 1.3, 'judged'),
  staffChanges: kind('change', 0, 'planned'),
  startDate: kind('amount', 2, 'planned'),
  attrition: kind('share', 1.5, 'judged'),
  hiring: kind('amount', 1.5, 'planned'),
  leavers: kind('amount', 1, 'planned'),
} as const satisfies Readonly<Record<string, InputKindFacts>>;
export type InputKind = keyof typeof inputKinds;
export const inputKindIds = Object.keys(inputKinds) as readonly InputKind[];

/** What an input is counted in. */
export type InputUnit =
  | 'contacts'
  | 'seconds'
  | 'fraction'
  | 'agents'
  | 'factor'
  | 'hours'
  | 'weeks'
  | 'days';

/** The parts of the plan that an input is about, by id; absent: all. `rule` is the place in its list of rules, from 1. */
export interface InputAbout {
  readonly issueTypes?: readonly string[];
  readonly channels?: readonly string[];
  readonly tiers?: readonly string[];
  readonly teams?: readonly string[];
  readonly groups?: readonly string[];
  readonly demands?: readonly string[];
  readonly departments?: readonly string[];
  readonly roles?: readonly string[];
  readonly contracts?: readonly string[];
  readonly rule?: number;
}

export type Distribution = 'normal' | 'lognormal' | 'triangular' | 'uniform';

/** What is known of an input: with the chance `holds` the true figure lies between low and high. */
export interface Belief {
  readonly low: number;
  readonly high: number;
  readonly holds: number;
  /** Absent in the plan: normal on the scale of the figure. */
  readonly distribution: Distribution | 'scaled';
  /** `stated`: the range stands in the plan; `assumed`: the figure is a guess without a range, its width is that of its kind. */
  readonly basis: 'stated' | 'assumed';
}

/** A figure of a plan that its promises may hang on. */
export interface InputFact {
  /** Place by names: the same as long as the parts keep their ids. */
  readonly key: string;
  /** Place in the document. */
  readonly path: readonly (string | number)[];
  readonly kind: InputKind;
  readonly about: InputAbout;
  readonly unit: InputUnit;
  readonly value: number;
  /** Null: taken as known. */
  readonly belief: Belief | null;
}
