import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, exponential, steadyDemand, teamOf } from '../../support/plans.ts';
import { Counts, journalOf, simulatePlan } from '../../support/simulatePlan.ts';
import { type Offer, callBackPlan as plan } from './callBackPlan.ts';

describe('call-backs of all who would wait', () => {
  const busy = (offer: Partial<Offer>): PlanInput =>
    plan([], offer, {
      horizon: { start: '2026-01-05', days: 3 },
      demand: [steadyDemand('calls', 0.025)],
      teams: [teamOf('team', 3)],
      handling: [{ time: exponential(100) }],
    });

  it('are answered at the instants of an Erlang C queue: only the wait at the telephone is gone', () => {
    const { callBackOffer: _, ...phone } = busy({}).channels[0] as PlanInput['channels'][number];
    const plain: PlanInput = { ...busy({}), channels: [phone] };
    const answers = (input: PlanInput): readonly string[] =>
      journalOf(input)
        .filter(({ step }) => step === 'answer')
        .map(({ ordinal, atSeconds }) => `${ordinal} ${atSeconds}`);
    expect(answers(busy({}))).toEqual(answers(plain));
    expect(answers(plain).length).toBeGreaterThan(5000);
  });

  it('are unreached with the chance that every try fails', () => {
    const simulated = simulatePlan(
      busy({
        unansweredShare: 0.4,
        failedAttempt: deterministic(5),
        retryDelay: exponential(600),
        retries: 2,
      }),
      { replications: 5 },
    );
    let accepted = 0;
    let unreached = 0;
    for (let replication = 0; replication < 5; replication += 1) {
      const counts = new Counts(simulated, replication);
      accepted += counts.ofAll('callBacks');
      unreached += counts.ofAll('unreached');
    }
    const chance = 0.4 ** 3;
    expect(accepted).toBeGreaterThan(10_000);
    expect(Math.abs(unreached - accepted * chance)).toBeLessThan(
      4 * Math.sqrt(accepted * chance * (1 - chance)),
    );
    const { total, channels } = simulated.result;
    expect(total.callBackContacts?.value).toBeCloseTo(accepted / 5, 6);
    expect(channels.phone?.callBackContacts?.value).toBeCloseTo(accepted / 5, 6);
    expect(channels.back?.unreachedContacts?.value).toBeCloseTo(unreached / 5, 6);
  });
});
