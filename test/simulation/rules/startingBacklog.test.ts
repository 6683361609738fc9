import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, journalOf, storyOf } from '../../support/simulatePlan.ts';

const plan = (
  startingBacklog: NonNullable<PlanInput['startingBacklog']>,
  parts: Partial<PlanInput> = {},
): PlanInput =>
  planOf({
    demand: [recordedDemand('calls', [50])],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(100) }],
    startingBacklog,
    ...parts,
  });
const steps = ['arrive', 'wait', 'answer', 'abandon', 'disconnected'] as const;

describe('a starting backlog', () => {
  it('stands in its line before the first event, the oldest first, and is worked off at constant capacity', () => {
    expect(storyOf(plan([{ demand: 'calls', contacts: 3, oldestSeconds: 300 }]), steps)).toEqual([
      'calls/backlog 0: wait team 0',
      'calls/backlog 1: wait team 0',
      'calls/backlog 2: wait team 0',
      'calls/backlog 0: answer team 0',
      'calls 0: arrive 50',
      'calls 0: wait team 50',
      'calls/backlog 1: answer team 100',
      'calls/backlog 2: answer team 200',
      'calls 0: answer team 300',
    ]);
  });

  it('mixes rows by the time for which they have stood there', () => {
    const input = plan(
      [
        { demand: 'calls', contacts: 2, oldestSeconds: 100 },
        { demand: 'others', contacts: 1, oldestSeconds: 60 },
      ],
      { demand: [recordedDemand('calls', []), recordedDemand('others', [])] },
    );
    expect(storyOf(input, ['answer'])).toEqual([
      'calls/backlog 0: answer team 0',
      'others/backlog 0: answer team 100',
      'calls/backlog 1: answer team 200',
    ]);
  });

  it('counts in busy time and queues, in no promise and no count of contacts', () => {
    const input = plan([{ demand: 'calls', contacts: 3, oldestSeconds: 300 }], {
      promises: [
        { id: 'soon', name: 'S', clock: 'firstResponse', targetSeconds: 250, shareToAttain: 0.8 },
        { id: 'solved', name: 'R', clock: 'resolution', targetSeconds: 349, shareToAttain: 0.8 },
      ],
    });
    const counts = countsOf(input);
    expect([counts.ofAll('offered'), counts.ofAll('resolved'), counts.scalar('contacts')]).toEqual([1, 1, 1]);
    expect(counts.ofTeam('team', 'busySeconds')).toBe(400);
    expect(counts.ofTeam('team', 'offeredWorkSeconds')).toBe(400);
    expect(counts.ofTeam('team', 'queueSeconds')).toBe(0 + 100 + 200 + 250);
    expect(counts.ofTeam('team', 'visits')).toBe(1);
    expect([counts.ofPromise('soon'), counts.ofPromise('solved')]).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('of live contacts is in conversation where there are agents; the patience of the others starts at 0', () => {
    const channels: PlanInput['channels'] = [
      { id: 'phone', name: 'Phone', kind: 'phone', patience: deterministic(30), balkingShare: 1 },
    ];
    const input = plan([{ demand: 'calls', contacts: 3, oldestSeconds: 1000 }], {
      channels,
      teams: [teamOf('team', 2)],
    });
    expect(storyOf(input, steps).filter((line) => line.startsWith('calls/backlog'))).toEqual([
      'calls/backlog 0: wait team 0',
      'calls/backlog 1: wait team 0',
      'calls/backlog 2: wait team 0',
      'calls/backlog 0: answer team 0',
      'calls/backlog 1: answer team 0',
      'calls/backlog 2: abandon 30',
    ]);
  });

  it('waits past the dispatcher, and overflows by the time that it has stood there', () => {
    const input = plan([{ demand: 'calls', contacts: 2, oldestSeconds: 80 }], {
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', dispatcher: { team: 'desk' } }],
      demand: [recordedDemand('calls', [])],
      teams: [teamOf('desk', 1), teamOf('team', 0), teamOf('more', 1)],
      routing: [{ when: {}, entries: [{ teams: ['team'] }, { teams: ['more'], afterSeconds: 60 }] }],
    });
    // Entered 80 and 40 s ago: the first overflows at once, the second after 20 s, when the only agent is busy.
    expect(storyOf(input, steps)).toEqual([
      'calls/backlog 0: wait team 0',
      'calls/backlog 1: wait team 0',
      'calls/backlog 0: answer more 0',
      'calls/backlog 1: answer more 100',
    ]);
  });

  it('is known in the journal behind the rows of demand, and its triggers are as old as it is', () => {
    const input = plan([{ demand: 'calls', contacts: 2, oldestSeconds: 100 }], {
      promises: [{ id: 'soon', name: 'S', clock: 'firstResponse', targetSeconds: 80, shareToAttain: 0.8 }],
      waitingTriggers: [{ afterShareOfPromise: 1, raisePriorityTo: 1 }],
      demand: [recordedDemand('calls', [])],
    });
    expect(journalOf(input).every(({ classIndex }) => classIndex === 1)).toBe(true);
    // The older one is past its time but answered at once; the other entered 50 s ago.
    expect(storyOf(input, ['priorityRaised'])).toEqual(['calls/backlog 1: priorityRaised 30']);
  });
});
