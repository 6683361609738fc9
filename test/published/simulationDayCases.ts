// Days whose calls and agents change every half hour, and the exact courses that they must take.
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { exponential, type LawInput, planOf, teamOf } from '../support/plans.ts';
import { type ExactAnswer, expectExactAnswers } from '../support/steadyState.ts';

const clock = (interval: number): string =>
  `${String(Math.floor(interval / 2)).padStart(2, '0')}:${interval % 2 === 0 ? '00' : '30'}`;

export interface Day {
  readonly calls: readonly number[];
  readonly staff: readonly number[];
  readonly handling: LawInput;
  readonly patience?: LawInput;
  readonly targetSeconds: number;
}

/** A Monday of half hours from midnight on, with so many calls and agents in each; nothing after them. */
export const dayPlan = ({ calls, staff, handling, patience, targetSeconds }: Day): PlanInput =>
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

/** A value of a series in one interval. */
export const inInterval = (
  measure: string,
  interval: number,
  exact: number,
  halfWidth: number,
): ExactAnswer => ({
  name: `${measure} in interval ${interval}`,
  of: (result) => {
    const scope = measure === 'serviceLevelFraction' ? 'promises' : 'total';
    const line = result.series.find((series) => series.measure === measure && series.scope === scope);
    return { value: line?.values[interval] ?? null, halfWidth: line?.halfWidths[interval] ?? null };
  },
  exact,
  halfWidth,
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
export function checkDay(
  record: DayRecord,
  replications: number,
  { level, queueShare }: { readonly level: number; readonly queueShare: number },
): void {
  const input = dayPlan({
    calls: record.calls,
    staff: record.staff,
    handling: exponential(record.aht_s),
    patience: exponential(record.patience_s),
    targetSeconds: record.awt_s,
  });
  const answers = record.rows
    .slice(0, -1)
    .flatMap((row, i) => [
      inInterval('serviceLevelFraction', i, row.service_level_offered, level),
      inInterval('queueLengthMeanContacts', i, row.mean_queue, queueShare * row.mean_queue + 0.02),
    ]);
  expectExactAnswers(input, answers, { replications });
}
