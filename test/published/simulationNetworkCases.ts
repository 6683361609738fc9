// Exact answers where several classes, teams or tiers meet, and the plans that must give them; shared by the quick tests
// and by the long run over all records. Rates are per unit.
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import {
  type ExactAnswer,
  expectExactAnswers,
  inScope,
  promiseKept,
  scaleFor,
} from '../support/steadyState.ts';

export interface SkillRecord {
  readonly id: string;
  readonly arrival_rates: readonly number[];
  readonly agents: readonly number[];
  readonly service_rates: Readonly<Record<string, number>>;
  readonly abandonment_rates: readonly number[];
  readonly arrival_preference: Readonly<Record<string, readonly number[]>>;
  readonly agent_preference: Readonly<Record<string, readonly number[]>>;
  readonly selection: string;
  readonly result: Readonly<Record<string, unknown>>;
}

/**
 * Priorities of the types under which every group keeps to its own order; undefined where the groups contradict each
 * other, which a plan can only say with an order of lines for each group.
 */
export function prioritiesOf(record: SkillRecord): readonly number[] | undefined {
  const types = record.arrival_rates.length;
  const orders = permutations(Array.from({ length: types }, (_, i) => i + 1));
  const fits = orders.find((order) =>
    Object.values(record.agent_preference).every((preference) =>
      preference.every(
        (type, i) => i === 0 || order.indexOf(preference[i - 1] as number) < order.indexOf(type),
      ),
    ),
  );
  return fits === undefined ? undefined : Array.from({ length: types }, (_, i) => fits.indexOf(i + 1) + 1);
}

const permutations = (values: readonly number[]): number[][] =>
  values.length === 0
    ? [[]]
    : values.flatMap((value) =>
        permutations(values.filter((other) => other !== value)).map((rest) => [value, ...rest]),
      );

interface TypeResult {
  readonly p_wait: number;
  readonly mean_queue: number;
  readonly p_abandon: number;
}

export function checkSkills(record: SkillRecord, contacts = 4000): void {
  const priorities = prioritiesOf(record);
  if (priorities === undefined || record.selection !== 'priority')
    throw new Error(`${record.id} needs another order`);
  const types = record.arrival_rates.map((_, i) => `type${i + 1}`);
  const groups = record.agents.map((_, g) => `group${g + 1}`);
  const rate = record.arrival_rates.reduce((sum, value) => sum + value, 0);
  const { unit, horizon } = scaleFor(rate, contacts);
  const patienceRates = new Set(record.abandonment_rates);
  if (patienceRates.size !== 1) throw new Error('one patience');
  const input = planOf({
    horizon,
    channels: types.map((type, i) => ({
      id: type,
      name: type,
      kind: 'phone' as const,
      patience: exponential(unit / (record.abandonment_rates[i] as number)),
    })),
    issueTypes: types.map((type, i) => ({ id: type, name: type, priority: priorities[i] as number })),
    demand: types.map((type, i) =>
      steadyDemand(type, (record.arrival_rates[i] as number) / unit, { issueType: type, channel: type }),
    ),
    teams: groups.map((group, g) => teamOf(group, record.agents[g] as number)),
    routing: types.map((type) => ({
      when: { issueTypes: [type] },
      entries: (record.arrival_preference[type] ?? []).map((group) => ({ teams: [`group${group}`] })),
    })),
    handling: Object.entries(record.service_rates).map(([pair, service]) => {
      const [type = '', team = ''] = pair.split('@');
      return { when: { issueTypes: [type], teams: [team] }, time: exponential(unit / service) };
    }),
    promises: types.map((type) => ({
      id: type,
      name: type,
      applies: { channels: [type] },
      clock: 'firstResponse' as const,
      targetSeconds: 0,
      shareToAttain: 0.8,
    })),
  });
  expectExactAnswers(input, [
    ...types.flatMap((type) => {
      const exact = record.result[type] as TypeResult;
      return [
        promiseKept(type, 1 - exact.p_wait, 0.04),
        inScope('channels', type, 'abandonedFraction', exact.p_abandon, 0.02),
        inScope('channels', type, 'queueLengthMeanContacts', exact.mean_queue, 0.15 * exact.mean_queue),
      ];
    }),
    ...groups.map((group) =>
      inScope('teams', group, 'occupancyFraction', record.result[`${group}_occupancy`] as number, 0.02),
    ),
  ]);
}

