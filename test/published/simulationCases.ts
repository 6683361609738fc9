// Exact answers of queues, and the plans that must give them; shared by the quick tests and by the long run over all
// records. Rates are per unit, a unit is as many seconds as the wished number of contacts makes it.
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import {
  type ExactAnswer,
  expectExactAnswers,
  inScope,
  inTotal,
  promiseKept,
  type Scale,
  scaleFor,
} from '../support/steadyState.ts';

/** A queue whose rates and laws are per unit; the mean handling is one unit unless a law is given. */
export interface Queue {
  readonly agents: number;
  readonly arrivals: number;
  readonly handling?: (unit: number) => LawInput;
  readonly patience?: (unit: number) => LawInput;
  readonly channel?: (unit: number) => Partial<PlanInput['channels'][number]>;
  readonly contacts?: number;
  readonly warmUpUnits?: number;
  /** Targets of first response in units, each a promise `within<target>`. */
  readonly targets: readonly number[];
}

const planFor = (queue: Queue, { unit, horizon }: Scale): PlanInput =>
  planOf({
    horizon,
    channels: [
      {
        id: 'phone',
        name: 'Phone',
        kind: 'phone',
        ...(queue.patience === undefined ? {} : { patience: queue.patience(unit) }),
        ...queue.channel?.(unit),
      },
    ],
    demand: [steadyDemand('calls', queue.arrivals / unit)],
    teams: [teamOf('team', queue.agents)],
    handling: [{ time: queue.handling?.(unit) ?? exponential(unit) }],
    promises: queue.targets.map((target) => ({
      id: `within${target}`,
      name: 'Within',
      clock: 'firstResponse' as const,
      targetSeconds: target * unit,
      shareToAttain: 0.8,
    })),
  });

/** Simulates the queue and holds it against its answers, which may need the scale. */
export function check(queue: Queue, answers: (scale: Scale) => readonly (ExactAnswer | null)[]): void {
  const scale = scaleFor(queue.arrivals, queue.contacts, queue.warmUpUnits);
  expectExactAnswers(
    planFor(queue, scale),
    answers(scale).filter((answer) => answer !== null),
  );
}

export interface FiniteRecord {
  readonly agents: number;
  readonly lines_total: number;
  readonly calls_per_hour: number;
  readonly aht_s: number;
  readonly mean_patience_s: number | null;
  readonly p_blocked: number;
  readonly p_wait: number;
  readonly p_abandon_of_offered: number;
  readonly mean_queue: number;
  readonly occupancy: number;
}

export function checkFinite(record: FiniteRecord): void {
  const arrivals = (record.calls_per_hour / 3600) * record.aht_s;
  const patience = record.mean_patience_s;
  const isQueued = record.mean_queue > 0;
  // The recorded probabilities are of all who call, these measures of those who found a line.
  const entered = 1 - record.p_blocked;
  const queue = {
    agents: record.agents,
    arrivals,
    channel: () => ({ lines: record.lines_total }),
    targets: [0],
    ...(patience === null
      ? {}
      : { patience: (unit: number) => exponential((patience / record.aht_s) * unit) }),
  };
  check(queue, ({ counted }) => {
    const offered = arrivals * counted;
    return [
      inTotal('offeredContacts', offered, 0.02 * offered),
      record.p_blocked > 1e-6 ? inTotal('blockedContacts', record.p_blocked * offered, 0.03 * offered) : null,
      inTotal('occupancyFraction', record.occupancy, 0.02),
      isQueued ? inTotal('queueLengthMeanContacts', record.mean_queue, 0.3 * record.mean_queue + 0.05) : null,
      isQueued ? promiseKept('within0', 1 - record.p_wait / entered, 0.08) : null,
      isQueued && patience !== null
        ? inTotal('abandonedFraction', record.p_abandon_of_offered / entered, 0.02)
        : null,
    ];
  });
}

export interface PatienceRecord {
  readonly agents: number;
  readonly calls_per_hour: number;
  readonly aht_s: number;
  readonly patience: { readonly kind: string; readonly mean_s: number };
  readonly awt_s: number;
  readonly p_wait: number;
  readonly p_abandon: number;
  readonly mean_queue: number;
  readonly p_served_within_T: number;
  readonly occupancy: number;
}

