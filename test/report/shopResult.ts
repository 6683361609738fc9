// A result of the small shop with numbers chosen by hand, so that a test can look for each of them in the report.
import type { Estimate, MeasureTable, PromiseResult, SimulationResult } from '../../core/measures/result.ts';

export const estimate = (value: number | null, halfWidth: number | null = null): Estimate => ({
  value,
  halfWidth,
});

const channel = (
  offered: number,
  median: number,
  p90: number,
  resolution: number,
  abandoned: number,
): MeasureTable => ({
  offeredContacts: estimate(offered, offered / 100),
  firstResponseMedianSeconds: estimate(median, median / 50),
  firstResponseP90Seconds: estimate(p90, p90 / 40),
  resolutionMeanSeconds: estimate(resolution, resolution / 60),
  abandonedFraction: estimate(abandoned, 0.004),
});

const staff = (
  agents: number,
  occupancy: number,
  load: number,
  queue: number,
  atEnd: number,
  growth: number,
): MeasureTable => ({
  agentsOnDutyMean: estimate(agents, 0),
  occupancyFraction: estimate(occupancy, 0.012),
  loadFraction: estimate(load, 0.013),
  queueLengthMeanContacts: estimate(queue, queue / 20),
  queueLengthAtEndContacts: estimate(atEnd, atEnd / 10),
  queueGrowthContactsPerDay: estimate(growth, 0.4),
});

const promise = (
  target: number,
  asked: number,
  attained: Estimate,
  kept: number,
  by: Pick<PromiseResult, 'byChannel' | 'byTier' | 'byTeam'>,
): PromiseResult => ({
  serviceLevelFraction: attained,
  controls: 0,
  countedContacts: estimate(2800, 31),
  targetSeconds: target,
  shareToAttain: asked,
  keptFraction: estimate(kept, 0.1),
  period: 'horizon',
  keptInPeriodFraction: estimate(kept, 0.1),
  ...by,
});

const hours = 168;
const queueAt = (hour: number): number =>
  hour % 24 >= 9 && hour % 24 < 18 ? (hour % 24) - 8 + Math.floor(hour / 24) : 0;

export const shopResult: SimulationResult = {
  engineVersion: '1.2.3',
  planId: 'small-shop',
  planHash: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  seed: 7,
  replications: 20,
  confidenceLevel: 0.95,
  stop: 'replicationsDone',
  precisionFraction: null,
  horizonSeconds: 604_800,
  warmUpSeconds: 0,
  simulatedContacts: 68_432,
  total: {
    ...channel(3430, 41, 310, 4200, 0.051),
    ...staff(5, 0.873, 0.951, 6.2, 71, 10.3),
    satisfactionScore: estimate(3.81, 0.04),
    totalCostMoney: estimate(null),
    channelCostMoney: estimate(56_020, 410),
    retentionRateFraction: estimate(0.82, 0),
  },
  channels: { phone: channel(2801, 12, 96, 391, 0.062), email: channel(629, 5400, 16_200, 21_700, 0) },
  issueTypes: { order: channel(2801, 12, 96, 391, 0.062), fault: channel(629, 5400, 16_200, 21_700, 0) },
  tiers: { first: staff(4, 0.842, 0.861, 1.9, 2.5, 0.1), second: staff(1, 0.998, 1.312, 4.3, 68.5, 10.2) },
  teams: {
    general: {
      ...staff(4, 0.842, 0.861, 1.9, 2.5, 0.1),
      staffCostMoney: estimate(8000, 0),
      backlogMaxContacts: estimate(0, 0),
    },
    repairs: {
      ...staff(1, 0.998, 1.312, 4.3, 68.5, 10.2),
      staffCostMoney: estimate(null),
      backlogMeanContacts: estimate(31.7, 4.1),
      backlogMaxContacts: estimate(69, 6),
      oldestAgeMeanSeconds: estimate(61_200, 3300),
      oldestAgeMaxSeconds: estimate(172_000, 9000),
    },
  },
  promises: {
    'phone-answer': promise(20, 0.8, estimate(0.8234, 0.0131), 0.95, {
      byChannel: { phone: estimate(0.8234, 0.0131) },
      byTier: { first: estimate(0.8234, 0.0131) },
      byTeam: { general: estimate(0.8234, 0.0131) },
    }),
    'email-answer': promise(21_600, 0.95, estimate(0.9473, 0.0081), 0.45, {
      byChannel: { email: estimate(0.9473, 0.0081) },
      byTier: { first: estimate(0.9473, 0.0081) },
      byTeam: { general: estimate(0.9473, 0.0081) },
    }),
    'fault-solved': promise(172_800, 0.9, estimate(0.6129, 0.0212), 0, {
      byChannel: { email: estimate(0.6129, 0.0212) },
      byTier: { first: estimate(0.99, 0.003), second: estimate(0.4412, 0.0312) },
      byTeam: { general: estimate(0.99, 0.003), repairs: estimate(0.4412, 0.0312) },
    }),
  },
  axis: {
    kind: 'horizon',
    intervalSeconds: 3600,
    intervals: hours,
    startDate: '2026-11-21',
    timeZone: 'Asia/Tehran',
    dayStartsSeconds: Array.from({ length: 7 }, (_, day) => day * 86_400),
  },
  series: [
    {
      measure: 'queueLengthMeanContacts',
      scope: 'total',
      id: '',
      values: Array.from({ length: hours }, (_, hour) => queueAt(hour)),
      halfWidths: Array.from({ length: hours }, () => 0.5),
    },
  ],
  profile: null,
  goals: [
    {
      goal: 'answer-time',
      measure: 'firstResponseMeanSeconds',
      team: null,
      side: 'atMost',
      threshold: 60,
      estimate: estimate(41, 2),
      verdict: 'kept',
    },
    {
      goal: 'busy',
      measure: 'occupancyFraction',
      team: 'repairs',
      side: 'atMost',
      threshold: 0.85,
      estimate: estimate(0.998, 0.012),
      verdict: 'missed',
    },
  ],
  overloadedTeams: [
    { team: 'repairs', loadFraction: estimate(1.312, 0.013), queueGrowthContactsPerDay: estimate(10.2, 0.4) },
  ],
  notYetSimulated: [
    { path: ['channels', 0], feature: 'scenarios' },
    { path: ['scenarios'], feature: 'scenarios' },
  ],
};
