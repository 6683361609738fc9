import { describe, expect, it } from 'vitest';
import { dayPlan } from '../../core/verification/experiments/days.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../support/plans.ts';
import { Counts, countsOf, simulatePlan } from '../support/simulatePlan.ts';

describe('busy days', () => {
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
