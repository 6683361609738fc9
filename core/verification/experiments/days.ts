// Experiments on days whose contacts and agents change every half hour.
import type { PlanInput } from '../../plan/schema/plan.ts';
import { exactAnswer, type Given } from '../exactAnswer.ts';
import { inInterval, keptInInterval } from '../figures.ts';
import { exponential, type LawInput, planOf, teamOf } from '../planParts.ts';
import type { Experiment } from '../verificationCase.ts';

const clock = (interval: number): string =>
  `${String(Math.floor(interval / 2)).padStart(2, '0')}:${interval % 2 === 0 ? '00' : '30'}`;

export interface Day {
  readonly calls: readonly number[];
  readonly staff: readonly number[];
  readonly handling: LawInput;
  readonly patience?: LawInput;
  readonly targetSeconds: number;
  /** What busy agents do when their time is over; they finish unless it says otherwise. */
  readonly leaving?: 'finish' | 'interrupt';
}

/** A Monday of half hours from midnight on, with so many calls and agents in each; nothing after them. */
export const dayPlan = ({
  calls,
  staff,
  handling,
  patience,
  targetSeconds,
  leaving = 'finish',
}: Day): PlanInput =>
  planOf({
    channels: [
      { id: 'phone', name: 'Phone', kind: 'phone', ...(patience === undefined ? {} : { patience }) },
    ],
    profiles: [
      {
        id: 'day',
        name: 'Day',
        timeOfDay: [{ weekdays: ['monday'], intervalMinutes: 30, weights: [...calls] }],
      },
    ],
    demand: [
      {
        id: 'calls',
        issueType: 'question',
        channel: 'phone',
        profile: 'day',
        volume: { contacts: calls.reduce((sum, count) => sum + count, 0), per: 'day' },
      },
    ],
    teams: [
      teamOf(
        'team',
        1,
        {},
        {
          staffing: {
            kind: 'counts',
            leaving,
            counts: staff.map((agents, i) => ({
              weekdays: ['monday'],
              from: clock(i),
              to: clock(i + 1),
              agents,
            })),
          },
        },
      ),
    ],
    handling: [{ time: handling }],
    promises: [{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds, shareToAttain: 0.8 }],
  });

export interface DayRecord {
  readonly id: string;
  readonly calls: readonly number[];
  readonly staff: readonly number[];
  readonly aht_s: number;
  readonly patience_s: number;
  readonly awt_s: number;
  readonly shift_end_rule: string;
  readonly rows: readonly { readonly mean_queue: number; readonly service_level_offered: number }[];
}

/** Every interval but the last, whose calls wait beyond the end of the day; widths are half-widths that must be reached. */
export function dayExperiment(
  record: DayRecord,
  replications: number,
  { level, queueShare }: { readonly level: number; readonly queueShare: number },
): Experiment {
  const plan = dayPlan({
    calls: record.calls,
    staff: record.staff,
    handling: exponential(record.aht_s),
    patience: exponential(record.patience_s),
    targetSeconds: record.awt_s,
    leaving: record.shift_end_rule === 'preempt' ? 'interrupt' : 'finish',
  });
  const figures = record.rows
    .slice(0, -1)
    .flatMap((row, i) => [
      keptInInterval('soon', i, row.service_level_offered, level),
      inInterval('queueLengthMeanContacts', i, row.mean_queue, queueShare * row.mean_queue + 0.02),
    ]);
  return { plan, replications, figures };
}

/** A day in half hours from empty. */
export interface StaffedDay {
  readonly calls: readonly number[];
  readonly staff: readonly number[];
  readonly handlingSeconds: number;
  readonly patienceSeconds: number;
  readonly targetSeconds: number;
  readonly shiftEnd: 'finish' | 'handBack';
}

export const dayGiven = (day: StaffedDay): Given => ({
  intervalSeconds: 1800,
  contacts: day.calls,
  agents: day.staff,
  handlingSeconds: day.handlingSeconds,
  patienceSeconds: day.patienceSeconds,
  targetSeconds: day.targetSeconds,
  shiftEnd: day.shiftEnd,
});

/** The record of a day by the formula `day`, which follows the chain through time. */
export function dayRecord(day: StaffedDay): DayRecord {
  const exact = exactAnswer('day', dayGiven(day));
  return {
    id: 'day',
    calls: day.calls,
    staff: day.staff,
    aht_s: day.handlingSeconds,
    patience_s: day.patienceSeconds,
    awt_s: day.targetSeconds,
    shift_end_rule: day.shiftEnd === 'finish' ? 'finish_idle_first' : 'preempt',
    rows: day.calls.map((_, k) => ({
      mean_queue: exact.number('meanQueue', k),
      service_level_offered: exact.number('serviceLevel', k),
    })),
  };
}
