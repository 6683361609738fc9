import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { simulatePlan } from '../../support/simulatePlan.ts';

const month = (365.25 / 12) * 86_400;
const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Contract = NonNullable<PlanInput['contracts']>[number];

/** Two people from 9 to 17 (a third of them lost to shrinkage), three calls of ten minutes at different times. */
const shop = (contract: Partial<Contract>, group: object = {}, more: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', costPerContact: 2 }],
    demand: [recordedDemand('calls', [36_000, 40_000, 44_000])],
    contracts: [{ id: 'full', name: 'Full', hoursPerWeek: 40, ...contract }],
    teams: [
      teamOf(
        'team',
        2,
        {},
        {
          contract: 'full',
          plannedShrinkage: 0.5,
          staffing: {
            kind: 'counts',
            counts: [{ weekdays: [...everyDay], from: '09:00', to: '17:00', agents: 2 }],
          },
          ...group,
        },
      ),
    ],
    handling: [{ time: deterministic(600) }],
    ...more,
  });
const totalOf = (input: PlanInput) => simulatePlan(input).result.total;

describe('costs', () => {
  it('pay the planned presence by the hour, and each contact of a channel', () => {
    const { result } = simulatePlan(shop({ costPerHour: 10 }));
    expect(result.total.staffCostMoney?.value).toBeCloseTo(160, 9);
    expect(result.teams['team']?.staffCostMoney?.value).toBeCloseTo(160, 9);
    expect(result.total.channelCostMoney?.value).toBe(6);
    expect(result.channels['phone']?.channelCostMoney?.value).toBe(6);
    expect(result.total.totalCostMoney?.value).toBeCloseTo(166, 9);
    expect(result.total.costPerContactMoney?.value).toBeCloseTo(166 / 3, 9);
    expect(result.total.costPerResolutionMoney?.value).toBeCloseTo(166 / 3, 9);
    expect(result.total.costPerMonthMoney?.value).toBeCloseTo((166 * month) / 86_400, 6);
    expect(result.notYetSimulated).toEqual([]);
  });

  it('pay everyone employed by the month, and tools by the seat', () => {
    const total = totalOf(shop({ costPerMonth: 3000, toolCostPerSeatPerMonth: 100 }, { headcount: 4 }));
    expect(total.staffCostMoney?.value).toBeCloseTo((4 * 3100 * 86_400) / month, 9);
    const hourly = totalOf(shop({ costPerHour: 10, toolCostPerSeatPerMonth: 100 }, { headcount: 4 }));
    expect(hourly.staffCostMoney?.value).toBeCloseTo(160 + (400 * 86_400) / month, 9);
  });

  it('leave out the warm-up', () => {
    const total = totalOf(
      shop({ costPerHour: 10 }, {}, { horizon: { start: '2026-01-05', days: 1, warmUpDays: 0.5 } }),
    );
    // From 12:00 to 17:00; one of the three calls comes after noon.
    expect(total.staffCostMoney?.value).toBeCloseTo(100, 9);
    expect(total.channelCostMoney?.value).toBe(2);
  });

  it('are unknown where a contract, its pay or the headcount is missing', () => {
    for (const total of [
      totalOf(shop({ costPerHour: 10 }, { contract: undefined })),
      totalOf(shop({})),
      totalOf(shop({ costPerMonth: 3000 })),
    ]) {
      expect(total.staffCostMoney).toEqual({ value: null, halfWidth: null });
      expect(total.totalCostMoney?.value).toBeNull();
      expect(total.costPerContactMoney?.value).toBeNull();
      expect(total.channelCostMoney?.value).toBe(6);
    }
  });

  it('do not count what self-service solves', () => {
    const total = totalOf(
      shop(
        { costPerHour: 10 },
        {},
        {
          issueTypes: [
            { id: 'question', name: 'Question', selfService: { triedShare: 1, deflectedShare: 1 } },
          ],
        },
      ),
    );
    expect(total.channelCostMoney?.value).toBe(0);
    expect(total.costPerContactMoney?.value).toBeNull();
  });
});

const flat = (change: number) => [{ seconds: 0, change }];
/** A score that starts at 5 and loses stated amounts, whatever the times are. */
const curves = (more: object) => ({
  start: 5,
  firstResponseLive: flat(-0.5),
  firstResponseDeferred: flat(-0.5),
  resolutionLive: flat(-0.25),
  resolutionDeferred: flat(-0.25),
  perTransfer: 0,
  perReturn: 0,
  perLost: 0,
  ...more,
});
const judged = (satisfaction: object, more: Partial<PlanInput> = {}): PlanInput =>
  shop({ costPerHour: 10 }, {}, { company: { responseCurves: { satisfaction } }, ...more });

