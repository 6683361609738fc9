import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { hashKey } from '../../../core/simulation/engine/streams.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { storyOf } from '../../support/simulatePlan.ts';

type Group = PlanInput['teams'][number]['groups'][number];
type Arrivals = Readonly<Record<string, readonly number[]>>;

/** Rows named `<issue type>.<channel>`, for a team of one; each contact takes 100 s. */
const planFor = (arrivals: Arrivals, group: Partial<Group>, more: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    channels: [
      { id: 'phone', name: 'Phone', kind: 'phone' },
      { id: 'email', name: 'E-mail', kind: 'email' },
    ],
    issueTypes: [
      { id: 'urgent', name: 'Urgent', priority: 1 },
      { id: 'usual', name: 'Usual', priority: 5 },
    ],
    demand: Object.entries(arrivals).map(([id, times]) => {
      const [issueType, channel] = id.split('.') as [string, string];
      return recordedDemand(id, times, { issueType, channel });
    }),
    teams: [teamOf('team', 1, {}, group)],
    handling: [{ time: deterministic(100) }],
    ...more,
  });

const answered = (input: PlanInput): readonly string[] =>
  storyOf(input, ['answer']).map((line) => line.replace(': answer team', ''));

describe('a fixed list', () => {
  // The first mail keeps the agent busy until 100; then four contacts wait, one of each row.
  const waiting: Arrivals = {
    'usual.email': [0, 40],
    'urgent.email': [30],
    'usual.phone': [20],
    'urgent.phone': [50],
  };

  it('is not needed for the usual order: live before deferred, then by priority', () => {
    expect(answered(planFor(waiting, {}))).toEqual([
      'usual.email 0 0',
      'urgent.phone 0 100',
      'usual.phone 0 200',
      'urgent.email 0 300',
      'usual.email 1 400',
    ]);
  });

  it('looks at its filters in their order; who fits none comes last, in the usual order', () => {
    const queueList = [
      { issueTypes: ['usual'], channels: ['email'] },
      { priorities: [1], channels: ['email'] },
    ];
    expect(answered(planFor(waiting, { order: 'fixedList', queueList }))).toEqual([
      'usual.email 0 0',
      'usual.email 1 100',
      'urgent.email 0 200',
      'urgent.phone 0 300',
      'usual.phone 0 400',
    ]);
  });

  it('takes those of one filter by their order key, whatever their kind and priority', () => {
    const queueList = [{ teams: ['team'] }];
    expect(answered(planFor(waiting, { order: 'fixedList', queueList }))).toEqual([
      'usual.email 0 0',
      'usual.phone 0 100',
      'urgent.email 0 200',
      'usual.email 1 300',
      'urgent.phone 0 400',
    ]);
  });

  it('without entries is the usual order', () => {
    expect(answered(planFor(waiting, { order: 'fixedList', queueList: [] }))).toEqual(
      answered(planFor(waiting, {})),
    );
  });

  it('asks for the tier of the line in which the contact stands', () => {
    const queueList = [{ tiers: ['two'] }];
    const input = planFor(
      { 'urgent.phone': [0, 10], 'usual.phone': [20] },
      {},
      {
        tiers: [
          { id: 'one', name: 'One' },
          { id: 'two', name: 'Two' },
        ],
        teams: [
          teamOf('first', 0, { tier: 'one' }),
          teamOf('second', 1, { tier: 'two' }, { id: 'team', order: 'fixedList', queueList }),
        ],
        routing: [
          { when: { tiers: ['one'], issueTypes: ['usual'] }, entries: [{ teams: ['second'] }] },
          {
            when: { tiers: ['one'] },
            entries: [{ teams: ['first'] }, { teams: ['second'], afterSeconds: 0 }],
          },
        ],
      },
    );
    // The line of the usual calls is the second team's own, that of the urgent ones belongs to the first team.
    expect(answered(input)).toEqual(['urgent.phone 0 0', 'usual.phone 0 100', 'urgent.phone 1 200']);
  });

  it('holds the reserve', () => {
    const input = planFor(
      { 'usual.phone': [0, 0, 20], 'usual.email': [10] },
      {},
      {
        teams: [
          teamOf(
            'team',
            2,
            {},
            { order: 'fixedList', queueList: [{ channels: ['email'] }], reservedForLive: 1 },
          ),
        ],
      },
    );
    // Both are free at 100: the first one freed is alone then, and takes the call.
    expect(answered(input)).toEqual([
      'usual.phone 0 0',
      'usual.phone 1 0',
      'usual.phone 2 100',
      'usual.email 0 200',
    ]);
  });
});

