// A result of the size and shape of a real one, with figures made up by rule: for what is shown, never for what is true.
import { type MeasureId, measureIds, measures, type ScopeKind } from '../../core/measures/catalogue.ts';
import type {
  Estimate,
  MeasureTable,
  PromiseResult,
  Series,
  SimulationResult,
} from '../../core/measures/result.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';

const daySeconds = 86_400;
const estimate = (value: number, halfWidth: number): Estimate => ({ value, halfWidth });

/** A rise and fall over each day, closed at night, busier at the start of the week. */
function shapeOfDay(interval: number, intervalSeconds: number): number {
  const seconds = interval * intervalSeconds;
  const hour = (seconds % daySeconds) / 3600;
  if (hour < 8 || hour >= 22) return 0;
  const day = Math.floor(seconds / daySeconds);
  return (0.35 + 0.65 * Math.sin(((hour - 8) / 14) * Math.PI) ** 2) * (1.25 - 0.09 * day);
}

export function fakeResult(
  plan: Plan,
  options: { readonly seed: number; readonly replications: number },
): SimulationResult {
  const intervalSeconds = plan.horizon.intervalMinutes * 60;
  const days = plan.horizon.days ?? 7;
  const intervals = (days * daySeconds) / intervalSeconds;
  const half = 1 / Math.sqrt(options.replications);
  const line = (
    measure: Series['measure'],
    scope: Series['scope'],
    id: string,
    size: number,
    spread: number,
  ): Series => {
    const values = Array.from({ length: intervals }, (_, at) => size * shapeOfDay(at, intervalSeconds));
    return { measure, scope, id, values, halfWidths: values.map((value) => value * spread * half) };
  };
  const linesOf = (scope: Series['scope'], id: string, size: number): readonly Series[] => [
    line('queueLengthMeanContacts', scope, id, size, 1.4),
    line('offeredContacts', scope, id, size * 4, 0.4),
    ...(scope === 'channels' ? [] : [line('agentsOnDutyMean', scope, id, size * 2, 0)]),
  ];
  const table = (scope: ScopeKind, weight: number): MeasureTable => tableOf(scope, weight, half);
  const tables = (scope: ScopeKind, parts: readonly { readonly id: string }[]) =>
    Object.fromEntries(parts.map(({ id }, place) => [id, table(scope, 1 + place)]));

  return {
    engineVersion: '1.0.0',
    planId: plan.id,
    planHash: '4f1c0a9d77e2b6c853aa10f2d49b7c6e5e0f8a1b2c3d4e5f60718293a4b5c6d7',
    seed: options.seed,
    replications: options.replications,
    confidenceLevel: 0.95,
    stop: 'replicationsDone',
    precisionFraction: null,
    horizonSeconds: days * daySeconds,
    warmUpSeconds: 0,
    simulatedContacts: 10_482 * options.replications,
    total: table('total', 4),
    channels: tables('channels', plan.channels),
    issueTypes: tables('issueTypes', plan.issueTypes),
    tiers: tables('tiers', plan.tiers),
    teams: tables('teams', plan.teams),
    promises: promisesOf(plan, half),
    axis: {
      kind: 'horizon',
      intervalSeconds,
      intervals,
      startDate: plan.horizon.start,
      timeZone: plan.locale.timeZone,
      dayStartsSeconds: Array.from({ length: days }, (_, day) => day * daySeconds),
    },
    series: [
      ...linesOf('total', '', 18),
      ...plan.tiers.flatMap(({ id }, place) => linesOf('tiers', id, 12 / (place + 1))),
      ...plan.teams.flatMap(({ id }, place) => linesOf('teams', id, 8 / (place + 1))),
      ...plan.channels.flatMap(({ id }, place) => linesOf('channels', id, 7 / (place + 1))),
    ],
    profile: null,
    goals: [],
    overloadedTeams: plan.teams.slice(-1).map(({ id }) => ({
      team: id,
      loadFraction: estimate(1.18, 0.04),
      queueGrowthContactsPerDay: estimate(17.3, 2.2),
    })),
    notYetSimulated: [{ path: ['scenarios'], feature: 'scenarios' }],
  };
}

const sizes: Readonly<Record<string, number>> = {
  contacts: 2100,
  seconds: 45,
  fraction: 0.16,
  agents: 6,
  contactsPerDay: 0.4,
  perContact: 0.3,
  hours: 1.4,
  money: 82_000,
  score: 4.1,
};

function tableOf(scope: ScopeKind, weight: number, half: number): MeasureTable {
  const reported = measureIds.filter((id) => (measures[id].scopes as readonly ScopeKind[]).includes(scope));
  return Object.fromEntries(
    reported.map((id) => {
      const { unit } = measures[id];
      const stretch =
        unit === 'seconds' ? 6 ** (weight - 1) * percentileFactor(id) : unit === 'fraction' ? 1 : weight;
      const value = Math.min(
        (sizes[unit] ?? 1) * stretch,
        unit === 'fraction' ? 0.97 : Number.POSITIVE_INFINITY,
      );
      return [id, estimate(value, value * 0.2 * half)];
    }),
  );
}

function percentileFactor(id: MeasureId): number {
  const clock = id.startsWith('resolution') ? 12 : 1;
  if (id.includes('P90')) return 3.1 * clock;
  if (id.includes('P95')) return 4.2 * clock;
  if (id.includes('P99')) return 6 * clock;
  return (id.includes('Median') ? 0.7 : 1) * clock;
}

function promisesOf(plan: Plan, half: number): Readonly<Record<string, PromiseResult>> {
  const margins = [-0.07, 0.06, 0.004, -0.21, 0.02];
  return Object.fromEntries(
    plan.promises.map((promise, place) => {
      const asked =
        typeof promise.shareToAttain === 'number' ? promise.shareToAttain : promise.shareToAttain.value;
      const attained = Math.min(asked + (margins[place % margins.length] ?? 0), 0.995);
      const near = (parts: readonly { readonly id: string }[]): Readonly<Record<string, Estimate>> =>
        Object.fromEntries(
          parts.map(({ id }, at) => [
            id,
            estimate(Math.min(attained + 0.03 - 0.03 * at, 0.999), 0.06 * half),
          ]),
        );
      const channels = plan.channels.filter(({ id }) => promise.applies.channels?.includes(id) ?? true);
      return [
        promise.id,
        {
          serviceLevelFraction: estimate(attained, 0.05 * half),
          controls: 0,
          countedContacts: estimate(2100, 40),
          targetSeconds: promise.targetSeconds,
          shareToAttain: asked,
          keptFraction: estimate(attained > asked ? 0.9 : 0.1, 0.1),
          period: promise.period,
          keptInPeriodFraction: estimate(attained > asked ? 0.9 : 0.1, 0.1),
          byChannel: near(channels),
          byTier: near(plan.tiers.slice(0, 2)),
          byTeam: near(plan.teams.slice(0, 3)),
        },
      ];
    }),
  );
}
