import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import {
  hashKey,
  packPurpose,
  purpose,
  setStreamKey,
  uniformAt,
} from '../../../core/simulation/engine/streams.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

const hour = 3600;
type Leaving = 'finish' | 'handOver' | 'interrupt';
type Span = readonly [string, string, number];

/** Counts of one team on Monday; each call takes `seconds`. */
const counted = (
  leaving: Leaving,
  spans: readonly Span[],
  arrivals: readonly number[],
  seconds: number,
  more: Partial<PlanInput> = {},
): PlanInput =>
  planOf({
    demand: [recordedDemand('calls', arrivals)],
    teams: [
      teamOf(
        'team',
        1,
        {},
        {
          staffing: {
            kind: 'counts',
            counts: spans.map(([from, to, agents]) => ({ weekdays: ['monday'], from, to, agents })),
            leaving,
          },
        },
      ),
    ],
    handling: [{ time: deterministic(seconds) }],
    ...more,
  });

/** Two until one o'clock, then one. */
const twoThenOne: readonly Span[] = [
  ['00:00', '01:00', 2],
  ['01:00', '03:00', 1],
];
const steps = ['wait', 'answer', 'interrupted', 'talkEnd'] as const;

describe('a busy leaver', () => {
  it('who interrupts leaves the rest to the head of the line', () => {
    const input = counted('interrupt', twoThenOne, [hour - 30, hour - 20, hour - 10], 100);
    expect(storyOf(input, steps)).toEqual([
      `calls 0: answer team ${hour - 30}`,
      `calls 1: answer team ${hour - 20}`,
      `calls 2: wait team ${hour - 10}`,
      `calls 1: interrupted team ${hour}`,
      `calls 0: talkEnd ${hour + 70}`,
      `calls 1: answer team ${hour + 70}`,
      `calls 1: talkEnd ${hour + 150}`,
      `calls 2: answer team ${hour + 150}`,
      `calls 2: talkEnd ${hour + 250}`,
    ]);
    expect(countsOf(input).ofTeam('team', 'overRunSeconds')).toBe(0);
    expect(countsOf(input).ofTeam('team', 'busySeconds')).toBe(300);
  });

  it('who hands over leaves the rest to the end of the line, as a new visit', () => {
    const input = counted('handOver', twoThenOne, [hour - 30, hour - 20, hour - 10], 100);
    expect(storyOf(input, steps)).toEqual([
      `calls 0: answer team ${hour - 30}`,
      `calls 1: answer team ${hour - 20}`,
      `calls 2: wait team ${hour - 10}`,
      `calls 1: interrupted team ${hour}`,
      `calls 1: wait team ${hour}`,
      `calls 0: talkEnd ${hour + 70}`,
      `calls 2: answer team ${hour + 70}`,
      `calls 2: talkEnd ${hour + 170}`,
      `calls 1: answer team ${hour + 170}`,
      `calls 1: talkEnd ${hour + 250}`,
    ]);
    const counts = countsOf(input);
    expect([counts.ofClass('calls', 'visits'), counts.ofClass('calls', 'answered')]).toEqual([4, 4]);
    expect(counts.ofTeam('team', 'busySeconds')).toBe(300);
    expect(counts.ofTeam('team', 'offeredWorkSeconds')).toBe(300);
    expect(counts.ofClass('calls', 'resolvedHandlingSeconds')).toBe(300);
  });

  it('in wrap-up finishes, whatever the group says', () => {
    for (const leaving of ['interrupt', 'handOver'] as const) {
      const input = counted(leaving, [['00:00', '01:00', 1]], [hour - 60], 100, {
        handling: [{ time: deterministic(100), wrapUpShare: 0.5 }],
      });
      expect(storyOf(input, steps)).toEqual([
        `calls 0: answer team ${hour - 60}`,
        `calls 0: talkEnd ${hour - 10}`,
      ]);
      expect(countsOf(input).ofTeam('team', 'overRunSeconds')).toBe(40);
    }
  });

  it('with chats finishes, whatever the group says', () => {
    const input = counted('interrupt', [['00:00', '01:00', 1]], [hour - 60], 100, {
      channels: [{ id: 'phone', name: 'Chat', kind: 'chat', concurrency: { limit: 2, speed: [1, 1] } }],
    });
    expect(storyOf(input, steps)).toEqual([
      `calls 0: answer team ${hour - 60}`,
      `calls 0: talkEnd ${hour + 40}`,
    ]);
  });

  it('hands live work over to deferred work where the team has closed', () => {
    const input = counted(
      'handOver',
      [
        ['00:00', '01:00', 1],
        ['02:00', '03:00', 1],
      ],
      [hour - 30],
      100,
      {
        calendars: [
          {
            id: 'office',
            name: 'Office',
            weekly: [
              {
                weekdays: ['monday'],
                spans: [
                  { from: '00:00', to: '01:00' },
                  { from: '02:00', to: '03:00' },
                ],
              },
            ],
          },
        ],
        channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: deterministic(60) }],
      },
    );
    const closed: PlanInput = { ...input, teams: input.teams.map((team) => ({ ...team, hours: 'office' })) };
    expect(storyOf(closed, [...steps, 'abandon'])).toEqual([
      `calls 0: answer team ${hour - 30}`,
      `calls 0: interrupted team ${hour}`,
      `calls 0: wait team ${hour}`,
      `calls 0: answer team ${2 * hour}`,
      `calls 0: talkEnd ${2 * hour + 70}`,
    ]);
    // Open all day the team keeps it live, and its fresh patience ends after a minute.
    expect(storyOf(input, ['abandon'])).toEqual([`calls 0: abandon ${hour + 60}`]);
  });

  it('of a shift interrupts for the break, and the group’s only agent goes on after it', () => {
    const input = planOf({
      demand: [recordedDemand('calls', [12 * hour - 40])],
      shifts: [
        {
          id: 'early',
          name: 'Early',
          start: '08:00',
          end: '16:00',
          breaks: [{ start: '12:00', minutes: 30 }],
        },
      ],
      teams: [
        teamOf(
          'team',
          1,
          {},
          {
            staffing: {
              kind: 'shifts',
              assignments: [{ shift: 'early', weekdays: ['monday'], agents: 1 }],
              leaving: 'interrupt',
            },
          },
        ),
      ],
      handling: [{ time: deterministic(100) }],
    });
    expect(storyOf(input, steps)).toEqual([
      `calls 0: answer team ${12 * hour - 40}`,
      `calls 0: interrupted team ${12 * hour}`,
      `calls 0: answer team ${12.5 * hour}`,
      `calls 0: talkEnd ${12.5 * hour + 60}`,
    ]);
  });

  it('interrupts for any able agent, even where only the same one resumes what live work interrupted', () => {
    const input = counted('interrupt', twoThenOne, [hour - 30, hour - 20], 100);
    const same: PlanInput = {
      ...input,
      teams: input.teams.map((team) => ({
        ...team,
        groups: team.groups.map((group) => ({ ...group, resumedBySameAgent: true })),
      })),
    };
    expect(storyOf(same, ['answer']).at(-1)).toBe(`calls 1: answer team ${hour + 70}`);
  });

  it('takes the call back where the channel has closed and keeps its agents for those who wait', () => {
    const input = counted('interrupt', [['00:00', '01:00', 1]], [hour - 30], 100, {
      calendars: [
        {
          id: 'office',
          name: 'Office',
          weekly: [{ weekdays: ['monday'], spans: [{ from: '00:00', to: '01:00' }] }],
        },
      ],
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', hours: 'office' }],
    });
    expect(storyOf(input, steps)).toEqual([
      `calls 0: answer team ${hour - 30}`,
      `calls 0: interrupted team ${hour}`,
      `calls 0: answer team ${hour}`,
      `calls 0: talkEnd ${hour + 70}`,
    ]);
    expect(countsOf(input).ofTeam('team', 'overRunSeconds')).toBe(70);
  });
});

