// Experiments on one queue whose lines, patience or callers' patience with a busy tone are limited.
import { exactAnswer, type Given } from '../exactAnswer.ts';
import { inTotal, promiseKept } from '../figures.ts';
import { exponential, type LawInput } from '../planParts.ts';
import type { Experiment } from '../verificationCase.ts';
import { queueExperiment } from './singleQueue.ts';

/** A queue with limited lines, and what is known of it: probabilities of all who call. */
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

export function finiteExperiment(record: FiniteRecord, contacts?: number): Experiment {
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
    ...(contacts === undefined ? {} : { contacts }),
    ...(patience === null
      ? {}
      : { patience: (unit: number) => exponential((patience / record.aht_s) * unit) }),
  };
  return queueExperiment(queue, ({ counted }) => {
    const offered = arrivals * counted;
    const { mean_queue: queued } = record;
    return [
      inTotal('offeredContacts', offered, 0.02 * offered),
      record.p_blocked > 1e-6 ? inTotal('blockedContacts', record.p_blocked * offered, 0.03 * offered) : null,
      inTotal('occupancyFraction', record.occupancy, 0.02),
      isQueued ? inTotal('queueLengthMeanContacts', queued, 0.3 * queued + 0.05) : null,
      isQueued ? promiseKept('within0', 1 - record.p_wait / entered, 0.08) : null,
      isQueued && patience !== null
        ? inTotal('abandonedFraction', record.p_abandon_of_offered / entered, 0.02)
        : null,
    ];
  });
}

/** The record of a queue with limited lines by the formula `finite-lines`. */
export function finiteRecord(given: Given): FiniteRecord {
  const exact = exactAnswer('finite-lines', given);
  const patience = given['patienceSeconds'];
  return {
    agents: given['agents'] as number,
    lines_total: given['lines'] as number,
    calls_per_hour: given['contactsPerHour'] as number,
    aht_s: given['handlingSeconds'] as number,
    mean_patience_s: typeof patience === 'number' ? patience : null,
    p_blocked: exact.number('blocking'),
    p_wait: exact.number('pWait'),
    p_abandon_of_offered: exact.number('pAbandon'),
    mean_queue: exact.number('meanQueue'),
    occupancy: exact.number('occupancy'),
  };
}

/** A queue whose patience is fixed or uniform. */
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

const patienceLaw = ({ kind, mean_s: mean }: PatienceRecord['patience'], scale: number): LawInput =>
  kind === 'det'
    ? { law: 'deterministic', seconds: mean * scale }
    : { law: 'uniform', lowSeconds: 0, highSeconds: 2 * mean * scale };

export function patienceExperiment(record: PatienceRecord, contacts = 4000): Experiment {
  const target = record.awt_s / record.aht_s;
  const arrivals = (record.calls_per_hour / 3600) * record.aht_s;
  const queue = {
    agents: record.agents,
    arrivals,
    patience: (unit: number) => patienceLaw(record.patience, unit / record.aht_s),
    targets: [0, target],
    contacts,
    warmUpUnits: 30,
  };
  return queueExperiment(queue, () => [
    inTotal('abandonedFraction', record.p_abandon, 0.015),
    inTotal('queueLengthMeanContacts', record.mean_queue, 0.2 * record.mean_queue),
    inTotal('occupancyFraction', record.occupancy, 0.015),
    promiseKept('within0', 1 - record.p_wait, 0.06),
    promiseKept(`within${target}`, record.p_served_within_T, 0.06),
  ]);
}

export interface PatientQueue {
  readonly agents: number;
  readonly contactsPerHour: number;
  readonly handlingSeconds: number;
  readonly patience: PatienceRecord['patience'];
  readonly targetSeconds: number;
}

export const patienceGiven = ({ patience, ...queue }: PatientQueue): Given => ({
  ...queue,
  patience: patienceLaw(patience, 1),
});

/** The record of a queue with such a patience by the formula `patience-law`, exact for exponential handling. */
export function patienceRecord(queue: PatientQueue): PatienceRecord {
  const exact = exactAnswer('patience-law', patienceGiven(queue));
  return {
    agents: queue.agents,
    calls_per_hour: queue.contactsPerHour,
    aht_s: queue.handlingSeconds,
    patience: queue.patience,
    awt_s: queue.targetSeconds,
    p_wait: exact.number('pWait'),
    p_abandon: exact.number('pAbandon'),
    mean_queue: exact.number('meanQueue'),
    p_served_within_T: exact.number('serviceLevel'),
    occupancy: exact.number('occupancy'),
  };
}

/** Callers who are turned away or leave, and try again; rates per handling time. */
export interface RetrialRecord {
  readonly id: string;
  readonly servers: number;
  readonly capacity: number;
  readonly lam: number;
  readonly retry_rate: number;
  readonly abandon_rate: number;
  readonly p_retry_after_block: number;
  readonly p_retry_after_abandon: number;
  readonly mean_orbit: number;
  readonly occupancy: number;
  readonly mean_queue: number;
  readonly attempt_rate: number;
  readonly p_blocked_per_attempt: number;
  readonly p_abandon_per_entered_attempt: number;
}

export function retrialExperiment(record: RetrialRecord, contacts = 6000): Experiment {
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
  return queueExperiment(queue, ({ counted }) => {
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

export interface Retrials {
  readonly agents: number;
  readonly lines: number;
  readonly arrivals: number;
  readonly patience?: number;
  readonly retryDelay: number;
  readonly retryAfterBlock: number;
  readonly retryAfterAbandon: number;
}

export const retrialGiven = (queue: Retrials): Given => ({
  agents: queue.agents,
  lines: queue.lines,
  contactsPerHour: queue.arrivals * 3600,
  handlingSeconds: 1,
  ...(queue.patience === undefined ? {} : { patienceSeconds: queue.patience }),
  retryDelaySeconds: queue.retryDelay,
  retryAfterBlock: queue.retryAfterBlock,
  retryAfterAbandon: queue.retryAfterAbandon,
});

/** The record of such callers by the chain `retrial`. */
export function retrialRecord(queue: Retrials): RetrialRecord {
  const exact = exactAnswer('retrial', retrialGiven(queue));
  return {
    id: 'chain',
    servers: queue.agents,
    capacity: queue.lines,
    lam: queue.arrivals,
    retry_rate: 1 / queue.retryDelay,
    abandon_rate: queue.patience === undefined ? 0 : 1 / queue.patience,
    p_retry_after_block: queue.retryAfterBlock,
    p_retry_after_abandon: queue.retryAfterAbandon,
    mean_orbit: exact.number('meanOrbit'),
    occupancy: exact.number('occupancy'),
    mean_queue: exact.number('meanQueue'),
    attempt_rate: exact.number('attemptsPerHour') / 3600,
    p_blocked_per_attempt: exact.number('blocking'),
    p_abandon_per_entered_attempt: queue.patience === undefined ? 0 : exact.number('pAbandon'),
  };
}