export function checkPatience(record: PatienceRecord, contacts = 4000): void {
  const mean = record.patience.mean_s / record.aht_s;
  const patience = (unit: number): LawInput =>
    record.patience.kind === 'det'
      ? { law: 'deterministic', seconds: mean * unit }
      : { law: 'uniform', lowSeconds: 0, highSeconds: 2 * mean * unit };
  const target = record.awt_s / record.aht_s;
  const arrivals = (record.calls_per_hour / 3600) * record.aht_s;
  const queue = {
    agents: record.agents,
    arrivals,
    patience,
    targets: [0, target],
    contacts,
    warmUpUnits: 30,
  };
  check(queue, () => [
    inTotal('abandonedFraction', record.p_abandon, 0.015),
    inTotal('queueLengthMeanContacts', record.mean_queue, 0.15 * record.mean_queue),
    inTotal('occupancyFraction', record.occupancy, 0.015),
    promiseKept('within0', 1 - record.p_wait, 0.045),
    promiseKept(`within${target}`, record.p_served_within_T, 0.045),
  ]);
}

export interface RetrialRecord {
  readonly id: string;
  readonly servers: number;
  readonly capacity: number;
  readonly lam: number;
  readonly retry_rate: number;
  readonly abandon_rate: number;
  readonly p_retry_after_block: number;
  readonly p_retry_after_abandon: number;
  readonly occupancy: number;
  readonly mean_queue: number;
  readonly mean_orbit: number;
  readonly attempt_rate: number;
  readonly p_blocked_per_attempt: number;
  readonly p_abandon_per_entered_attempt: number;
}

export function checkRetrial(record: RetrialRecord, contacts = 6000): void {
  const queue = {
    agents: record.servers,
    arrivals: record.lam,
    channel: (unit: number) => ({
      lines: record.capacity,
      redial: {
        share: record.p_retry_after_abandon,
        blockedShare: record.p_retry_after_block,
        delay: exponential(unit / record.retry_rate),
      },
    }),
    targets: [],
    contacts,
    // The orbit fills slowly.
    warmUpUnits: 120 + 10 / record.retry_rate,
    ...(record.abandon_rate === 0
      ? {}
      : { patience: (unit: number) => exponential(unit / record.abandon_rate) }),
  };
  check(queue, ({ counted }) => {
    const attempts = record.attempt_rate * counted;
    const blocked = record.p_blocked_per_attempt * attempts;
    return [
      inTotal('occupancyFraction', record.occupancy, 0.02),
      inTotal('redialContacts', attempts - record.lam * counted, 0.1 * attempts),
      record.p_blocked_per_attempt > 1e-6 ? inTotal('blockedContacts', blocked, 0.1 * attempts) : null,
      record.mean_queue > 0
        ? inTotal('queueLengthMeanContacts', record.mean_queue, 0.15 * record.mean_queue)
        : null,
      record.abandon_rate > 0
        ? inTotal('abandonedFraction', record.p_abandon_per_entered_attempt, 0.02)
        : null,
    ];
  });
}

export interface ChatRecord {
  readonly id: string;
  readonly agents: number;
  readonly max_concurrency: number;
  readonly lam: number;
  readonly per_chat_rates: readonly number[];
  readonly abandonment_rate: number;
  readonly routing: string;
  readonly queue_capacity: number | null;
  readonly p_wait_or_blocked: number;
  readonly p_blocked: number;
  readonly mean_queue: number;
  readonly p_abandon: number;
  readonly agent_utilization: number;
}

/** Chats at the speed of the number held; a unit is the mean handling of a single chat. */
export function checkChats(record: ChatRecord, contacts = 3000): void {
  const single = record.per_chat_rates[0] as number;
  const isLoss = record.queue_capacity === 0;
  const patience = single / record.abandonment_rate;
  const queue: Queue = {
    agents: record.agents,
    arrivals: record.lam / single,
    channel: () => ({
      kind: 'chat',
      concurrency: {
        limit: record.max_concurrency,
        speed: record.per_chat_rates.map((rate) => rate / single),
        newChatTo: record.routing === 'most' ? 'mostChats' : 'fewestChats',
      },
      ...(isLoss ? { waitingPlaces: 0 } : {}),
    }),
    targets: [0],
    contacts,
    ...(record.abandonment_rate === 0 ? {} : { patience: (unit) => exponential(patience * unit) }),
  };
  check(queue, ({ counted }) => {
    const offered = queue.arrivals * counted;
    return [
      inTotal('occupancyFraction', record.agent_utilization, 0.02),
      isLoss ? inTotal('blockedContacts', record.p_blocked * offered, 0.03 * offered) : null,
      isLoss ? null : promiseKept('within0', 1 - record.p_wait_or_blocked, 0.03),
      isLoss ? null : inTotal('abandonedFraction', record.p_abandon, 0.01),
      isLoss ? null : inTotal('queueLengthMeanContacts', record.mean_queue, 0.2 * record.mean_queue + 0.02),
    ];
  });
}

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
