import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { deterministic, exponential, planOf, recordedDemand, teamOf } from '../support/plans.ts';
import { Counts, countsOf, simulatePlan } from '../support/simulatePlan.ts';
import { expectExactAnswers } from '../support/steadyState.ts';
import { checkDay, dayPlan, inInterval } from './simulationDayCases.ts';

describe('arrivals and handling without waiting', () => {
  // Eick, Massey and Whitt: the mean number busy with a piecewise constant rate and exponential handling solves
  // m' = rate - m / handling; agents enough for everyone. Means of each half hour from the closed form.
  const calls = [40, 60, 95, 140, 90, 30];
  const mean = 600;
  const averages: number[] = [];
  let m = 0;
  for (const count of calls) {
    const limit = (count / 1800) * mean;
    const left = Math.exp(-1800 / mean);
    averages.push(limit + ((m - limit) * (1 - left) * mean) / 1800);
    m = limit + (m - limit) * left;
  }

  it('gives the load of infinitely many agents in every interval', () => {
    const staff = calls.map(() => 150);
    expectExactAnswers(dayPlan({ calls, staff, handling: exponential(mean), targetSeconds: 0 }), [
      ...averages.map((busy, i) => inInterval('occupancyFraction', i, busy / 150, 0.02)),
      ...calls.map((count, i) => inInterval('offeredContacts', i, count, 0.2 * count)),
    ]);
  });
});

describe('a day whose agents change every half hour and finish what they have begun', () => {
  it('gives the exact course of the day: a small team', () => {
    // File day_profile.json, case DAY11 (rule finish_idle_first), solved there by the equations of the chain.
    checkDay(
      {
        id: 'DAY11',
        calls: [6, 10, 14, 18, 16, 12, 8, 6],
        staff: [2, 3, 4, 5, 4, 4, 3, 2],
        aht_s: 360,
        patience_s: 240,
        awt_s: 60,
        shift_end_rule: 'finish_idle_first',
        rows: [
          { mean_queue: 0.08769397389592608, service_level_offered: 0.8069470594782796 },
          { mean_queue: 0.13761769244227137, service_level_offered: 0.8051902755277144 },
          { mean_queue: 0.16582456511254404, service_level_offered: 0.82304829556327 },
          { mean_queue: 0.18592918326628508, service_level_offered: 0.8362777199372798 },
          { mean_queue: 0.3004313617402703, service_level_offered: 0.7249937531711265 },
          { mean_queue: 0.14314736099450623, service_level_offered: 0.8350853536205568 },
          { mean_queue: 0.10177515176031869, service_level_offered: 0.8262807082879667 },
          { mean_queue: 0.12984042927283046, service_level_offered: 0.7259501270548631 },
        ],
      },
      200,
      { level: 0.06, queueShare: 0.4 },
    );
  });
});

describe('busy days', () => {
  it('make the variance of daily counts mean + cv^2 mean^2', () => {
    const mean = 400;
    const cv = 0.2;
    const input: PlanInput = {
      ...dayPlan({ calls: [mean], staff: [1], handling: deterministic(1), targetSeconds: 0 }),
      volumeModel: { busyDayCv: cv },
    };
    const days = simulatePlan(input, { seed: 3, replications: 1500 });
    const counts = days.tallies.map((_, replication) => new Counts(days, replication).ofAll('offered'));
    const n = counts.length;
    const average = counts.reduce((sum, count) => sum + count, 0) / n;
    const moment = (power: number): number =>
      counts.reduce((sum, count) => sum + (count - average) ** power, 0) / n;
    const exact = mean + cv * cv * mean * mean;
    expect(Math.abs(average - mean)).toBeLessThanOrEqual(4 * Math.sqrt(exact / n));
    const error = Math.sqrt((moment(4) - moment(2) ** 2) / n);
    expect(error).toBeLessThan(0.1 * exact);
    expect(Math.abs(moment(2) - exact)).toBeLessThanOrEqual(4 * error);
  });

  it('are the same factor for every class of a day', () => {
    const plan = dayPlan({ calls: [400], staff: [1], handling: deterministic(1), targetSeconds: 0 });
    const [row] = plan.demand;
    if (row === undefined) throw new Error('no demand');
    const demand = [row, { ...row, id: 'more' }];
    const days = simulatePlan({ ...plan, demand, volumeModel: { busyDayCv: 0.5 } }, { replications: 200 });
    const pairs = days.tallies.map((_, replication) => {
      const counts = new Counts(days, replication);
      return [counts.ofClass('calls', 'offered'), counts.ofClass('more', 'offered')] as const;
    });
    // Beyond the common factor two classes differ by Poisson noise: the variance of the difference is their sum's mean.
    const noise = pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2 / (a + b), 0) / pairs.length;
    expect(Math.abs(noise - 1)).toBeLessThanOrEqual(4 * Math.sqrt(2 / 200));
    const spread = pairs.reduce((sum, [a, b]) => sum + (a + b - 800) ** 2, 0) / pairs.length;
    expect(spread).toBeGreaterThan(10 * 800);
  });
});

