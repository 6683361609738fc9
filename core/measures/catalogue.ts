// The catalogue of every number that is ever shown. The id is also the name on the wire and carries the unit;
// name and definition stand in locales under measures.<id>.
export type Unit =
  | 'contacts'
  | 'seconds'
  | 'fraction'
  | 'agents'
  | 'contactsPerDay'
  | 'perContact'
  | 'hours'
  | 'money'
  | 'score';
export type Direction = 'higherIsBetter' | 'lowerIsBetter' | 'neutral';
export type ScopeKind = 'total' | 'channels' | 'issueTypes' | 'tiers' | 'teams' | 'promises';

export interface Measure {
  readonly unit: Unit;
  readonly direction: Direction;
  /** Where the measure is reported. */
  readonly scopes: readonly ScopeKind[];
  /** Row of the source articles, or the simulation rule, that asks for it. */
  readonly source: string;
  /** The number follows from assumed response curves (responseCurves.ts): a model's statement, no measurement. */
  readonly modelled?: true;
}

const flow = ['total', 'channels', 'issueTypes'] as const;
const queueing = ['total', 'channels', 'tiers', 'teams'] as const;
const staff = ['total', 'tiers', 'teams'] as const;

export const measures = {
  offeredContacts: {
    unit: 'contacts',
    direction: 'neutral',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'A6',
  },
  redialContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: flow, source: 'rule 6' },
  returnedContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: flow, source: 'A8' },
  deflectedContacts: { unit: 'contacts', direction: 'neutral', scopes: flow, source: 'A2' },
  containedContacts: { unit: 'contacts', direction: 'neutral', scopes: flow, source: 'M3' },
  bouncedContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: flow, source: 'rule 3' },
  answeredContacts: { unit: 'contacts', direction: 'neutral', scopes: queueing, source: 'rule 5' },
  abandonedContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: queueing, source: 'rule 6' },
  blockedContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: queueing, source: 'rule 5' },
  turnedAwayContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: flow, source: 'rule 5' },
  callBackContacts: { unit: 'contacts', direction: 'neutral', scopes: flow, source: 'E5' },
  unreachedContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: flow, source: 'E5' },
  disconnectedContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: flow, source: 'rule 5' },
  resolvedContacts: { unit: 'contacts', direction: 'neutral', scopes: flow, source: 'A7' },
  inSystemAtEndContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: flow, source: 'rule 17' },
  abandonedFraction: { unit: 'fraction', direction: 'lowerIsBetter', scopes: queueing, source: 'rule 6' },
  waitMeanSeconds: { unit: 'seconds', direction: 'lowerIsBetter', scopes: queueing, source: 'A7' },
  answerWaitMeanSeconds: { unit: 'seconds', direction: 'lowerIsBetter', scopes: queueing, source: 'A7' },
  answerWaitMedianSeconds: { unit: 'seconds', direction: 'lowerIsBetter', scopes: queueing, source: 'A7' },
  answerWaitP90Seconds: { unit: 'seconds', direction: 'lowerIsBetter', scopes: queueing, source: 'A7' },
  answerWaitP95Seconds: { unit: 'seconds', direction: 'lowerIsBetter', scopes: queueing, source: 'A7' },
  answerWaitP99Seconds: { unit: 'seconds', direction: 'lowerIsBetter', scopes: queueing, source: 'A7' },
  firstResponseMeanSeconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'E6',
  },
  firstResponseMedianSeconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'E6',
  },
  firstResponseP90Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'E6',
  },
  firstResponseP95Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'E6',
  },
  firstResponseP99Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'E6',
  },
  resolutionMeanSeconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'A7',
  },
  resolutionMedianSeconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'A7',
  },
  resolutionP90Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'A7',
  },
  resolutionP95Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'A7',
  },
  resolutionP99Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'A7',
  },
  handlingPerResolutionMeanSeconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: flow,
    source: 'E6',
  },
  handlingPerResolutionMedianSeconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: flow,
    source: 'E6',
  },
  handlingPerResolutionP90Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: flow,
    source: 'E6',
  },
  handlingPerResolutionP95Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: flow,
    source: 'E6',
  },
  handlingPerResolutionP99Seconds: {
    unit: 'seconds',
    direction: 'lowerIsBetter',
    scopes: flow,
    source: 'E6',
  },
  serviceLevelFraction: { unit: 'fraction', direction: 'higherIsBetter', scopes: ['promises'], source: 'M4' },
  queueLengthMeanContacts: {
    unit: 'contacts',
    direction: 'lowerIsBetter',
    scopes: queueing,
    source: 'rule 8',
  },
  queueLengthAtEndContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: staff, source: 'rule 8' },
  queueGrowthContactsPerDay: {
    unit: 'contactsPerDay',
    direction: 'lowerIsBetter',
    scopes: staff,
    source: 'A6',
  },
  backlogMeanContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: staff, source: 'rule 8' },
  backlogMaxContacts: { unit: 'contacts', direction: 'lowerIsBetter', scopes: ['teams'], source: 'rule 8' },
  oldestAgeMeanSeconds: { unit: 'seconds', direction: 'lowerIsBetter', scopes: ['teams'], source: 'rule 8' },
  oldestAgeMaxSeconds: { unit: 'seconds', direction: 'lowerIsBetter', scopes: ['teams'], source: 'rule 8' },
  agentsOnDutyMean: { unit: 'agents', direction: 'neutral', scopes: staff, source: 'rule 16' },
  occupancyFraction: { unit: 'fraction', direction: 'neutral', scopes: staff, source: 'E6' },
  utilisationFraction: { unit: 'fraction', direction: 'neutral', scopes: staff, source: 'E6' },
  loadFraction: { unit: 'fraction', direction: 'neutral', scopes: staff, source: 'A6' },
  overRunHours: { unit: 'hours', direction: 'lowerIsBetter', scopes: staff, source: 'rule 16' },
  escalatedContacts: {
    unit: 'contacts',
    direction: 'neutral',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'M1',
  },
  escalatedToLeadContacts: {
    unit: 'contacts',
    direction: 'lowerIsBetter',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'M2',
  },
  otherDepartmentContacts: {
    unit: 'contacts',
    direction: 'neutral',
    scopes: [...flow, 'tiers', 'teams'],
    source: 'M6',
  },
  firstContactResolutionFraction: {
    unit: 'fraction',
    direction: 'higherIsBetter',
    scopes: flow,
    source: 'R6',
  },
  returnRateFraction: { unit: 'fraction', direction: 'lowerIsBetter', scopes: flow, source: 'A8' },
  transfersPerContact: { unit: 'perContact', direction: 'lowerIsBetter', scopes: flow, source: 'M6' },
  staffCostMoney: { unit: 'money', direction: 'lowerIsBetter', scopes: staff, source: 'A1' },
  channelCostMoney: {
    unit: 'money',
    direction: 'lowerIsBetter',
    scopes: ['total', 'channels'],
    source: 'A1',
  },
  totalCostMoney: { unit: 'money', direction: 'lowerIsBetter', scopes: ['total'], source: 'A1' },
  costPerMonthMoney: { unit: 'money', direction: 'lowerIsBetter', scopes: ['total'], source: 'A1' },
  costPerContactMoney: { unit: 'money', direction: 'lowerIsBetter', scopes: ['total'], source: 'A1' },
  costPerResolutionMoney: { unit: 'money', direction: 'lowerIsBetter', scopes: ['total'], source: 'A1' },
  satisfactionScore: {
    unit: 'score',
    direction: 'higherIsBetter',
    scopes: flow,
    source: 'E6',
    modelled: true,
  },
  satisfactionTenScore: {
    unit: 'score',
    direction: 'higherIsBetter',
    scopes: flow,
    source: 'E6',
    modelled: true,
  },
  effortScore: { unit: 'score', direction: 'higherIsBetter', scopes: flow, source: 'R6', modelled: true },
  recommendationScore: {
    unit: 'score',
    direction: 'higherIsBetter',
    scopes: flow,
    source: 'E7',
    modelled: true,
  },
  netPromoterScore: {
    unit: 'score',
    direction: 'higherIsBetter',
    scopes: flow,
    source: 'E6',
    modelled: true,
  },
  stayingFraction: {
    unit: 'fraction',
    direction: 'higherIsBetter',
    scopes: flow,
    source: 'E9',
    modelled: true,
  },
  retentionRateFraction: { unit: 'fraction', direction: 'higherIsBetter', scopes: ['total'], source: 'R1' },
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof measures;
export const measureIds = Object.keys(measures) as readonly MeasureId[];
