import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { storyOf } from '../../support/simulatePlan.ts';
import { issueTypes, planFor } from './rankedCalls.ts';

const steps = ['wait', 'answer', 'interrupted', 'talkEnd', 'abandon'] as const;

const phone = (more: Partial<PlanInput['channels'][number]>): PlanInput['channels'] => [
  { id: 'phone', name: 'Phone', kind: 'phone', ...more },
];

describe('preemption', () => {
  it('takes the agent of a contact of lower rank, whose rest goes on afterwards', () => {
    expect(storyOf(planFor({ usual: [0], urgent: [30] }, 1), steps)).toEqual([
      'usual 0: answer team 0',
      'usual 0: interrupted team 30',
      'urgent 0: answer team 30',
      'urgent 0: talkEnd 130',
      'usual 0: answer team 130',
      'usual 0: talkEnd 200',
    ]);
  });

  it('spares those who are not preemptible, and those of the same rank', () => {
    expect(storyOf(planFor({ firm: [0], usual: [200, 230], urgent: [30] }, 1), steps)).toEqual([
      'firm 0: answer team 0',
      'urgent 0: wait team 30',
      'firm 0: talkEnd 100',
      'urgent 0: answer team 100',
      'urgent 0: talkEnd 200',
      'usual 0: answer team 200',
      'usual 1: wait team 230',
      'usual 0: talkEnd 300',
      'usual 1: answer team 300',
      'usual 1: talkEnd 400',
    ]);
  });

  it('looks for a free agent first, then for the lowest rank, then for the one begun last', () => {
    const story = storyOf(planFor({ low: [0, 20], usual: [10], urgent: [30, 40, 50, 60, 70] }, 4), [
      'interrupted',
      'wait',
    ]);
    expect(story).toEqual([
      'low 1: interrupted team 40',
      'low 0: interrupted team 50',
      'usual 0: interrupted team 60',
      'urgent 4: wait team 70',
    ]);
  });

  it('counts a resumption as a beginning', () => {
    // usual 1 begins at 100, usual 0 goes on with its own agent at 105: at 110 it is the one begun last.
    const teams = [teamOf('team', 2, {}, { resumedBySameAgent: true })];
    const input = planFor({ firm: [0], usual: [0, 60], urgent: [5, 110] }, 2, { teams });
    expect(storyOf(input, ['answer', 'interrupted']).slice(2)).toEqual([
      'usual 0: interrupted team 5',
      'urgent 0: answer team 5',
      'usual 1: answer team 100',
      'usual 0: answer team 105',
      'usual 0: interrupted team 110',
      'urgent 1: answer team 110',
      'usual 0: answer team 210',
    ]);
  });

  it('leaves wrap-up alone, and keeps the whole of it for later', () => {
    const handling: PlanInput['handling'] = [{ time: deterministic(100), wrapUpShare: 0.5 }];
    expect(storyOf(planFor({ usual: [0], urgent: [60] }, 1, { handling }), steps)).toEqual([
      'usual 0: answer team 0',
      'usual 0: talkEnd 50',
      'urgent 0: wait team 60',
      'urgent 0: answer team 100',
      'urgent 0: talkEnd 150',
    ]);
    // 20 s of talk are left at 130, and all 50 s of wrap-up: the next contact begins at 200.
    const interrupted = planFor({ usual: [0, 140], urgent: [30] }, 1, { handling });
    expect(storyOf(interrupted, ['answer', 'talkEnd'])).toEqual([
      'usual 0: answer team 0',
      'urgent 0: answer team 30',
      'urgent 0: talkEnd 80',
      'usual 0: answer team 130',
      'usual 0: talkEnd 150',
      'usual 1: answer team 200',
      'usual 1: talkEnd 250',
    ]);
  });

  it('puts the interrupted one before those who were not begun, whatever their order keys', () => {
    // By deadline the row of short promises would come first.
    const short = { id: 'short', name: 'Short', priority: 5 };
    const input = planFor({ usual: [0], urgent: [30] }, 1);
    const story = storyOf(
      {
        ...input,
        issueTypes: [...issueTypes, short],
        demand: [...input.demand, recordedDemand('short', [10], { issueType: 'short' })],
        teams: [teamOf('team', 1, { waitingOrder: 'deadline' })],
        promises: ['short', 'usual'].map((id) => ({
          id,
          name: id,
          applies: { issueTypes: [id] },
          clock: 'resolution' as const,
          targetSeconds: id === 'short' ? 20 : 9000,
          shareToAttain: 0.8,
        })),
      },
      ['answer'],
    );
    expect(story).toEqual([
      'usual 0: answer team 0',
      'urgent 0: answer team 30',
      'usual 0: answer team 130',
      'short 0: answer team 200',
    ]);
  });

  it('keeps the patience that has not been waited: the whole of it where the contact was served at once', () => {
    const channels = phone({ patience: deterministic(50) });
    expect(
      storyOf(planFor({ usual: [0], urgent: [30] }, 1, { channels }), ['interrupted', 'abandon']),
    ).toEqual(['usual 0: interrupted team 30', 'usual 0: abandon 80']);
    // From 60 to 100 it waited 40 of its 50 seconds.
    expect(
      storyOf(planFor({ firm: [0], usual: [60], urgent: [120] }, 1, { channels }), [
        'interrupted',
        'abandon',
      ]),
    ).toEqual(['usual 0: interrupted team 120', 'usual 0: abandon 130']);
  });

  it('begins a handling anew for who left in the second wait and redials', () => {
    const channels = phone({
      patience: deterministic(50),
      redial: { share: 1, delay: deterministic(1000), samePatience: false },
    });
    expect(
      storyOf(planFor({ usual: [0], urgent: [30] }, 1, { channels }), ['abandon', 'answer', 'talkEnd']),
    ).toEqual([
      'usual 0: answer team 0',
      'urgent 0: answer team 30',
      'usual 0: abandon 80',
      'urgent 0: talkEnd 130',
      'usual 0: answer team 1080',
      'usual 0: talkEnd 1180',
    ]);
  });

  it('takes an agent before it is blocked for want of a waiting place, and the interrupted one is never blocked', () => {
    const channels = phone({ waitingPlaces: 0 });
    expect(storyOf(planFor({ usual: [0], urgent: [30] }, 1, { channels }), ['blocked', 'answer'])).toEqual([
      'usual 0: answer team 0',
      'urgent 0: answer team 30',
      'usual 0: answer team 130',
    ]);
  });

  it('leaves the last line to those who have it: without one no agent can be reached', () => {
    const channels = phone({ lines: 1 });
    expect(
      storyOf(planFor({ usual: [0], urgent: [30] }, 1, { channels }), ['blocked', 'interrupted']),
    ).toEqual(['urgent 0: blocked 30']);
  });
});

