import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { companionMeans } from '../../../core/simulation/companion/companionMeans.ts';
import { companionsOf, placesPerClass } from '../../../core/simulation/companion/companionModel.ts';
import { companionSurpluses } from '../../../core/simulation/companion/companionSurpluses.ts';
import { servedWithin } from '../../../core/simulation/companion/lineAhead.ts';
import { runCompanions } from '../../../core/simulation/companion/runCompanions.ts';
import { weekdays } from '../../../core/simulation/compile/timeAxis.ts';
import { simulateReplication, simulateWithCompanions } from '../../../core/simulation/index.ts';
import { exactAnswer } from '../../../core/verification/exactAnswer.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { dayProfilePlan } from '../../support/dayProfilePlan.ts';
import {
  deterministic,
  exponential,
  planOf,
  singleQueuePlan,
  steadyDemand,
  teamOf,
} from '../../support/plans.ts';

const hours = 24;
const weights = [6, 5, 5, 5, 5, 6, 8, 10, 12, 13, 14, 14, 13, 13, 13, 14, 14, 13, 12, 11, 10, 9, 8, 7];

/** Two rows of demand that meet in one team, one of them with another patience; counted from noon on. */
const twoRows: PlanInput = planOf({
  horizon: { start: '2026-01-05', days: 1, warmUpDays: 0.25, intervalMinutes: 60 },
  channels: [
    { id: 'phone', name: 'Phone', kind: 'phone', patience: exponential(120) },
    { id: 'line', name: 'Line', kind: 'phone', patience: exponential(600) },
  ],
  demand: [steadyDemand('calls', 0.02), { ...steadyDemand('others', 0.015), channel: 'line' }],
  teams: [teamOf('team', 10)],
  handling: [{ time: deterministic(300) }],
  promises: [
    { id: 'all', name: 'All', clock: 'firstResponse', targetSeconds: 30, shareToAttain: 0.8 },
    {
      id: 'calls',
      name: 'Calls',
      clock: 'wait',
      targetSeconds: 90,
      shareToAttain: 0.8,
      applies: { channels: ['phone'] },
    },
    { id: 'solved', name: 'Solved', clock: 'resolution', targetSeconds: 900, shareToAttain: 0.8 },
  ],
});

