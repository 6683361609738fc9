import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, simulatePlan, storyOf } from '../../support/simulatePlan.ts';

const plan = (arrivals: readonly number[], parts: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    demand: [recordedDemand('calls', arrivals)],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(100) }],
    ...parts,
  });
const steps = ['wait', 'answer', 'talkEnd'] as const;

describe('wrap-up', () => {
  const input = plan([0, 10], { handling: [{ time: deterministic(100), wrapUpShare: 0.25 }] });

  it('holds the agent, not the customer', () => {
    expect(storyOf(input, steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 10',
      'calls 0: talkEnd 75',
      'calls 1: answer team 100',
      'calls 1: talkEnd 175',
    ]);
    const counts = countsOf(input);
    expect(counts.ofTeam('team', 'busySeconds')).toBe(200);
    // Resolved 75 s and 165 s after arrival; the agents spent 100 s on each.
    expect(counts.ofClass('calls', 'resolutionSeconds')).toBe(240);
    expect(counts.ofClass('calls', 'resolvedHandlingSeconds')).toBe(200);
  });

  it('does not hold a line of the channel', () => {
    const lines = plan([0, 80], {
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', lines: 1 }],
      handling: [{ time: deterministic(100), wrapUpShare: 0.25 }],
    });
    expect(storyOf(lines, ['blocked', ...steps])).toEqual([
      'calls 0: answer team 0',
      'calls 0: talkEnd 75',
      'calls 1: wait team 80',
      'calls 1: answer team 100',
      'calls 1: talkEnd 175',
    ]);
  });
});

describe('proficiency', () => {
  it('divides the handling time', () => {
    const teams = [teamOf('team', 1, {}, { proficiency: [{ when: { issueTypes: ['question'] }, factor: 1.25 }] })];
    expect(storyOf(plan([0], { teams }), ['talkEnd'])).toEqual(['calls 0: talkEnd 80']);
  });
});

describe('the first handling rule that fits', () => {
  it('gives the law', () => {
    const handling: PlanInput['handling'] = [
      { when: { priorities: [1] }, time: deterministic(30) },
      { time: deterministic(100) },
    ];
    const demand = [recordedDemand('urgent', [0], { priority: 1 }), recordedDemand('calls', [200])];
    expect(storyOf(plan([], { handling, demand }), ['talkEnd'])).toEqual([
      'urgent 0: talkEnd 30',
      'calls 0: talkEnd 300',
    ]);
  });
});

describe('concurrent chats', () => {
  const chats = (
    arrivals: readonly number[],
    speed: readonly number[],
    parts: Partial<PlanInput> = {},
    newChatTo: 'fewestChats' | 'mostChats' = 'fewestChats',
  ): PlanInput =>
    plan(arrivals, {
      channels: [
        {
          id: 'phone',
          name: 'Chat',
          kind: 'chat',
          concurrency: { limit: speed.length, speed: [...speed], newChatTo },
        },
      ],
      ...parts,
    });

  it('share the agent: each goes on at the speed of the number held', () => {
    // Alone until 40 (40 done), then both at 0.5: the first needs 120 s more and ends at 160, when the second has 60
    // done; alone again it needs 40 s more.
    expect(storyOf(chats([0, 40], [1, 0.5]), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: answer team 40',
      'calls 0: talkEnd 160',
      'calls 1: talkEnd 200',
    ]);
  });

  it('wait when every place is taken, and follow at once', () => {
    expect(storyOf(chats([0, 0, 10], [1, 1]), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: answer team 0',
      'calls 2: wait team 10',
      'calls 0: talkEnd 100',
      'calls 2: answer team 100',
      'calls 1: talkEnd 100',
      'calls 2: talkEnd 200',
    ]);
  });

  it('work their wrap-up at the speed of chats, and keep the place until it is over', () => {
    const handling: PlanInput['handling'] = [{ time: deterministic(100), wrapUpShare: 0.5 }];
    // The first talk of 50 s ends at 50; from then on wrap-up and the second chat run at 0.5 each.
    const input = chats([0, 50, 60], [1, 0.5], { handling });
    expect(storyOf(input, steps)).toEqual([
      'calls 0: answer team 0',
      'calls 0: talkEnd 50',
      'calls 1: answer team 50',
      'calls 2: wait team 60',
      'calls 1: talkEnd 150',
      'calls 2: answer team 150',
      'calls 2: talkEnd 250',
    ]);
    expect(countsOf(input).ofTeam('team', 'busySeconds')).toBe(300);
  });

  it('go to the agent with the fewest chats, or with the most', () => {
    const teams = [
      { id: 'team', name: 'Team', groups: [teamOf('a', 1), teamOf('b', 1)].map(({ groups: [group] }) => group as NonNullable<typeof group>) },
    ];
    const groups = (how: 'fewestChats' | 'mostChats'): string[] =>
      storyOf(chats([0, 1, 2], [1, 1, 1], { teams }, how), ['answer']).map((line) => line.split(' ')[3] ?? '');
    const fewest = groups('fewestChats');
    expect(fewest[0]).not.toBe(fewest[1]);
    // Both hold one: the one whose last chat began earlier.
    expect(fewest[2]).toBe(fewest[0]);
    const most = groups('mostChats');
    expect(new Set(most).size).toBe(1);
  });

  it('do not mix with another channel at the same agent', () => {
    const channels: PlanInput['channels'] = [
      { id: 'chat', name: 'Chat', kind: 'chat', concurrency: { limit: 3, speed: [1, 1, 1] } },
      { id: 'phone', name: 'Phone', kind: 'phone' },
    ];
    const demand = [
      recordedDemand('chats', [0, 20], { channel: 'chat' }),
      recordedDemand('calls', [10], { priority: 1 }),
    ];
    expect(storyOf(plan([], { channels, demand }), steps)).toEqual([
      'chats 0: answer team 0',
      'calls 0: wait team 10',
      'chats 1: answer team 20',
      'chats 0: talkEnd 100',
      'chats 1: talkEnd 120',
      'calls 0: answer team 120',
      'calls 0: talkEnd 220',
    ]);
  });
});

describe('occupancy and load', () => {
  it('count busy time of the time on duty', () => {
    const { result } = simulatePlan(plan([0, 10], { teams: [teamOf('team', 2)] }));
    expect(result.teams.team?.occupancyFraction?.value).toBeCloseTo(200 / (2 * 86_400), 12);
    expect(result.teams.team?.loadFraction?.value).toBeCloseTo(200 / (2 * 86_400), 12);
  });
});
