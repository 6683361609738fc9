// Plans made without the advice that keep their promises by formula, and the needs that describe their companies: what the advice is
// asked must be possible, because somebody does it already.
import { createEvaluator } from '../../core/evaluate/index.ts';
import { amount } from '../../core/plan/amount.ts';
import type { NeedsInput } from '../../core/plan/schema/needs.ts';
import { type PlanInput, planSchema } from '../../core/plan/schema/plan.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { randomOf } from './randomNeeds.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const weeksPerMonth = 365.25 / 12 / 7;

export interface KnownPlan {
  readonly plan: PlanInput;
  readonly needs: NeedsInput;
}

/** One or two teams in front of one to four kinds of issues; each promise asks a little less than the plan attains. */
export function knownPlan(seed: number): KnownPlan {
  const random = randomOf(seed * 7919);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const scale = (low: number, high: number): number => low * (high / low) ** random();
  const [from, to] = pick([
    [8, 16],
    [9, 17],
    [8, 20],
    [7, 21],
  ] as const);
  const time = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  const weekly = [{ weekdays: [...weekdays], spans: [{ from: time(from), to: time(to) }] }];
  const perMonth = Math.round(scale(600, 60_000));
  const names = ['Orders', 'Printers', 'Payments', 'Returns'].slice(0, 1 + Math.floor(random() * 4));
  const weights = names.map(() => 0.2 + random());
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const issues = names.map((name, i) => ({
    ...{ id: name.toLowerCase(), name, share: (weights[i] ?? 0) / all },
    handlingMinutes: Math.round(scale(3, 15) * 10) / 10,
    complexity: pick(['simple', 'simple', 'moderate'] as const),
    repeatedShare: 0,
  }));
  const kinds = pick([
    ['phone'],
    ['phone', 'email'],
    ['chat', 'email'],
    ['email'],
    ['phone', 'chat', 'email'],
  ] as const);
  const mix = kinds.map(() => 1 / kinds.length);
  const mean = issues.reduce((sum, { share, handlingMinutes }) => sum + share * handlingMinutes * 60, 0);
  const perWeek = perMonth / weeksPerMonth;
  const load = (perWeek * mean) / ((to - from) * 5 * 3600);
  // Roomy: half more than the work at its busiest hour.
  const agents = Math.ceil(1.5 * load + 2 * Math.sqrt(load) + 1);
  const targets = { phone: pick([20, 30, 60]), chat: pick([45, 60, 120]), email: pick([4, 8, 24]) * 3600 };
  const base = {
    ...({ format: 'saff-plan', formatVersion: 1, id: `known-${seed}`, name: 'Known' } as const),
    horizon: { start: '2027-01-04', days: 7, intervalMinutes: 60 },
    calendars: [{ id: 'hours', name: 'Hours', weekly }],
    channels: kinds.map((kind) => ({
      ...{ id: kind, name: kind, kind },
      ...(kind !== 'email' && {
        hours: 'hours',
        patience: { law: 'exponential' as const, meanSeconds: 200 },
      }),
      ...(kind === 'chat' && { concurrency: { limit: 2, speed: [1, 0.75] } }),
    })),
    issueTypes: issues.map(({ id, name }) => ({ id, name })),
    profiles: [
      {
        ...{ id: 'week', name: 'Week', weekdayFactors: Object.fromEntries(weekdays.map((day) => [day, 1])) },
        timeOfDay: [
          {
            weekdays: [...weekdays],
            from: time(from),
            intervalMinutes: 60,
            weights: Array(to - from).fill(1),
          },
        ],
      },
    ],
    demand: issues.flatMap(({ id, share }) =>
      kinds.map((kind, k) => ({
        ...{ id: `${id}-${kind}`, issueType: id, channel: kind, profile: 'week' },
        volume: { contacts: perWeek * share * (mix[k] ?? 0), per: 'week' as const },
      })),
    ),
    teams: [
      {
        ...{ id: 'team', name: 'Team', hours: 'hours' },
        groups: [{ id: 'agents', headcount: agents * 2, staffing: { kind: 'hours' as const, agents } }],
      },
    ],
    handling: issues.map(({ id, handlingMinutes }) => ({
      when: { issueTypes: [id] },
      time: { law: 'lognormal' as const, meanSeconds: handlingMinutes * 60, cv: 0.8 },
    })),
    promises: kinds.map((kind) => ({
      ...{
        id: `${kind}-in-time`,
        name: kind,
        applies: { channels: [kind] },
        clock: 'firstResponse' as const,
      },
      ...(kind === 'email' && { measuredIn: 'businessHours' as const, calendar: 'hours' }),
      ...{ targetSeconds: targets[kind], shareToAttain: 0.5 },
    })),
  } satisfies PlanInput;
  const answer = createEvaluator({ offsets: timeZoneOffsets }).evaluate(planSchema.parse(base));
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  const promises = base.promises.map((promise) => {
    const attained = answer.value.promises[promise.id]?.serviceLevelFraction.value ?? 0;
    return { ...promise, shareToAttain: Math.max(0.5, Math.min(0.98, Math.floor(attained * 100 - 1) / 100)) };
  });
  return {
    plan: { ...base, promises },
    needs: {
      ...{ contactsPerMonth: perMonth, issues, hours: { kind: 'own', weekly } },
      channels: {
        wanted: [...kinds],
        unwanted: ['phone', 'chat', 'email', 'callBack', 'messaging', 'webForm', 'inPerson', 'social'].filter(
          (kind) => !(kinds as readonly string[]).includes(kind),
        ) as never,
      },
      promises: promises.map(({ id, targetSeconds, shareToAttain }, k) => ({
        ...{ id, clock: 'firstResponse' as const, withinSeconds: targetSeconds, share: shareToAttain },
        channel: kinds[k],
      })),
    },
  };
}

/** Whether the known plan keeps its promises by formula: it must, or the question would be unfair. */
export function keepsAll({ plan }: KnownPlan): boolean {
  const parsed = planSchema.parse(plan);
  const answer = createEvaluator({ offsets: timeZoneOffsets }).evaluate(parsed);
  return (
    answer.ok &&
    parsed.promises.every(
      ({ id, shareToAttain }) =>
        (answer.value.promises[id]?.serviceLevelFraction.value ?? 0) >= amount(shareToAttain),
    )
  );
}