export interface PriorityClass {
  readonly arrivals: number;
  readonly handling: (unit: number) => LawInput;
  readonly patience?: number;
  /** Deferred work, worked under the team's reserve. */
  readonly deferred?: boolean;
  readonly meanQueue: number;
  readonly abandons?: number;
  /** Share that waits, where that is known. */
  readonly waits?: number;
}

/** One team, classes in the order of their priority. */
export function checkPriorities(
  agents: number,
  classes: readonly PriorityClass[],
  { reserved = 0, contacts = 5000, warmUpUnits = 120 } = {},
): void {
  const ids = classes.map((_, i) => `class${i + 1}`);
  const rate = classes.reduce((sum, { arrivals }) => sum + arrivals, 0);
  const { unit, horizon } = scaleFor(rate, contacts, warmUpUnits);
  const input = planOf({
    horizon,
    channels: classes.map(({ patience, deferred }, i) => ({
      id: ids[i] as string,
      name: 'Channel',
      kind: deferred === true ? ('email' as const) : ('phone' as const),
      ...(patience === undefined ? {} : { patience: exponential(patience * unit) }),
    })),
    demand: classes.map(({ arrivals }, i) =>
      steadyDemand(ids[i] as string, arrivals / unit, { channel: ids[i] as string, priority: i + 1 }),
    ),
    teams: [teamOf('team', agents, {}, { reservedForLive: reserved })],
    handling: classes.map(({ handling }, i) => ({
      when: { channels: [ids[i] as string] },
      time: handling(unit),
    })),
    promises: ids.map((id) => ({
      id,
      name: id,
      applies: { channels: [id] },
      clock: 'firstResponse' as const,
      firstResponseAt: 'begin' as const,
      targetSeconds: 0,
      shareToAttain: 0.8,
    })),
  });
  expectExactAnswers(
    input,
    classes.flatMap(({ arrivals, meanQueue, abandons, waits }, i) => {
      const id = ids[i] as string;
      const meanWait = (meanQueue / arrivals) * unit;
      return [
        inScope('channels', id, 'queueLengthMeanContacts', meanQueue, 0.25 * meanQueue),
        inScope('channels', id, 'waitMeanSeconds', meanWait, 0.25 * meanWait),
        ...(abandons === undefined ? [] : [inScope('channels', id, 'abandonedFraction', abandons, 0.02)]),
        ...(waits === undefined ? [] : [promiseKept(id, 1 - waits, 0.04)]),
      ];
    }),
  );
}

export interface TandemRecord {
  readonly id: string;
  readonly tier1: { readonly agents: number; readonly mu: number; readonly theta: number };
  readonly tier2: { readonly agents: number; readonly mu: number; readonly theta: number };
  readonly lam: number;
  readonly p_escalate: number;
  readonly p_tier2_returns_to_tier1: number;
  readonly Lq1: number;
  readonly Lq2: number;
  readonly occupancy1: number;
  readonly occupancy2: number;
  readonly p_abandon1: number;
  readonly p_abandon2: number;
}