describe('scores by response curves', () => {
  it('start from their best and lose what the curves say', () => {
    const total = totalOf(judged(curves({})));
    expect(total.satisfactionScore?.value).toBeCloseTo(4.25, 12);
    // The same on 1 to 10: 1 + 3.25 x 9 / 4.
    expect(total.satisfactionTenScore?.value).toBeCloseTo(8.3125, 12);
  });

  it('follow the times of the histograms within a bin', () => {
    // Calls are resolved after 600 s: linear from 0 at 0 s to -1.2 at 1200 s loses 0.6.
    const resolutionLive = [
      { seconds: 0, change: 0 },
      { seconds: 1200, change: -1.2 },
    ];
    const total = totalOf(judged(curves({ resolutionLive })));
    expect(total.satisfactionScore?.value).toBeCloseTo(4.5 - 0.6, 1);
    expect(Math.abs((total.satisfactionScore?.value ?? 0) - 3.9)).toBeLessThan(0.6 / 32);
  });

  it('take the curve of live contacts or of others', () => {
    const mail: Partial<PlanInput> = { channels: [{ id: 'phone', name: 'Mail', kind: 'email' }] };
    const total = totalOf(judged(curves({ firstResponseDeferred: flat(-2) }), mail));
    expect(total.satisfactionScore?.value).toBeCloseTo(2.75, 12);
  });

  it('lose by hand-overs, returns and lost contacts', () => {
    const passedOn: Partial<PlanInput> = {
      tiers: [
        { id: 'one', name: 'One' },
        { id: 'two', name: 'Two' },
      ],
      teams: [teamOf('first', 2, { tier: 'one' }), teamOf('second', 2, { tier: 'two' })],
      outcomes: [{ when: { tiers: ['one'] }, next: [{ kind: 'functional', share: 1, to: 'nextTier' }] }],
    };
    expect(totalOf(judged(curves({ perTransfer: -0.4 }), passedOn)).satisfactionScore?.value).toBeCloseTo(
      3.85,
      12,
    );
    const returning: Partial<PlanInput> = {
      returns: [{ share: 1, delay: deterministic(100_000) }],
    };
    expect(totalOf(judged(curves({ perReturn: -1 }), returning)).satisfactionScore?.value).toBeCloseTo(
      3.25,
      12,
    );
    // One agent all day: of three callers at once only the first is not lost.
    const lost: Partial<PlanInput> = {
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', waitingPlaces: 0 }],
      demand: [recordedDemand('calls', [36_000, 36_000, 36_000])],
    };
    expect(totalOf(judged(curves({ perLost: -1.5 }), lost)).satisfactionScore?.value).toBeCloseTo(3.25, 12);
  });

  it('stay on their scale, and say nothing where nobody was answered', () => {
    expect(totalOf(judged(curves({ firstResponseLive: flat(-50) }))).satisfactionScore?.value).toBe(1);
    const nobody = totalOf(judged(curves({}), { demand: [recordedDemand('calls', [])] }));
    expect(nobody.satisfactionScore).toEqual({ value: null, halfWidth: null });
    expect(nobody.netPromoterScore?.value).toBeNull();
  });

  it('are told by channel and issue type with an interval', () => {
    const steady = judged(curves({}), {
      demand: [
        {
          id: 'calls',
          issueType: 'question',
          channel: 'phone',
          volume: { contacts: 20, per: 'hour' as const },
        },
      ],
      teams: [teamOf('team', 4)],
      handling: [{ time: { law: 'exponential', meanSeconds: 600 } }],
      company: {},
    });
    const { result } = simulatePlan(steady, { replications: 4 });
    const { value, halfWidth } = result.channels['phone']?.effortScore ?? { value: null, halfWidth: null };
    expect(value).toBeGreaterThan(1);
    expect(value).toBeLessThanOrEqual(7);
    expect(halfWidth).toBeGreaterThan(0);
    expect(result.issueTypes['question']?.netPromoterScore?.value).toBeLessThan(100);
    expect(result.teams['team']?.satisfactionScore).toBeUndefined();
  });
});

describe('goals of a plan', () => {
  it('stand in the result with their light', () => {
    const input = shop(
      { costPerHour: 10 },
      {},
      {
        goals: [
          { id: 'fcr', kpi: 'firstContactResolution', scale: 'fraction', threshold: 0.9 },
          { id: 'cost', kpi: 'costPerContact', scale: 'money', threshold: 50 },
          { id: 'kept', kpi: 'retention', scale: 'fraction', threshold: 0.8 },
        ],
        company: { retention: { customersAtStart: 200, customersGained: 46, customersAtEnd: 210 } },
      },
    );
    const { result } = simulatePlan(input, { replications: 2 });
    expect(result.goals.map(({ goal, verdict }) => [goal, verdict])).toEqual([
      ['fcr', 'kept'],
      ['cost', 'missed'],
      ['kept', 'kept'],
    ]);
    expect(result.total.retentionRateFraction).toEqual({ value: expect.closeTo(0.82, 12), halfWidth: 0 });
    expect(result.notYetSimulated).toEqual([]);
  });
});
