// What can be measured of a period, what each figure may be about, and between which limits it lies. Without the schema
// library: the window and the reading of tables know it, too.

export const reviewSubjects = ['issueType', 'channel', 'team', 'promise'] as const;
export type ReviewSubject = (typeof reviewSubjects)[number];

export const reviewFigures = [
  'contacts',
  'handlingSeconds',
  'peopleOnDuty',
  'peopleEmployed',
  'shrinkage',
  'attained',
  'firstResponseSeconds',
  'resolutionSeconds',
  'satisfaction',
  'satisfactionTen',
  'netPromoterScore',
  'effort',
  'firstContactResolution',
  'returnRate',
  'occupancy',
  'retention',
  'cost',
] as const;
export type ReviewFigure = (typeof reviewFigures)[number];

export type ReviewUnit = 'contacts' | 'seconds' | 'people' | 'share' | 'score' | 'money';

export interface ReviewFigureFacts {
  readonly unit: ReviewUnit;
  readonly low: number;
  readonly high: number;
  /** What it may be about; with nothing named it is about the whole organisation. */
  readonly about: readonly ReviewSubject[];
  /** It means nothing without this. */
  readonly needs?: ReviewSubject;
}

const endless = Number.POSITIVE_INFINITY;
const figure = (
  unit: ReviewUnit,
  [low, high]: readonly [number, number],
  about: readonly ReviewSubject[] = [],
): ReviewFigureFacts => ({ unit, low, high, about });

export const reviewFigureFacts: Readonly<Record<ReviewFigure, ReviewFigureFacts>> = {
  contacts: figure('contacts', [0, endless], ['issueType', 'channel']),
  handlingSeconds: figure('seconds', [0, endless], ['issueType', 'channel']),
  peopleOnDuty: figure('people', [0, endless], ['team']),
  peopleEmployed: figure('people', [0, endless], ['team']),
  shrinkage: figure('share', [0, 1], ['team']),
  attained: { ...figure('share', [0, 1], ['promise']), needs: 'promise' },
  firstResponseSeconds: figure('seconds', [0, endless], ['channel']),
  resolutionSeconds: figure('seconds', [0, endless], ['channel']),
  satisfaction: figure('score', [1, 5]),
  satisfactionTen: figure('score', [1, 10]),
  netPromoterScore: figure('score', [-100, 100]),
  effort: figure('score', [1, 7]),
  firstContactResolution: figure('share', [0, 1]),
  returnRate: figure('share', [0, 1]),
  occupancy: figure('share', [0, 1], ['team']),
  retention: figure('share', [0, 1]),
  cost: figure('money', [0, endless]),
};

/** One measured figure, as the plan keeps it. */
export interface MeasuredSubject {
  readonly issueType?: string | undefined;
  readonly channel?: string | undefined;
  readonly team?: string | undefined;
  readonly promise?: string | undefined;
}

/** The same text for the same figure of the same parts. */
export const measuredKey = (figure: ReviewFigure, about: MeasuredSubject): string =>
  [figure, ...reviewSubjects.map((subject) => about[subject] ?? '')].join('|');
