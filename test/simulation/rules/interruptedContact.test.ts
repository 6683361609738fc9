import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';
import { planFor } from './rankedCalls.ts';

describe('an interrupted contact', () => {
  const helped = (usual: readonly number[], urgent: readonly number[]): PlanInput =>
    planFor({ usual, urgent }, 1, {
      teams: [
        teamOf('first', 1),
        teamOf('second', 1, {}, { proficiency: [{ when: {}, factor: 2 }] }),
        teamOf('leads', 1),
      ],
      routing: [
        { when: { issueTypes: ['urgent'] }, entries: [{ teams: ['first'] }] },
        {
          when: { issueTypes: ['usual'] },
          entries: [{ teams: ['first'] }, { teams: ['second'], afterSeconds: 20 }],
        },
      ],
      outcomes: [
        { when: { teams: ['first'] }, next: [{ kind: 'hierarchical', share: 1, to: { team: 'leads' } }] },
      ],
    });

  it('goes on at once where an entry that is open to it has a free agent, by that agent’s proficiency', () => {
    // 70 s are left at 30, which the second team does in 35.
    expect(storyOf(helped([0], [30]), ['answer', 'interrupted', 'talkEnd']).slice(0, 5)).toEqual([
      'usual 0: answer first 0',
      'usual 0: interrupted first 30',
      'urgent 0: answer first 30',
      'usual 0: answer second 30',
      'usual 0: talkEnd 65',
    ]);
  });

  it('keeps its entry time: the overflow runs from it', () => {
    expect(storyOf(helped([0], [10]), ['answer', 'interrupted', 'wait']).slice(0, 4)).toEqual([
      'usual 0: answer first 0',
      'usual 0: interrupted first 10',
      'urgent 0: answer first 10',
      'usual 0: answer second 20',
    ]);
  });

  it('keeps the outcome that the team drew that began, though another team ends the talk', () => {
    // Who went to the leads at 65 is interrupted there by the urgent one at 130.
    expect(storyOf(helped([0], [30]), ['toLead', 'resolved'])).toEqual([
      'usual 0: toLead 65',
      'urgent 0: toLead 130',
      'urgent 0: resolved 230',
      'usual 0: resolved 265',
    ]);
  });

  it('has one visit with two waits, one answer and one handling', () => {
    const input: PlanInput = {
      ...planFor({ usual: [0], urgent: [30, 60] }, 1),
      promises: [
        { id: 'inLine', name: 'L', clock: 'wait', targetSeconds: 10, shareToAttain: 0.8 },
        { id: 'answered', name: 'A', clock: 'firstResponse', targetSeconds: 10, shareToAttain: 0.8 },
      ],
    };
    const counts = countsOf(input);
    const usual = (
      [
        'visits',
        'answered',
        'waitsEnded',
        'waitSeconds',
        'answerWaitSeconds',
        'resolvedHandlingSeconds',
      ] as const
    ).map((counter) => counts.ofClass('usual', counter));
    // Interrupted at 30 until both urgent ones are done at 230.
    expect(usual).toEqual([1, 1, 1, 200, 0, 100]);
    expect(counts.ofTeam('team', 'busySeconds')).toBe(300);
    expect(counts.ofTeam('team', 'offeredWorkSeconds')).toBe(300);
    expect(counts.ofTeam('team', 'queueSeconds')).toBe(200 + 70);
    expect(counts.ofPromise('inLine')).toEqual([3, 2]);
    expect(counts.ofPromise('answered')).toEqual([3, 2]);
  });
});
