import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { storyOf } from '../../support/simulatePlan.ts';

const hour = 3600;
const phone = (more: Partial<PlanInput['channels'][number]> = {}): PlanInput['channels'] => [
  { id: 'phone', name: 'Phone', kind: 'phone', ...more },
];
const patient = (seconds: number) => phone({ patience: deterministic(seconds) });

/** One agent from 09:00 to 17:00, or what is given. */
const counted = (from: string, to: string, agents = 1) =>
  ({
    kind: 'counts',
    counts: [{ weekdays: ['monday'], from, to, agents }],
  }) as const;

const plan = (arrivals: readonly number[], parts: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    demand: [recordedDemand('calls', arrivals)],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(100) }],
    ...parts,
  });

const steps = ['wait', 'answer', 'abandon', 'blocked'] as const;

describe('events of one instant', () => {
  it('let a completion free the agent for an arrival', () => {
    expect(storyOf(plan([0, 100]), steps)).toEqual(['calls 0: answer team 0', 'calls 1: answer team 100']);
  });

  it('let a completion save whose patience ends: served if wait <= patience', () => {
    expect(storyOf(plan([0, 40], { channels: patient(60) }), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 40',
      'calls 1: answer team 100',
    ]);
    expect(storyOf(plan([0, 39], { channels: patient(60) }), steps).at(-1)).toBe('calls 1: abandon 99');
  });

  it('let an agent who comes on duty save whose patience ends', () => {
    const teams = [teamOf('team', 1, {}, { staffing: counted('09:00', '17:00') })];
    expect(storyOf(plan([9 * hour - 60], { channels: patient(60), teams }), steps)).toEqual([
      `calls 0: wait team ${9 * hour - 60}`,
      `calls 0: answer team ${9 * hour}`,
    ]);
  });

  it('let a completion come before the end of duty: the agent still takes the next one', () => {
    const teams = [teamOf('team', 1, {}, { staffing: counted('09:00', '17:00') })];
    const arrivals = [17 * hour - 100, 17 * hour - 50, 17 * hour - 40];
    expect(storyOf(plan(arrivals, { teams }), ['answer'])).toEqual([
      `calls 0: answer team ${17 * hour - 100}`,
      `calls 1: answer team ${17 * hour}`,
    ]);
  });

  it('let the end of duty come before an arrival', () => {
    const teams = [teamOf('team', 1, {}, { staffing: counted('09:00', '17:00') })];
    expect(storyOf(plan([17 * hour], { teams }), steps)).toEqual([`calls 0: wait team ${17 * hour}`]);
  });

  it('let an abandonment make room for an arrival', () => {
    const channels = phone({ patience: deterministic(30), waitingPlaces: 1 });
    expect(storyOf(plan([0, 10, 40], { channels }), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 10',
      'calls 1: abandon 40',
      'calls 2: wait team 40',
      'calls 2: abandon 70',
    ]);
  });

  it('let an arrival come before a hand-over, and a hand-over after the freed agent has chosen', () => {
    const again: PlanInput['outcomes'] = [{ next: [{ kind: 'functional', share: 0.999999, to: 'sameTeam' }] }];
    const story = storyOf(plan([0, 50, 100], { outcomes: again }), ['answer', 'wait']);
    expect(story.slice(0, 5)).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 50',
      'calls 1: answer team 100',
      'calls 2: wait team 100',
      'calls 0: wait team 100',
    ]);
  });

  it('let equals come in the order of their stream keys, however they are named and listed', () => {
    const named = (ids: readonly string[], keys: readonly string[]): string[] => {
      const demand = ids.map((id, i) => recordedDemand(id, [0], { streamKey: keys[i] ?? '' }));
      const story = storyOf(plan([], { demand }), ['answer']);
      return story.map((line) => keys[ids.indexOf(line.split(' ')[0] ?? '')] ?? '');
    };
    const order = named(['a', 'b', 'c'], ['x', 'y', 'z']);
    expect(new Set(order).size).toBe(3);
    expect(named(['a', 'b', 'c'], ['z', 'x', 'y'])).toEqual(order);
    expect(named(['p', 'q', 'r'], ['y', 'z', 'x'])).toEqual(order);
  });

  it('keep the order of equals among lines of one rank', () => {
    const named = (keys: readonly string[]): string[] => {
      const demand = keys.map((key, i) =>
        recordedDemand(key, [5], { issueType: `type${i}`, priority: 5 }),
      );
      const issueTypes = keys.map((_, i) => ({ id: `type${i}`, name: 'Type' }));
      // A rule of its own gives each class a line of its own.
      const routing = keys.map((_, i) => ({
        when: { issueTypes: [`type${i}`] },
        entries: [{ teams: ['team'] }, { teams: [`spare${i}`], afterSeconds: 5000 }],
      }));
      const spares = keys.map((_, i) => teamOf(`spare${i}`, 1));
      const first = recordedDemand('first', [0], { issueType: 'type0', streamKey: 'first' });
      const parts = { demand: [first, ...demand], issueTypes, routing, teams: [teamOf('team', 1), ...spares] };
      return storyOf(plan([], parts), ['answer']).map((line) => line.split(' ')[0] ?? '');
    };
    const order = named(['x', 'y', 'z']);
    expect(order).toHaveLength(4);
    expect(named(['z', 'x', 'y'])).toEqual(order);
  });
});
