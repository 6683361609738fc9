import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { simulatePlan } from '../../support/simulatePlan.ts';

type PromiseInput = NonNullable<PlanInput['promises']>[number];
const promised = (more: Partial<PromiseInput>): PromiseInput => ({
  id: 'soon',
  name: 'Soon',
  clock: 'firstResponse',
  targetSeconds: 0,
  shareToAttain: 0.5,
  ...more,
});

describe('a promise attained over the expected offered', () => {
  const day = 24;
  const plan = (promise: PromiseInput, more: Partial<PlanInput> = {}): PlanInput =>
    planOf({
      horizon: { start: '2026-01-05', days: 1, intervalMinutes: 60 },
      demand: [
        {
          id: 'calls',
          issueType: 'question',
          channel: 'phone',
          volume: { contacts: 10 * day, per: 'day' as const },
        },
      ],
      teams: [teamOf('team', 50)],
      handling: [{ time: deterministic(60) }],
      promises: [promise],
      ...more,
    });
  const expected = promised({ serviceLevelOf: 'expectedOffered' });

  it('divides what was kept by what the rate says', () => {
    const { result } = simulatePlan(plan(expected));
    const arrived = result.total.offeredContacts?.value ?? 0;
    const promise = result.promises['soon'];
    // Everyone is answered at once.
    expect(promise?.countedContacts.value).toBe(arrived);
    expect(promise?.serviceLevelFraction.value).toBeCloseTo(arrived / 240, 12);
    expect(promise?.byChannel['phone']?.value).toBeCloseTo(arrived / 240, 12);
    expect(promise?.byTeam['team']?.value).toBe(1);
    const line = result.series.find(({ measure }) => measure === 'serviceLevelFraction');
    const offered = result.series.find(({ measure }) => measure === 'offeredContacts');
    expect(line?.values[3]).toBeCloseTo((offered?.values[3] ?? 0) / 10, 12);
  });

  it('expects only those whom self-service and the assistant let through', () => {
    const { result } = simulatePlan(
      plan(expected, {
        issueTypes: [
          { id: 'question', name: 'Question', selfService: { triedShare: 0.5, deflectedShare: 0.4 } },
        ],
        channels: [
          {
            id: 'phone',
            name: 'Phone',
            kind: 'phone',
            assistant: { share: 0.5, time: deterministic(0), resolvedShare: 0.5, handedOverShare: 0.5 },
          },
        ],
      }),
    );
    const promise = result.promises['soon'];
    // 240 x (1 - 0.5 x 0.4) x (1 - 0.5 x 0.5).
    expect(promise?.serviceLevelFraction.value).toBeCloseTo((promise?.countedContacts.value ?? 0) / 144, 12);
  });

  it('counts recorded arrivals after the warm-up', () => {
    const { result } = simulatePlan(
      plan(expected, {
        horizon: { start: '2026-01-05', days: 1, warmUpDays: 0.5 },
        demand: [recordedDemand('calls', [0, 50_000, 50_000, 60_000])],
        teams: [teamOf('team', 1)],
      }),
    );
    // Of two at once one is answered at once.
    expect(result.promises['soon']?.serviceLevelFraction.value).toBeCloseTo(2 / 3, 12);
  });
});

describe('waits over redials', () => {
  /** The first caller is served for 100 s; the second gives up after 30 s and calls again 80 s later, to be answered at once. */
  const attainedBy = (promise: Partial<PromiseInput>) => {
    const { result } = simulatePlan(
      planOf({
        channels: [
          {
            id: 'phone',
            name: 'Phone',
            kind: 'phone',
            patience: deterministic(30),
            redial: { share: 1, delay: deterministic(80) },
          },
        ],
        demand: [recordedDemand('calls', [0, 10])],
        teams: [teamOf('team', 1)],
        handling: [{ time: deterministic(100) }],
        promises: [promised({ targetSeconds: 20, abandoned: 'leftOut', ...promise })],
      }),
    );
    const found = result.promises['soon'];
    return [found?.serviceLevelFraction.value, found?.countedContacts.value];
  };

  it('are separate unless asked otherwise', () => {
    // The first caller and the redial are met, the attempt that was given up after 30 s is missed.
    expect(attainedBy({})).toEqual([2 / 3, 3]);
    expect(attainedBy({ redialWaits: 'separate' })).toEqual([2 / 3, 3]);
  });

  it('add up where the promise says so: 30 s and nothing are more than 20 s', () => {
    expect(attainedBy({ redialWaits: 'cumulated' })).toEqual([1 / 3, 3]);
    expect(attainedBy({ redialWaits: 'cumulated', targetSeconds: 30 })).toEqual([1, 2]);
  });
});
