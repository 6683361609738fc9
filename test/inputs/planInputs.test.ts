import { describe, expect, it } from 'vitest';
import { drawInputs, planInputs, type StatedInput, withInputs } from '../../core/inputs/index.ts';
import { lawMean } from '../../core/plan/lawMean.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { compilePlan } from '../../core/simulation/index.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';

const parsed = (input: PlanInput): Plan => {
  const { plan, faults } = parsePlanValue(input);
  if (plan === null) throw new Error(JSON.stringify(faults));
  return plan;
};
const samplePlans = sampleList().map(({ id }) => [id, parsed(JSON.parse(openSample(id) ?? ''))] as const);
const compiled = (plan: Plan) => {
  const model = compilePlan(plan, { planHash: 'none', offsets: timeZoneOffsets });
  if (!model.ok) throw new Error(JSON.stringify(model.failure));
  return model.value;
};

const mixPlan = parsed(
  planOf({
    demand: [steadyDemand('calls', 0.05)],
    teams: [teamOf('first', 5), teamOf('second', 3), teamOf('lead', 1)],
    outcomes: [
      {
        when: { teams: ['first'] },
        next: [
          { kind: 'functional', share: 0.2, to: { team: 'second' } },
          { kind: 'hierarchical', share: 0.1, to: { team: 'lead' } },
        ],
      },
    ],
  }),
);

describe('planInputs', () => {
  it.each(samplePlans)('names each input of %s once', (_, plan) => {
    const keys = planInputs(plan).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(30);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes its keys from ids, so that another order changes none', () => {
    const plan = samplePlans[0]?.[1] as Plan;
    const turned = { ...plan, demand: plan.demand.toReversed(), channels: plan.channels.toReversed() };
    const keysOf = (of: Plan): string[] =>
      planInputs(of)
        .map(({ key }) => key)
        .sort();
    expect(keysOf(turned)).toEqual(keysOf(plan));
  });

  it('knows the ranges that the plan writes down', () => {
    const plan = parsed(
      planOf({
        demand: [
          steadyDemand('calls', 1, { volume: { contacts: { value: 90, low: 80, high: 120 }, per: 'hour' } }),
        ],
        teams: [teamOf('team', 12, {}, { plannedShrinkage: { value: 0.1, assumed: true } })],
        handling: [{ time: { ...exponential(300), meanLowSeconds: 280, meanHighSeconds: 360 } as never }],
        volumeModel: { forecastError: { lowFactor: 0.9, highFactor: 1.2 } },
      }),
    );
    const found = planInputs(plan).map(({ key, belief }) => [key, belief?.basis, belief?.low, belief?.high]);
    expect(found).toContainEqual(['demand/calls/volume/contacts', 'stated', 80, 120]);
    expect(found).toContainEqual(['handling/0/time/mean', 'stated', 280, 360]);
    expect(found).toContainEqual(['volumeModel/forecastError', 'stated', 0.9, 1.2]);
    expect(found).toContainEqual(['teams/team/groups/team/staffing', undefined, undefined, undefined]);
    const shrinkage = found.find(([key]) => key === 'teams/team/groups/team/plannedShrinkage');
    expect(shrinkage?.[1]).toBe('assumed');
  });
});

describe('withInputs', () => {
  it.each(samplePlans)('gives the same model of %s where each input is set to what it is', (_, plan) => {
    // The share of an issue type is calculated from the volumes, and comes back rounded.
    const inputs = planInputs(plan).filter(({ form }) => form !== 'mix');
    const same = withInputs(plan, inputs, new Map(inputs.map(({ key, value }) => [key, value])));
    expect(JSON.stringify(compiled(same))).toBe(JSON.stringify(compiled(plan)));
  });

  it.each(samplePlans)('changes %s with each input, and what comes out has no fault', (_, plan) => {
    const inputs = planInputs(plan);
    for (const input of inputs) {
      const value = input.isWhole ? input.value + 1 : input.value === 0 ? 0.01 : input.value * 0.9;
      const changed = withInputs(plan, inputs, new Map([[input.key, value]]));
      expect(JSON.stringify(changed), input.key).not.toBe(JSON.stringify(plan));
    }
    for (let draw = 0; draw < 5; draw += 1) {
      const { values } = drawInputs(inputs, 7, draw);
      expect(parsePlanValue(withInputs(plan, inputs, values)).faults).toEqual([]);
    }
  });

  it('lets other shares of a mix make room, and what all leaves stays all', () => {
    const inputs = planInputs(mixPlan);
    const sharesAt = (value: number): unknown[] =>
      withInputs(mixPlan, inputs, new Map([['outcomes/0/next/0/share', value]])).outcomes[0]?.next.map(
        ({ share }) => share,
      ) ?? [];
    // Of 0.8 that were left, 0.1 went to the lead: an eighth.
    expect(sharesAt(0.36)).toEqual([0.36, expect.closeTo(0.08, 12)]);
    expect(sharesAt(1)).toEqual([1, 0]);
  });

  it('sets the mean of any law and leaves its shape', () => {
    const time = {
      law: 'mixture',
      parts: [
        { share: 0.5, meanSeconds: 50 },
        { share: 0.5, meanSeconds: 250 },
      ],
    };
    const plan = { ...mixPlan, handling: [{ ...mixPlan.handling[0], time }] } as Plan;
    const changed = withInputs(plan, planInputs(plan), new Map([['handling/0/time/mean', 300]]));
    const law = changed.handling[0]?.time as Plan['handling'][number]['time'];
    expect(lawMean(law)).toBeCloseTo(300, 9);
    expect(law).toMatchObject({ parts: [{ meanSeconds: 100 }, { meanSeconds: 500 }] });
  });

  it('raises all volumes by the error of the forecast, after their own', () => {
    const inputs = planInputs(mixPlan);
    const values = new Map([
      ['demand/calls/volume/contacts', 200],
      ['volumeModel/forecastError', 1.1],
    ]);
    const contacts = withInputs(mixPlan, inputs, values).demand[0]?.volume?.contacts;
    expect(contacts).toBeCloseTo(220, 9);
  });
});

describe('drawInputs', () => {
  const uncertain = (key: string): StatedInput => ({
    ...{
      key,
      path: [],
      kind: 'volume',
      about: {},
      unit: 'contacts',
      value: 100,
      form: 'number',
      isWhole: false,
    },
    belief: { low: 80, high: 125, holds: 0.9, distribution: 'scaled', basis: 'stated' },
  });

  it('draws an input by its own key: another one beside it changes nothing', () => {
    const alone = drawInputs([uncertain('a')], 1, 3).values.get('a');
    expect(drawInputs([uncertain('b'), uncertain('a')], 1, 3).values.get('a')).toBe(alone);
    expect(drawInputs([uncertain('a')], 1, 4).values.get('a')).not.toBe(alone);
    expect(drawInputs([uncertain('a')], 2, 3).values.get('a')).not.toBe(alone);
  });

  it('keeps a range nine times out of ten', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const draws = 2000;
      let inside = 0;
      for (let draw = 0; draw < draws; draw += 1) {
        const value = drawInputs([uncertain('a')], seed, draw).values.get('a') ?? 0;
        if (value >= 80 && value <= 125) inside += 1;
      }
      const z = (inside - 0.9 * draws) / Math.sqrt(0.09 * draws);
      expect(Math.abs(z)).toBeLessThan(4);
    }
  });
});