describe('leavers at random', () => {
  /** The uniform that picks, by its key. */
  const uniform = (left: number, second: number): number => {
    const [key0, key1] = hashKey('team');
    const key = { k0: 0, k1: 0 };
    setStreamKey(key, 1, 0, 0, 0, key0, key1, packPurpose(purpose.leaver, 0), left);
    return uniformAt(key.k0, key.k1, second);
  };

  it('are picked from all on duty by one uniform each, busy or not', () => {
    // Agents 0 ... 3 are there until one o'clock; 0 and 1 (the longest idle, by number) are busy then.
    const input = counted(
      'interrupt',
      [
        ['00:00', '01:00', 4],
        ['01:00', '03:00', 2],
      ],
      [hour - 30, hour - 20],
      100,
    );
    const random: PlanInput = {
      ...input,
      teams: [
        teamOf(
          'team',
          1,
          {},
          {
            staffing: { ...(input.teams[0]?.groups[0]?.staffing as object), leaverChoice: 'random' } as never,
          },
        ),
      ],
    };
    const onDuty = [0, 1, 2, 3];
    const left = [0, 1].map(
      (k) => onDuty.splice(Math.floor(uniform(k, hour) * onDuty.length), 1)[0] as number,
    );
    const interrupted = left
      .filter((agent) => agent < 2)
      .map((agent) => `calls ${agent}: interrupted team ${hour}`);
    expect(interrupted.length).toBeGreaterThan(0);
    expect(storyOf(random, ['interrupted'])).toEqual(interrupted);
    // By the shortest idle nobody who is busy leaves.
    expect(storyOf(input, ['interrupted'])).toEqual([]);
  });
});
