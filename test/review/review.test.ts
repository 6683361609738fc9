import { describe, expect, it } from 'vitest';
import type { Attribution, ReviewFactor } from '../../core/measures/review.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { reviewPeriod } from '../../core/review/index.ts';
import { march, measuredOf, reviewedPlan, reviewTools, soundPlan } from '../support/reviewedPlan.ts';

const plan = soundPlan(reviewedPlan);
const replications = 30;

/** The plan with one thing otherwise. */
const worlds: Readonly<Record<ReviewFactor, Plan>> = {
  volume: {
    ...plan,
    demand: plan.demand.map((one) => ({ ...one, volume: times(one, 1.2) })),
  },
  mix: {
    ...plan,
    demand: plan.demand.map((one, d) => ({ ...one, volume: times(one, [0.7, 1.9, 1][d] as number) })),
  },
  handling: {
    ...plan,
    handling: plan.handling.map((rule, h) =>
      h === 0 ? { ...rule, time: { law: 'exponential', meanSeconds: 900 } } : rule,
    ),
  },
  staffing: withGroup({ staffing: { kind: 'hours', agents: 4.25, leaving: 'finish' } }),
  shrinkage: withGroup({ plannedShrinkage: 0.32 }),
};

function times(one: Plan['demand'][number], factor: number) {
  if (one.volume === undefined || typeof one.volume.contacts !== 'number') throw new Error('no plain volume');
  return { ...one.volume, contacts: one.volume.contacts * factor };
}

function withGroup(fields: object): Plan {
  return {
    ...plan,
    teams: plan.teams.map((team) => ({
      ...team,
      groups: team.groups.map((group) => ({ ...group, ...fields })),
    })),
  };
}

const missOf = async (world: Plan): Promise<Attribution> => {
  const period = measuredOf(world, replications);
  const { misses } = await reviewPeriod(plan, period, reviewTools(replications));
  const [miss] = misses;
  if (miss === undefined) throw new Error('no miss');
  return miss;
};

describe('the miss of a promise', () => {
  it.each(Object.keys(worlds) as ReviewFactor[])(
    'goes to %s by nine tenths at least where only that was otherwise',
    async (factor) => {
      const { planned, actual, parts } = await missOf(worlds[factor]);
      const miss = actual - planned;
      expect(Math.abs(miss)).toBeGreaterThan(0.05);
      const own = parts.find((part) => part.factor === factor)?.value ?? 0;
      expect(own / miss).toBeGreaterThan(0.9);
    },
  );

  it('is the sum of its parts to the last bit, and each part has its interval', async () => {
    const everything = {
      ...worlds.shrinkage,
      demand: worlds.mix.demand,
      handling: worlds.handling.handling,
    };
    const { planned, actual, parts } = await missOf(everything);
    expect(parts.map(({ factor }) => factor)).toEqual(['mix', 'handling', 'shrinkage', 'model']);
    expect(parts.reduce((sum, { value }) => sum + value, planned)).toBe(actual);
    expect(parts.toReversed().reduce((sum, { value }) => sum + value, planned)).toBe(actual);
    for (const { halfWidth } of parts) expect(halfWidth).toBeGreaterThan(0);
  });
});

describe('a review', () => {
  it('holds each measured figure beside what the plan foresaw, and beside what was asked', async () => {
    const measured = [
      { figure: 'contacts', value: 6000 },
      { figure: 'contacts', channel: 'phone', value: 4800 },
      { figure: 'handlingSeconds', issueType: 'fault', value: 700 },
      { figure: 'peopleOnDuty', value: 4 },
      { figure: 'attained', promise: 'soon', value: 0.7 },
    ] as const;
    const { rows } = await reviewPeriod(plan, { ...march, measured: [...measured] }, reviewTools(2));
    expect(rows.map(({ figure, actual }) => ({ figure, actual }))).toEqual(
      measured.map(({ figure, value }) => ({ figure, actual: value })),
    );
    expect(rows[0]?.planned.value).toBeCloseTo(5600, 6);
    expect(rows[1]?.planned.value).toBeCloseTo(4480, 6);
    expect(rows[2]?.planned.value).toBeCloseTo(600, 9);
    expect(rows[3]?.planned.value).toBeCloseTo(5, 9);
    expect(rows[4]?.planned.halfWidth).toBeGreaterThan(0);
    expect(rows[4]?.asked).toEqual({ side: 'atLeast', threshold: 0.8 });
  });

  it('takes a total apart in the proportions of the plan, and says what nothing in the plan takes up', async () => {
    const measured = [
      { figure: 'contacts', value: 5600 * 1.1 },
      { figure: 'contacts', channel: 'chat', issueType: 'fault', value: 50 },
    ] as const;
    const { base, factors, unused, misses } = await reviewPeriod(
      plan,
      { ...march, measured: [...measured] },
      reviewTools(2),
    );
    expect(factors).toEqual(['volume']);
    expect(base.volumes.map(({ contacts }) => contacts)).toEqual([528, 176, 176]);
    expect(unused).toEqual([
      { figure: 'contacts', channel: 'chat', issueType: 'fault', reason: 'nothingPlanned' },
    ]);
    const [all] = misses;
    expect(all).toMatchObject({ of: 'contacts', planned: 5600, actual: 6160 });
    expect(all?.parts.map(({ factor, value }) => [factor, value])).toEqual([
      ['volume', 560],
      ['model', 0],
    ]);
  });
});
