import { describe, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { priorityQueue } from '../../core/queueing/priorityQueue.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from '../queueing/near.ts';
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import { expectExactAnswers, inScope, type Scale, scaleFor } from '../support/steadyState.ts';

/** Classes of one rank each, the most urgent first; all but the first yield. Rates are per unit. */
const rankedPlan = (
  agents: number,
  classes: readonly { readonly arrivals: number; readonly handling: (unit: number) => LawInput }[],
  { unit, horizon }: Scale,
): PlanInput =>
  planOf({
    horizon,
    issueTypes: classes.map((_, k) => ({
      id: `rank${k}`,
      name: 'Rank',
      priority: k + 1,
      preemptible: k > 0,
    })),
    channels: classes.map((_, k) => ({ id: `rank${k}`, name: 'Rank', kind: 'phone' as const })),
    demand: classes.map(({ arrivals }, k) =>
      steadyDemand(`calls${k}`, arrivals / unit, { issueType: `rank${k}`, channel: `rank${k}` }),
    ),
    teams: [teamOf('team', agents)],
    handling: classes.map(({ handling }, k) => ({
      when: { issueTypes: [`rank${k}`] },
      time: handling(unit),
    })),
  });

describe('preemptive ranks', () => {
  it.each([
    { agents: 1, arrivals: [0.4, 0.3] },
    { agents: 4, arrivals: [1.2, 1, 0.8] },
  ])('leave to each class the queue of those above it: $agents agents', ({ agents, arrivals }) => {
    // Classes 1 ... k together are an Erlang C queue of their own, whatever comes below them.
    const exact = succeeded(
      priorityQueue({
        agents,
        handling: seconds(1),
        classes: arrivals.map((rate) => ({ arrivals: perSecond(rate), target: seconds(1) })),
      }),
    );
    const total = arrivals.reduce((sum, rate) => sum + rate, 0);
    const scale = scaleFor(total, 6000, 150);
    const { unit } = scale;
    expectExactAnswers(
      rankedPlan(
        agents,
        arrivals.map((rate) => ({ arrivals: rate, handling: exponential })),
        scale,
      ),
      exact.classes.flatMap(({ interrupted }, k) => {
        const rate = arrivals[k] as number;
        const wait = (interrupted.meanTime - 1) * unit;
        const queue = interrupted.meanPresent - rate;
        return [
          inScope('channels', `rank${k}`, 'waitMeanSeconds', wait, 0.25 * wait),
          inScope('channels', `rank${k}`, 'queueLengthMeanContacts', queue, 0.25 * queue),
        ];
      }),
    );
  });

  it('resume where they were: one agent, any handling law', () => {
    // M/G/1, preemptive resume: T(k) = ((1 - s(k)) S(k) + R(k)) / ((1 - s(k-1)) (1 - s(k))), s the load of those of
    // this rank and above, R(k) half the sum of rate x mean square of their handling times (Conway, Maxwell and
    // Miller, Theory of scheduling, 1967, 8-6). Uniform on 0 ... 2: mean square 4/3; always 1.5: 2.25; gamma, mean 1,
    // cv 0.5: 1.25.
    const classes = [
      {
        arrivals: 0.2,
        mean: 1,
        square: 4 / 3,
        law: (u: number): LawInput => ({ law: 'uniform', lowSeconds: 0, highSeconds: 2 * u }),
      },
      {
        arrivals: 0.2,
        mean: 1.5,
        square: 2.25,
        law: (u: number): LawInput => ({ law: 'deterministic', seconds: 1.5 * u }),
      },
      {
        arrivals: 0.2,
        mean: 1,
        square: 1.25,
        law: (u: number): LawInput => ({ law: 'gamma', meanSeconds: u, cv: 0.5 }),
      },
    ];
    const scale = scaleFor(0.6, 6000, 200);
    let above = 0;
    let rest = 0;
    expectExactAnswers(
      rankedPlan(
        1,
        classes.map(({ arrivals, law }) => ({ arrivals, handling: law })),
        scale,
      ),
      classes.map(({ arrivals, mean, square }, k) => {
        const before = above;
        above += arrivals * mean;
        rest += (arrivals * square) / 2;
        const time = ((1 - above) * mean + rest) / ((1 - before) * (1 - above));
        const exact = (time - mean) * scale.unit;
        return inScope('channels', `rank${k}`, 'waitMeanSeconds', exact, 0.2 * exact);
      }),
    );
  });
});

describe('interruptible deferred work', () => {
  it('leaves live contacts a team of their own, and takes what they leave', () => {
    // Three agents, calls at load 1 and mails at load 1.2, one exponential law: calls are M/M/3 at 1, both together M/M/3 at 2.2.
    const exact = succeeded(
      priorityQueue({
        agents: 3,
        handling: seconds(1),
        classes: [1, 1.2].map((rate) => ({ arrivals: perSecond(rate), target: seconds(1) })),
      }),
    );
    const scale = scaleFor(2.2, 6000, 100);
    const { unit, horizon } = scale;
    expectExactAnswers(
      planOf({
        horizon,
        channels: [
          { id: 'phone', name: 'Phone', kind: 'phone' },
          { id: 'email', name: 'E-mail', kind: 'email' },
        ],
        demand: [steadyDemand('calls', 1 / unit), steadyDemand('mails', 1.2 / unit, { channel: 'email' })],
        teams: [teamOf('team', 3, {}, { deferredInterruptible: true })],
        handling: [{ time: exponential(unit) }],
      }),
      ['phone', 'email'].flatMap((channel, k) => {
        const { meanTime, meanPresent } = exact.classes[k]?.interrupted ?? { meanTime: 0, meanPresent: 0 };
        const queue = meanPresent - (k === 0 ? 1 : 1.2);
        return [
          inScope(
            'channels',
            channel,
            'waitMeanSeconds',
            (meanTime - 1) * unit,
            0.25 * (meanTime - 1) * unit,
          ),
          inScope('channels', channel, 'queueLengthMeanContacts', queue, 0.25 * queue),
        ];
      }),
    );
  });
});
