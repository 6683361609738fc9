// The workloads of the benchmark as plans. W1 to W4 are those at the head of reference.c; each has a variant with a little
// more in it, so that no loop made for these four alone can win. W5 is in shopYear.ts.
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import type { Fault } from '../../core/units/fault.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import type { Result } from '../../core/units/result.ts';
import { exponential, groupOf, planOf, teamOf } from '../../core/verification/planParts.ts';

export const plainWorkloads = ['W1', 'W2', 'W3', 'W4'] as const;
export type PlainWorkload = (typeof plainWorkloads)[number];

/** A number that both sides report, and where it stands in a result. */
export interface Figure {
  /** Its name in a line of the C programs. */
  readonly field: 'wait' | 'sl' | 'ab' | 'wait2' | 'wait3' | 'wA' | 'wB' | 'wC';
  readonly scope: 'total' | 'tiers' | 'channels' | 'promises';
  readonly id: string;
  readonly measure: 'serviceLevelFraction' | 'waitMeanSeconds' | 'abandonedFraction';
  /** Null where no closed form gives it: then the two sides are held against each other. */
  readonly exact: number | null;
}

export interface Workload {
  readonly name: PlainWorkload;
  readonly contactsPerDay: number;
  /** From Monday 2026-01-05 on. */
  readonly plan: (days: number, warmUpDays: number) => PlanInput;
  /** The same with one more promise, half-hourly rates and one more team that is hardly used. */
  readonly variant: (days: number, warmUpDays: number) => PlanInput;
  readonly figures: readonly Figure[];
}

const start = '2026-01-05';
const targetSeconds = 20;
const secondsPerDay = 86_400;

type Promise = NonNullable<PlanInput['promises']>[number];
const answered: Promise = {
  id: 'answered',
  name: 'Answered within 20 seconds',
  clock: 'firstResponse',
  targetSeconds,
  shareToAttain: 0.8,
};

const handledBy = (team: string, time: PlanInput['handling'][number]['time']) => ({
  when: { teams: [team] },
  time,
});

function queue(arrivals: number, patienceSeconds: number | null): PlanInput {
  const patience = patienceSeconds === null ? {} : { patience: exponential(patienceSeconds) };
  return planOf({
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', ...patience }],
    tiers: [{ id: 'first', name: 'First' }],
    demand: [row('question', arrivals)],
    teams: [teamOf('team', 50, { tier: 'first' })],
    handling: [handledBy('team', exponential(300))],
    promises: [answered],
  });
}

const row = (
  issueType: string,
  arrivalsPerSecond: number,
  channel = 'phone',
): PlanInput['demand'][number] => ({
  id: `${issueType}s`,
  issueType,
  channel,
  volume: { contacts: arrivalsPerSecond * 3600, per: 'hour' },
});

/** Of those whom a tier has handled, `onward` go on to the next. */
const tiers = [
  { id: 'tier1', agents: 40, handlingSeconds: 240, onward: 0.25 },
  { id: 'tier2', agents: 25, handlingSeconds: 600, onward: 0.2 },
  { id: 'tier3', agents: 12, handlingSeconds: 1500, onward: 0 },
] as const;

const threeTiers = (): PlanInput =>
  planOf({
    channels: [
      {
        id: 'phone',
        name: 'Phone',
        kind: 'phone',
        patienceByTier: [{ tier: 'tier1', patience: exponential(300) }],
      },
    ],
    demand: [row('question', 0.15)],
    tiers: tiers.map(({ id }) => ({ id, name: id })),
    teams: tiers.map(({ id, agents }) => teamOf(`${id}Team`, agents, { tier: id })),
    handling: tiers.map(({ id, handlingSeconds }) =>
      handledBy(`${id}Team`, { law: 'lognormal', meanSeconds: handlingSeconds, cv: 1.2 }),
    ),
    outcomes: tiers
      .filter(({ onward }) => onward > 0)
      .map(({ id, onward }) => ({
        when: { teams: [`${id}Team`] },
        next: [{ kind: 'functional', share: onward, to: 'nextTier' }],
      })),
    promises: [answered],
  });

const issues = [
  { id: 'A', arrivals: 0.12, handlingSeconds: 300, groups: ['G0', 'G3', 'G4'] },
  { id: 'B', arrivals: 0.075, handlingSeconds: 360, groups: ['G1', 'G3', 'G4'] },
  { id: 'C', arrivals: 0.05, handlingSeconds: 420, groups: ['G2', 'G4'] },
] as const;

/** Whoever becomes free looks at the lines in the order of its own list. */
const inOrder = (...list: readonly string[]) => ({
  order: 'fixedList' as const,
  queueList: list.map((issueType) => ({ issueTypes: [issueType] })),
});

