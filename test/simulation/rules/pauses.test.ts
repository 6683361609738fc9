import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, storyOf } from '../../support/simulatePlan.ts';

type PromiseInput = NonNullable<PlanInput['promises']>[number];
const promise = (id: string, targetSeconds: number, more: Partial<PromiseInput> = {}): PromiseInput => ({
  id,
  name: id,
  clock: 'resolution',
  targetSeconds,
  shareToAttain: 0.8,
  pausesInOtherDepartment: true,
  ...more,
});
/** 100 s of handling, 3600 s with the other department, 100 s again: 200 s on a clock that pauses. */
const plan = (promises: PromiseInput[], parts: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    demand: [recordedDemand('calls', [0])],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(100) }],
    departments: [{ id: 'billing', name: 'Billing', turnaround: deterministic(3600) }],
    outcomes: [{ next: [{ kind: 'otherDepartment', share: 0.5, department: 'billing' }] }],
    promises,
    ...parts,
  });

describe('a promise that pauses in other departments', () => {
  // A contact that goes to the department once and is resolved then.
  const goesOnce = (promises: PromiseInput[], parts: Partial<PlanInput> = {}): PlanInput => {
    for (let i = 0; i < 50; i += 1) {
      const input = plan(promises, { ...parts, demand: [recordedDemand(`calls${i}`, [0])] });
      if (countsOf(input).ofAll('otherDepartment') === 1) return input;
    }
    throw new Error('nobody goes to the department once');
  };

  it('leaves out the time there, and the others do not', () => {
    const counts = countsOf(
      goesOnce([
        promise('kept', 200),
        promise('broken', 199),
        promise('whole', 3800, { pausesInOtherDepartment: false }),
        promise('shortWhole', 3799, { pausesInOtherDepartment: false }),
      ]),
    );
    expect(['kept', 'broken', 'whole', 'shortWhole'].map((id) => counts.ofPromise(id))).toEqual([
      [1, 1],
      [1, 0],
      [1, 1],
      [1, 0],
    ]);
  });

  it('leaves out open time where it counts business hours', () => {
    const calendars: PlanInput['calendars'] = [
      {
        id: 'short',
        name: 'Short',
        weekly: [{ weekdays: ['monday'], spans: [{ from: '00:00', to: '00:30' }] }],
      },
    ];
    const hours = { measuredIn: 'businessHours' as const, calendar: 'short' };
    // Back at 3700 s, after hours: of the first 1800 s, 1700 s are with the department, 100 s remain.
    const counts = countsOf(
      goesOnce([promise('kept', 100, hours), promise('broken', 99, hours)], { calendars }),
    );
    expect([counts.ofPromise('kept'), counts.ofPromise('broken')]).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('is older by what it paused for triggers', () => {
    const trigger = [{ afterShareOfPromise: 1, raisePriorityTo: 1 }];
    const input = goesOnce([promise('soon', 150)], {
      waitingTriggers: trigger,
      // Somebody else keeps the agent busy when the answer is back.
      issueTypes: [
        { id: 'question', name: 'Question' },
        { id: 'long', name: 'Long' },
      ],
      handling: [{ when: { issueTypes: ['long'] }, time: deterministic(1000) }, { time: deterministic(100) }],
    });
    const busy: PlanInput = {
      ...input,
      demand: [...input.demand, recordedDemand('longOnes', [3650], { issueType: 'long' })],
      outcomes: [
        {
          when: { issueTypes: ['question'] },
          next: [{ kind: 'otherDepartment', share: 0.5, department: 'billing' }],
        },
      ],
    };
    // 100 s before the pause, 50 s from 3700 s on.
    expect(storyOf(busy, ['priorityRaised']).map((line) => line.split(' ').at(-1))).toEqual(['3750']);
  });
});