describe('shares', () => {
  const n = 20_000;
  const arrivals = Array.from({ length: n }, (_, i) => i * 4);
  const seeds = [1, 2, 3, 4, 5];
  const within = (count: number, share: number): void =>
    expect(Math.abs(count - n * share)).toBeLessThanOrEqual(4 * Math.sqrt(n * share * (1 - share)));

  it.each(seeds)('of self-service and the assistant are met as a binomial count on seed %i', (seed) => {
    const counts = countsOf(
      planOf({
        channels: [
          {
            id: 'phone',
            name: 'Phone',
            kind: 'phone',
            assistant: { share: 0.5, time: deterministic(1), resolvedShare: 0.3, handedOverShare: 0.6 },
          },
        ],
        issueTypes: [
          { id: 'question', name: 'Question', selfService: { triedShare: 0.4, deflectedShare: 0.25 } },
        ],
        demand: [recordedDemand('calls', arrivals)],
        teams: [teamOf('team', 50)],
        handling: [{ time: deterministic(1) }],
      }),
      seed,
    );
    expect(counts.ofAll('offered')).toBe(n);
    within(counts.ofAll('deflected'), 0.1);
    within(counts.ofAll('contained'), 0.9 * 0.5 * 0.3);
    within(counts.ofAll('bounced'), 0.9 * 0.5 * 0.1);
    within(counts.ofAll('resolved'), 0.9 * (1 - 0.5 * 0.4));
  });

  it.each(seeds)('of outcomes, wrong teams and returns are met as a binomial count on seed %i', (seed) => {
    const counts = countsOf(
      planOf({
        tiers: [
          { id: 'one', name: 'One' },
          { id: 'two', name: 'Two' },
        ],
        channels: [
          {
            id: 'phone',
            name: 'Phone',
            kind: 'phone',
            dispatcher: { team: 'desk', wrongTeamShare: 0.15, wrongTeamHandling: deterministic(1) },
          },
        ],
        demand: [recordedDemand('calls', arrivals)],
        teams: [
          teamOf('desk', 50),
          teamOf('home', 50, { tier: 'one', serves: { issueTypes: ['question'] } }),
          teamOf('other', 50, { tier: 'one', serves: { channels: ['phone'] } }),
          teamOf('second', 50, { tier: 'two' }),
          teamOf('leads', 50),
        ],
        handling: [{ time: deterministic(1) }],
        outcomes: [
          {
            when: { teams: ['home'] },
            next: [
              {
                kind: 'functional',
                share: 0.3,
                to: 'nextTier',
                recognisedAtOnceShare: 0.5,
                recognition: deterministic(0.5),
              },
              { kind: 'hierarchical', share: 0.05, to: { team: 'leads' } },
            ],
          },
        ],
        returns: [{ when: { teams: ['second'] }, share: 0.2, delay: deterministic(200_000) }],
      }),
      seed,
    );
    expect([counts.ofAll('offered'), counts.ofAll('resolved')]).toEqual([n, n]);
    within(counts.ofTeam('other', 'visits'), 0.15);
    within(counts.ofAll('escalated'), 0.3);
    within(counts.ofAll('toLead'), 0.05);
    within(n - counts.ofAll('resolvedForGood'), 0.3 * 0.2);
    // Half of those passed on were recognised after half a second: the time of the home team shows how many.
    within((counts.ofTeam('home', 'visits') - counts.ofTeam('home', 'busySeconds')) / 0.5, 0.15);
  });
});