const skillGroups = (): PlanInput =>
  planOf({
    // A number to call for each type: waits are reported by channel.
    channels: issues.map(({ id }) => ({ id, name: id, kind: 'phone', patience: exponential(300) })),
    issueTypes: issues.map(({ id }) => ({ id, name: id })),
    demand: issues.map(({ id, arrivals }) => row(id, arrivals, id)),
    tiers: [{ id: 'first', name: 'First' }],
    teams: [
      {
        id: 'team',
        name: 'Team',
        tier: 'first',
        groups: [
          groupOf('G0', 25),
          groupOf('G1', 20),
          groupOf('G2', 15),
          groupOf('G3', 15, inOrder('A', 'B')),
          groupOf('G4', 15, inOrder('C', 'B', 'A')),
        ],
      },
    ],
    routing: issues.map(({ id, groups }) => ({
      when: { issueTypes: [id], tiers: ['first'] },
      entries: groups.map((group) => ({ groups: [group] })),
    })),
    handling: issues.map(({ id, handlingSeconds }) => ({
      when: { issueTypes: [id], teams: ['team'] },
      time: exponential(handlingSeconds),
    })),
    promises: [answered],
  });

/** One more promise, rates that differ by the half hour with the same mean, and specialists who see one contact in a thousand. */
function withMore(plan: PlanInput): PlanInput {
  const firstTeam = plan.teams[0]?.id ?? '';
  const specialists = { kind: 'functional' as const, share: 0.001, to: { team: 'specialists' } };
  const outcomes = plan.outcomes ?? [];
  const isFirst = (when: { teams?: readonly string[] | undefined } | undefined) =>
    when?.teams?.[0] === firstTeam;
  return {
    ...plan,
    profiles: [
      {
        id: 'day',
        name: 'Day',
        timeOfDay: [
          {
            weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
            intervalMinutes: 30,
            // 0.90 to 1.10 around 1, up and down twice a day.
            weights: Array.from({ length: 48 }, (_, i) => 0.9 + (0.2 * Math.abs(12 - (i % 24))) / 12),
          },
        ],
      },
    ],
    demand: plan.demand.map((entry) => ({ ...entry, profile: 'day' })),
    teams: [...plan.teams, teamOf('specialists', 3)],
    handling: [...plan.handling, handledBy('specialists', exponential(400))],
    outcomes: outcomes.some(({ when }) => isFirst(when))
      ? outcomes.map((rule) =>
          isFirst(rule.when) ? { ...rule, next: [...(rule.next ?? []), specialists] } : rule,
        )
      : [...outcomes, { when: { teams: [firstTeam] }, next: [specialists] }],
    promises: [
      ...(plan.promises ?? []),
      {
        id: 'resolved',
        name: 'Resolved within ten minutes',
        clock: 'resolution',
        targetSeconds: 600,
        shareToAttain: 0.8,
      },
    ],
  };
}

const level = (exact: number | null): Figure => ({
  field: 'sl',
  scope: 'promises',
  id: 'answered',
  measure: 'serviceLevelFraction',
  exact,
});
const wait = (
  field: Figure['field'],
  scope: 'total' | 'tiers' | 'channels',
  id: string,
  exact: number | null,
): Figure => ({ field, scope, id, measure: 'waitMeanSeconds', exact });
const lost = (scope: 'total' | 'tiers', id: string, exact: number | null): Figure => ({
  field: 'ab',
  scope,
  id,
  measure: 'abandonedFraction',
  exact,
});

function exactWithoutPatience(): Figure[] {
  const exact = valueOf(
    erlangC({
      agents: 50,
      arrivals: perSecond(0.15),
      handling: seconds(300),
      target: seconds(targetSeconds),
    }),
  );
  return [level(exact.serviceLevel), wait('wait', 'total', '', exact.meanWait)];
}

function exactWithPatience(): Figure[] {
  const exact = valueOf(
    erlangA({
      agents: 50,
      arrivals: perSecond(0.175),
      handling: seconds(300),
      patience: seconds(120),
      target: seconds(targetSeconds),
    }),
  );
  return [
    level(exact.serviceLevels.ofOffered),
    wait('wait', 'total', '', exact.meanWait),
    lost('total', '', exact.abandonment),
  ];
}

function valueOf<T>(result: Result<T, readonly Fault[]>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function workload(
  name: PlainWorkload,
  arrivalsPerSecond: number,
  base: PlanInput,
  figures: Figure[],
): Workload {
  const over = (plan: PlanInput, days: number, warmUpDays: number): PlanInput => ({
    ...plan,
    id: name,
    name,
    horizon: { start, days, warmUpDays },
  });
  return {
    name,
    contactsPerDay: arrivalsPerSecond * secondsPerDay,
    plan: (days, warmUpDays) => over(base, days, warmUpDays),
    variant: (days, warmUpDays) => over(withMore(base), days, warmUpDays),
    figures,
  };
}

export const workloads: { readonly [W in PlainWorkload]: Workload } = {
  W1: workload('W1', 0.15, queue(0.15, null), exactWithoutPatience()),
  W2: workload('W2', 0.175, queue(0.175, 120), exactWithPatience()),
  W3: workload('W3', 0.15, threeTiers(), [
    level(null),
    wait('wait', 'tiers', 'tier1', null),
    lost('tiers', 'tier1', null),
    wait('wait2', 'tiers', 'tier2', null),
    wait('wait3', 'tiers', 'tier3', null),
  ]),
  W4: workload('W4', 0.245, skillGroups(), [
    level(null),
    lost('total', '', null),
    wait('wA', 'channels', 'A', null),
    wait('wB', 'channels', 'B', null),
    wait('wC', 'channels', 'C', null),
  ]),
};