describe('preemption between live and deferred work', () => {
  const mixed = (calls: number, mails: number): PlanInput =>
    planOf({
      issueTypes: [{ id: 'question', name: 'Question', preemptible: true }],
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone' },
        { id: 'email', name: 'E-mail', kind: 'email' },
      ],
      demand: [
        recordedDemand('first', [0], {
          channel: calls < mails ? 'email' : 'phone',
          priority: Math.max(calls, mails),
        }),
        recordedDemand('second', [30], {
          channel: calls < mails ? 'phone' : 'email',
          priority: Math.min(calls, mails),
        }),
      ],
      teams: [teamOf('team', 1)],
      handling: [{ time: deterministic(100) }],
    });

  it('lets a call interrupt a mail of lower rank, and no mail a call', () => {
    expect(storyOf(mixed(3, 4), ['interrupted'])).toEqual(['first 0: interrupted team 30']);
    expect(storyOf(mixed(4, 3), ['interrupted'])).toEqual([]);
  });

  it('lets a mail of higher rank interrupt a mail, unless the reserve holds it back', () => {
    const input = (reservedForLive: number): PlanInput => ({
      ...planFor({ usual: [0], urgent: [30] }, 2),
      channels: phone({ kind: 'email' }),
      teams: [teamOf('team', 2, {}, { reservedForLive })],
    });
    // With a reserve of one, one of two agents works; one is idle and the one set free would make two.
    expect(storyOf(input(1), ['interrupted', 'answer'])).toEqual([
      'usual 0: answer team 0',
      'usual 0: interrupted team 30',
      'urgent 0: answer team 30',
      'usual 0: answer team 130',
    ]);
    expect(storyOf(input(0), ['interrupted'])).toEqual([]);
  });
});
