import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, groupOf, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

type Group = NonNullable<PlanInput['teams'][number]['groups']>[number];

const channels: PlanInput['channels'] = [
  { id: 'phone', name: 'Phone', kind: 'phone' },
  { id: 'email', name: 'E-mail', kind: 'email' },
];

/** Calls and mails of one issue type for one team; each takes 100 s. */
const planFor = (
  mails: readonly number[],
  calls: readonly number[],
  agents: number,
  group: Partial<Group> = {},
): PlanInput =>
  planOf({
    channels,
    demand: [recordedDemand('mails', mails, { channel: 'email' }), recordedDemand('calls', calls)],
    teams: [teamOf('team', agents, {}, { deferredInterruptible: true, ...group })],
    handling: [{ time: deterministic(100) }],
  });

describe('interruptible deferred work', () => {
  it('leaves its agent to a call that finds nobody free, and goes on afterwards', () => {
    expect(storyOf(planFor([0], [30], 1), ['wait', 'answer', 'interrupted', 'talkEnd'])).toEqual([
      'mails 0: answer team 0',
      'mails 0: interrupted team 30',
      'calls 0: answer team 30',
      'calls 0: talkEnd 130',
      'mails 0: answer team 130',
      'mails 0: talkEnd 200',
    ]);
  });

  it('leaves it whatever the priorities, but to no mail and only where the group says so', () => {
    const urgent = planFor([0], [30], 1);
    const ranked = (mail: number, call: number): PlanInput => ({
      ...urgent,
      demand: [
        recordedDemand('mails', [0, 10], { channel: 'email', priority: mail }),
        recordedDemand('calls', [30], { priority: call }),
      ],
    });
    expect(storyOf(ranked(1, 9), ['interrupted'])).toEqual(['mails 0: interrupted team 30']);
    expect(storyOf(planFor([0], [30], 1, { deferredInterruptible: false }), ['interrupted'])).toEqual([]);
  });

  it('takes the piece that was begun last', () => {
    expect(storyOf(planFor([0, 10, 20], [30, 40], 3), ['interrupted'])).toEqual([
      'mails 2: interrupted team 30',
      'mails 1: interrupted team 40',
    ]);
  });

  it('is resumed before mails that were not begun', () => {
    expect(storyOf(planFor([0, 10], [30], 1), ['answer'])).toEqual([
      'mails 0: answer team 0',
      'calls 0: answer team 30',
      'mails 0: answer team 130',
      'mails 1: answer team 200',
    ]);
  });

  it('is resumed by any able agent, or only by the one who began', () => {
    // Two agents: the first takes the mail, the second is in a call until 120; the call of 30 lasts until 130.
    const story = (resumedBySameAgent: boolean) =>
      storyOf(planFor([0], [20, 30], 2, { resumedBySameAgent }), ['answer']);
    expect(story(false)).toEqual([
      'mails 0: answer team 0',
      'calls 0: answer team 20',
      'calls 1: answer team 30',
      'mails 0: answer team 120',
    ]);
    expect(story(true)).toEqual([
      'mails 0: answer team 0',
      'calls 0: answer team 20',
      'calls 1: answer team 30',
      'mails 0: answer team 130',
    ]);
  });

  it('waits under the reserve; who may resume it does so when another becomes idle', () => {
    // With a reserve of one the agent of the mail is free at 130, but alone; the other one comes at 160.
    const input = planFor([0], [60, 30], 2, { resumedBySameAgent: true, reservedForLive: 1 });
    expect(storyOf(input, ['answer', 'interrupted'])).toEqual([
      'mails 0: answer team 0',
      'calls 0: answer team 30',
      'mails 0: interrupted team 60',
      'calls 1: answer team 60',
      'mails 0: answer team 160',
    ]);
  });

  it('yields only in the groups of the entries that are open at once', () => {
    const input: PlanInput = {
      ...planFor([0], [30], 1),
      teams: [
        teamOf('team', 1),
        { id: 'help', name: 'Help', groups: [groupOf('helpers', 1, { deferredInterruptible: true })] },
      ],
      routing: [
        { when: { channels: ['email'] }, entries: [{ teams: ['help'] }] },
        { when: {}, entries: [{ teams: ['team'] }, { teams: ['help'], afterSeconds: 10 }] },
      ],
      demand: [recordedDemand('mails', [0], { channel: 'email' }), recordedDemand('calls', [20, 30])],
    };
    // At 40 the overflow asks only for a free agent.
    expect(storyOf(input, ['answer', 'interrupted'])).toEqual([
      'mails 0: answer helpers 0',
      'calls 0: answer team 20',
      'calls 1: answer helpers 100',
    ]);
  });

  it('counts the response of a mail once: at the end of its handling, or at its first beginning', () => {
    const input: PlanInput = {
      ...planFor([0], [30], 1),
      promises: (['end', 'begin'] as const).map((firstResponseAt) => ({
        id: firstResponseAt,
        name: 'P',
        applies: { channels: ['email'] },
        clock: 'firstResponse' as const,
        firstResponseAt,
        targetSeconds: 150,
        shareToAttain: 0.8,
      })),
    };
    const counts = countsOf(input);
    expect(counts.ofPromise('end')).toEqual([1, 0]);
    expect(counts.ofPromise('begin')).toEqual([1, 1]);
    expect(counts.ofClass('mails', 'firstResponseSeconds')).toBe(200);
  });

  it('counts each promise once where the customer leaves in the second wait', () => {
    const base = planFor([0], [30], 1);
    const input: PlanInput = {
      ...base,
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone' },
        { id: 'email', name: 'E-mail', kind: 'email', patience: deterministic(50) },
      ],
      promises: (['end', 'begin'] as const).map((firstResponseAt) => ({
        id: firstResponseAt,
        name: 'P',
        applies: { channels: ['email'] },
        clock: 'firstResponse' as const,
        firstResponseAt,
        targetSeconds: 150,
        shareToAttain: 0.8,
      })),
    };
    const counts = countsOf(input);
    expect(storyOf(input, ['abandon'])).toEqual(['mails 0: abandon 80']);
    expect(counts.ofPromise('end')).toEqual([1, 0]);
    expect(counts.ofPromise('begin')).toEqual([1, 1]);
    expect([counts.ofClass('mails', 'abandoned'), counts.ofClass('mails', 'lostForGood')]).toEqual([1, 1]);
  });

  it('decides at the end of the run what is still in talk or interrupted only where the end counts', () => {
    // The run ends 50 s after the day: one mail is in its first talk then, one is interrupted.
    const day = 86_400;
    const input: PlanInput = {
      ...planFor([day - 100, day - 90], [day - 10], 2),
      handling: [{ time: deterministic(9000) }],
      promises: (['end', 'begin'] as const).map((firstResponseAt) => ({
        id: firstResponseAt,
        name: 'P',
        applies: { channels: ['email'] },
        clock: 'firstResponse' as const,
        firstResponseAt,
        targetSeconds: 50,
        shareToAttain: 0.8,
      })),
    };
    expect(storyOf(input, ['interrupted', 'talkEnd'])).toEqual([`mails 1: interrupted team ${day - 10}`]);
    const counts = countsOf(input);
    expect(counts.ofPromise('end')).toEqual([2, 0]);
    expect(counts.ofPromise('begin')).toEqual([2, 2]);
  });

  it('is tried after preemption', () => {
    // The usual call is preemptible, the mail of the other agent begun later would yield, too.
    const base = planFor([10], [], 2);
    const input: PlanInput = {
      ...base,
      issueTypes: [
        { id: 'question', name: 'Question', priority: 5, preemptible: true },
        { id: 'urgent', name: 'Urgent', priority: 1 },
        { id: 'firm', name: 'Firm', priority: 5 },
      ],
      demand: [
        recordedDemand('mails', [10], { channel: 'email', issueType: 'firm' }),
        recordedDemand('calls', [0]),
        recordedDemand('urgent', [30, 40], { issueType: 'urgent' }),
      ],
    };
    expect(storyOf(input, ['interrupted'])).toEqual([
      'calls 0: interrupted team 30',
      'mails 0: interrupted team 40',
    ]);
  });

  it('leaves its agent to a chat; the agent then has room for the chats that waited', () => {
    const input: PlanInput = {
      ...planFor([], [], 1, { order: 'fixedList', queueList: [{ channels: ['email'] }] }),
      channels: [
        ...channels,
        { id: 'chat', name: 'Chat', kind: 'chat', concurrency: { limit: 2, speed: [1, 1] } },
      ],
      demand: [
        recordedDemand('calls', [0]),
        recordedDemand('mails', [10], { channel: 'email' }),
        recordedDemand('chats', [30, 130], { channel: 'chat' }),
      ],
    };
    // The call is no deferred work, and by the list the mail comes before the chat that has waited since 30.
    expect(storyOf(input, ['answer', 'interrupted'])).toEqual([
      'calls 0: answer team 0',
      'mails 0: answer team 100',
      'mails 0: interrupted team 130',
      'chats 1: answer team 130',
      'chats 0: answer team 130',
      'mails 0: answer team 230',
    ]);
  });
});