describe('a companion', () => {
  it('is expected to count what the formula for M(t)/M/n+M says of a day', () => {
    const model = compiledPlan(dayProfilePlan());
    const means = companionMeans(model) as Float64Array;
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const exact = exactAnswer('day', {
      intervalSeconds: 3600,
      contacts: weights.map((weight) => (0.15 * 86_400 * weight) / all),
      agents: Array.from({ length: hours }, () => 40),
      handlingSeconds: 240,
      patienceSeconds: 300,
      targetSeconds: 20,
      start: 'empty',
    });
    const [arrivals, waitSeconds, abandoned, inTime] = means as unknown as [number, number, number, number];
    expect(arrivals).toBeCloseTo(0.15 * 86_400, 6);
    expect(inTime / arrivals).toBeCloseTo(exact.number('serviceLevelInAll'), 8);
    expect(abandoned / arrivals).toBeCloseTo(exact.number('pAbandonInAll'), 6);
    expect(waitSeconds / arrivals).toBeCloseTo(exact.number('meanWaitSeconds'), 4);
  });

  it.each([
    ['three tiers', dayProfilePlan()],
    ['two rows in one team, after a warm-up', twoRows],
    [
      'a line that nobody leaves',
      singleQueuePlan({
        ...{ agents: 4, meanHandlingSeconds: 300, contactsPerHour: 46, days: 1, targetSeconds: 20 },
      }),
    ],
  ])('counts what is expected: %s', (_, plan) => {
    const model = compiledPlan(plan);
    const places = placesPerClass(model);
    const sums = new Float64Array(model.classes.length * places);
    const squares = new Float64Array(sums.length);
    for (let replication = 0; replication < 300; replication += 1) {
      const counts = runCompanions(model, 7, replication) as Float64Array;
      counts.forEach((counted, at) => {
        const off = counted - (companionMeans(model)?.[at] as number);
        sums[at] = (sums[at] as number) + off;
        squares[at] = (squares[at] as number) + off * off;
      });
    }
    const scores = sums.map((sum, at) => (squares[at] === 0 ? 0 : sum / Math.sqrt(squares[at] as number)));
    // Some ten numbers that hang together.
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4);
    expect([...squares].filter((square) => square > 0).length).toBeGreaterThanOrEqual(4);
  });

  it('serves nobody in time for a promise on resolution, nor for one that is not about the row', () => {
    const model = compiledPlan(twoRows);
    const places = placesPerClass(model);
    const others = model.classes.findIndex(({ id }) => id === 'others');
    const counts = runCompanions(model, 1, 0) as Float64Array;
    expect([...counts.subarray(others * places + 4, (others + 1) * places)]).toEqual([0, 0]);
    expect(counts[others * places + 3]).toBeGreaterThan(0);
  });

  it('meets the arrivals of the model itself', () => {
    const model = compiledPlan(dayProfilePlan());
    const { contacts } = simulateReplication(model, 3, 2);
    expect(runCompanions(model, 3, 2)?.[0]).toBe(contacts);
  });

  it('gives surpluses beside an unchanged tally', () => {
    const model = compiledPlan(dayProfilePlan());
    const { companions, ...tally } = simulateWithCompanions(model, 3, 2);
    expect(tally).toEqual(simulateReplication(model, 3, 2));
    expect(companions).toEqual(companionSurpluses(model, 3, 2));
    expect(companions?.[0]).toBe(0);
  });

  it('serves who finds nobody ahead when the next of n agents is free: 1 - exp(-t (n mu + theta)) of n mu / (n mu + theta)', () => {
    const line = {
      ...{ team: 0, classes: [], agents: 3, handlingSeconds: 300, patienceSeconds: 200 },
    };
    const next = 3 / 300;
    const leaves = 1 / 200;
    const [atFront] = servedWithin(line, 40, 60);
    expect(atFront).toBeCloseTo((next / (next + leaves)) * (1 - Math.exp(-60 * (next + leaves))), 12);
    expect([...servedWithin(line, 5, 0)]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('there is no companion', () => {
  const queue = { agents: 5, meanHandlingSeconds: 240, contactsPerHour: 60, days: 1, targetSeconds: 20 };
  const plan = singleQueuePlan(queue);
  const counts = [
    { weekdays: [...weekdays], from: '00:00', to: '12:00', agents: 5 },
    { weekdays: [...weekdays], from: '12:00', to: '24:00', agents: 7 },
  ];
  it.each<[string, PlanInput]>([
    ['where the volume of days is drawn', { ...plan, volumeModel: { busyDayCv: 0.2 } }],
    [
      'where the horizon ends with a number of contacts',
      { ...plan, horizon: { start: '2026-01-05', contacts: 200 } },
    ],
    ['where nothing is promised', { ...plan, promises: [] }],
    [
      'where the number of agents changes',
      {
        ...plan,
        teams: [
          {
            id: 'team',
            name: 'Team',
            groups: [{ id: 'agents', staffing: { kind: 'counts', counts } }],
          },
        ],
      },
    ],
  ])('%s', (_, input) => {
    const model = compiledPlan(input);
    expect(companionsOf(model)).toEqual([]);
    expect(simulateWithCompanions(model, 1, 0)).toEqual(simulateReplication(model, 1, 0));
  });

  it('of more work than half a second', () => {
    const model = compiledPlan(singleQueuePlan({ ...queue, agents: 300, contactsPerHour: 3700, days: 91 }));
    expect(companionsOf(model)).toHaveLength(1);
    expect(companionMeans(model)).toBeNull();
    expect(companionSurpluses(model, 1, 0)).toBeNull();
  });
});