/** Two tiers with patience in both: escalated contacts wait with fresh patience. */
export function checkTandem(record: TandemRecord, contacts = 6000): void {
  const { tier1, tier2 } = record;
  const { unit, horizon } = scaleFor(record.lam, contacts);
  const onward = record.p_tier2_returns_to_tier1;
  const input = planOf({
    horizon,
    tiers: [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ],
    channels: [
      {
        id: 'phone',
        name: 'Phone',
        kind: 'phone',
        patience: exponential(unit / tier1.theta),
        patienceByTier: [{ tier: 'two', patience: exponential(unit / tier2.theta) }],
      },
    ],
    demand: [steadyDemand('calls', record.lam / unit)],
    teams: [teamOf('first', tier1.agents, { tier: 'one' }), teamOf('second', tier2.agents, { tier: 'two' })],
    handling: [
      { when: { tiers: ['one'] }, time: exponential(unit / tier1.mu) },
      { when: { tiers: ['two'] }, time: exponential(unit / tier2.mu) },
    ],
    outcomes: [
      { when: { tiers: ['one'] }, next: [{ kind: 'functional', share: record.p_escalate, to: 'nextTier' }] },
      ...(onward === 0
        ? []
        : [
            {
              when: { tiers: ['two'] },
              next: [{ kind: 'functional' as const, share: onward, to: { team: 'first' } }],
            },
          ]),
    ],
  });
  const of = (team: string, occupancy: number, queue: number, abandons: number): ExactAnswer[] => [
    inScope('teams', team, 'occupancyFraction', occupancy, 0.025),
    inScope('teams', team, 'queueLengthMeanContacts', queue, 0.25 * queue),
    inScope('teams', team, 'abandonedFraction', abandons, 0.025),
  ];
  expectExactAnswers(input, [
    ...of('first', record.occupancy1, record.Lq1, record.p_abandon1),
    ...of('second', record.occupancy2, record.Lq2, record.p_abandon2),
  ]);
}

export interface NetworkRecord {
  readonly id: string;
  readonly external_rates: readonly number[];
  readonly routing: readonly (readonly number[])[];
  readonly agents: readonly number[];
  readonly mu: readonly number[];
  readonly nodes: readonly {
    readonly rho: number;
    readonly p_wait: number;
    readonly Lq: number;
    readonly Wq: number;
  }[];
}

/** A Jackson network: every node is a team, every way on is a functional escalation to a named team. */
export function checkNetwork(record: NetworkRecord, contacts = 5000, widest = 0.25): void {
  const teams = record.agents.map((_, i) => `node${i + 1}`);
  const rate = record.external_rates.reduce((sum, value) => sum + value, 0);
  // The slowest handling decides how long an empty start is remembered.
  const slowest = rate / Math.min(...record.mu);
  const { unit, horizon } = scaleFor(rate, contacts, (60 * slowest) / rate);
  const entering = teams.filter((_, i) => (record.external_rates[i] as number) > 0);
  const input = planOf({
    horizon,
    issueTypes: entering.map((team) => ({ id: `for-${team}`, name: team })),
    demand: entering.map((team) =>
      steadyDemand(team, (record.external_rates[teams.indexOf(team)] as number) / unit, {
        issueType: `for-${team}`,
      }),
    ),
    teams: teams.map((team, i) => teamOf(team, record.agents[i] as number)),
    routing: entering.map((team) => ({
      when: { issueTypes: [`for-${team}`] },
      entries: [{ teams: [team] }],
    })),
    handling: teams.map((team, i) => ({
      when: { teams: [team] },
      time: exponential(unit / (record.mu[i] as number)),
    })),
    outcomes: teams.map((team, i) => ({
      when: { teams: [team] },
      next: teams.flatMap((to, j) => {
        const share = record.routing[i]?.[j] ?? 0;
        return share === 0
          ? []
          : [{ kind: 'functional' as const, share, to: i === j ? ('sameTeam' as const) : { team: to } }];
      }),
    })),
  });
  expectExactAnswers(
    input,
    record.nodes.flatMap((node, i) => {
      const team = teams[i] as string;
      const wait = node.Wq * unit;
      return [
        inScope('teams', team, 'occupancyFraction', node.rho, 0.03),
        inScope('teams', team, 'queueLengthMeanContacts', node.Lq, widest * node.Lq + 0.01),
        inScope('teams', team, 'waitMeanSeconds', wait, widest * wait + 0.01 * unit),
      ];
    }),
  );
}
