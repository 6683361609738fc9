// Exact answers of single queues, and the plans that must give them; shared by the quick tests and by the long run over all
// records. Rates are per unit, a unit is as many seconds as the wished number of contacts makes it.
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import {
  type ExactAnswer,
  expectExactAnswers,
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
    inTotal('queueLengthMeanContacts', record.mean_queue, 0.2 * record.mean_queue),
    inTotal('occupancyFraction', record.occupancy, 0.015),
    promiseKept('within0', 1 - record.p_wait, 0.06),
    promiseKept(`within${target}`, record.p_served_within_T, 0.06),
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
      isLoss ? null : promiseKept('within0', 1 - record.p_wait_or_blocked, 0.04),
      isLoss ? null : inTotal('abandonedFraction', record.p_abandon, 0.01),
      isLoss ? null : inTotal('queueLengthMeanContacts', record.mean_queue, 0.2 * record.mean_queue + 0.02),
    ];
  });
}