describe('the longest queue', () => {
  it('is that of the row in which most wait; of equal ones that of the smaller stream key', () => {
    const input = planFor(
      { 'usual.phone': [0, 10], 'urgent.email': [20, 30], 'usual.email': [40, 50] },
      { order: 'longestQueue' },
    );
    const byKey = (rows: readonly string[]): readonly string[] =>
      rows.toSorted((a, b) => hashKey(a)[0] - hashKey(b)[0]);
    // At 100 one call waits and two mails of each row: the smaller key, then the other row, then one of each.
    expect(answered(input).map((line) => line.split(' ')[0])).toEqual([
      'usual.phone',
      ...byKey(['urgent.email', 'usual.email']),
      ...byKey(['urgent.email', 'usual.email', 'usual.phone']),
    ]);
  });

  it('counts by the filters of its list, of equal ones the first; who fits none is one queue more', () => {
    const queueList = [{ channels: ['email'] }, { issueTypes: ['urgent'] }];
    const input = planFor(
      { 'usual.phone': [0, 10, 20], 'urgent.phone': [15], 'usual.email': [30], 'urgent.email': [40] },
      { order: 'longestQueue', queueList },
    );
    // At 100: mails 2, urgent calls 1, others 2: mails. At 200: 1, 1, 2: others. At 300: 1, 1, 1: mails.
    expect(answered(input)).toEqual([
      'usual.phone 0 0',
      'usual.email 0 100',
      'usual.phone 1 200',
      'urgent.email 0 300',
      'urgent.phone 0 400',
      'usual.phone 2 500',
    ]);
  });

  it('does not count those who have left', () => {
    const input = planFor(
      { 'usual.phone': [0, 10, 20], 'urgent.phone': [30] },
      { order: 'longestQueue', queueList: [{ issueTypes: ['usual'] }] },
      { channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: deterministic(75) }] },
    );
    // The usual calls leave at 85 and 95.
    expect(answered(input)).toEqual(['usual.phone 0 0', 'urgent.phone 0 100']);
  });

  it('counts only those whom the agent may take: no overflow that is not due, no deferred work against the reserve', () => {
    const overflowing = planFor(
      { 'usual.phone': [0, 95, 120, 121], 'urgent.phone': [60, 61] },
      {},
      {
        teams: [
          teamOf('other', 0),
          teamOf('team', 1, {}, { order: 'longestQueue', queueList: [{ issueTypes: ['usual'] }] }),
        ],
        routing: [
          {
            when: { issueTypes: ['usual'] },
            entries: [{ teams: ['other'] }, { teams: ['team'], afterSeconds: 50 }],
          },
          { when: {}, entries: [{ teams: ['team'] }] },
        ],
      },
    );
    // At 150 three usual calls wait, but only that of 95 has waited long enough: two urgent ones are more.
    expect(answered(overflowing)).toEqual([
      'usual.phone 0 50',
      'urgent.phone 0 150',
      'usual.phone 1 250',
      'usual.phone 2 350',
      'usual.phone 3 450',
      'urgent.phone 1 550',
    ]);
    const reserved = planFor(
      { 'usual.phone': [0, 10], 'usual.email': [20, 30, 40] },
      { order: 'longestQueue', reservedForLive: 1 },
    );
    expect(answered(reserved)).toEqual(['usual.phone 0 0', 'usual.phone 1 100']);
  });

  it('resumes interrupted work first inside its queue, and counts it', () => {
    const input = planFor(
      { 'usual.email': [0, 10], 'usual.phone': [30] },
      { order: 'longestQueue', queueList: [{ channels: ['email'] }], deferredInterruptible: true },
    );
    expect(storyOf(input, ['answer', 'interrupted'])).toEqual([
      'usual.email 0: answer team 0',
      'usual.email 0: interrupted team 30',
      'usual.phone 0: answer team 30',
      'usual.email 0: answer team 130',
      'usual.email 1: answer team 200',
    ]);
  });
});
