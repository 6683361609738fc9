// Experiments on agents who hold several chats at once.
import { exactAnswer, type Given } from '../exactAnswer.ts';
import { inTotal, promiseKept } from '../figures.ts';
import { exponential } from '../planParts.ts';
import type { Experiment } from '../verificationCase.ts';
import { type Queue, queueExperiment } from './singleQueue.ts';

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
export function chatExperiment(record: ChatRecord, contacts = 3000): Experiment {
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
  return queueExperiment(queue, ({ counted }) => {
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

/** Chats of a team; times in units. */
export interface ChatTeam {
  readonly agents: number;
  readonly arrivals: number;
  /** Mean duration of a chat while its agent holds 1, 2, 3 ... */
  readonly handlingAt: readonly number[];
  readonly to: 'fewestChats' | 'mostChats';
  readonly patience?: number;
  readonly waitingPlaces?: number;
}

export const chatGiven = (team: ChatTeam): Given => ({
  agents: team.agents,
  contactsPerHour: team.arrivals * 3600,
  handlingSecondsAt: team.handlingAt,
  chatRouting: team.to,
  ...(team.patience === undefined ? {} : { patienceSeconds: team.patience }),
  ...(team.waitingPlaces === undefined ? {} : { waitingPlaces: team.waitingPlaces }),
});

/** The record of such chats by the chain `chat`. */
export function chatRecord(team: ChatTeam): ChatRecord {
  const exact = exactAnswer('chat', chatGiven(team));
  const blocked = exact.number('blocking');
  return {
    id: 'chain',
    agents: team.agents,
    max_concurrency: team.handlingAt.length,
    lam: team.arrivals,
    per_chat_rates: team.handlingAt.map((mean) => 1 / mean),
    abandonment_rate: team.patience === undefined ? 0 : 1 / team.patience,
    routing: team.to === 'mostChats' ? 'most' : 'least',
    queue_capacity: team.waitingPlaces ?? null,
    p_wait_or_blocked: exact.number('pWait') + blocked,
    p_blocked: blocked,
    mean_queue: exact.number('meanQueue'),
    p_abandon: exact.number('pAbandon'),
    agent_utilization: exact.number('occupancy'),
  };
}
