// Attribution over many worlds: one factor otherwise at a time, by little and by much, for better and for worse; and all at once.
import { describe, expect, it } from 'vitest';
import type { Attribution, ReviewFactor } from '../../core/measures/review.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { reviewPeriod } from '../../core/review/index.ts';
import { measuredOf, reviewedPlan, reviewTools, soundPlan } from '../support/reviewedPlan.ts';

const plan = soundPlan(reviewedPlan);
/** Enough that chance in the measurement itself is far below a tenth of the least miss. */
const replications = 120;

function world(change: Readonly<Partial<Record<ReviewFactor, number>>>): Plan {
  const { volume = 1, mix = 1, handling = 1, staffing = 1, shrinkage = 0.2 } = change;
  // What faults gain in share the orders lose, so that all contacts together stay as many.
  const shares = [480 - 160 * (mix - 1), 160 * mix, 160];
  return {
    ...plan,
    demand: plan.demand.map((one, d) => ({
      ...one,
      volume: { contacts: (shares[d] as number) * volume, per: 'day' as const },
    })),
    handling: plan.handling.map((rule) => ({
      ...rule,
      time: {
        law: 'exponential' as const,
        meanSeconds: handling * ('meanSeconds' in rule.time ? rule.time.meanSeconds : 0),
      },
    })),
    teams: plan.teams.map((team) => ({
      ...team,
      groups: team.groups.map((group) => ({
        ...group,
        plannedShrinkage: shrinkage,
        staffing: { kind: 'hours' as const, agents: 5 * staffing, leaving: 'finish' as const },
      })),
    })),
  };
}

async function missOf(lived: Plan): Promise<Attribution> {
  const { misses } = await reviewPeriod(plan, measuredOf(lived, replications), reviewTools(replications));
  const [miss] = misses;
  if (miss === undefined) throw new Error('no miss');
  return miss;
}

const cases: readonly (readonly [ReviewFactor, number])[] = [
  ['volume', 1.1],
  ['volume', 1.4],
  ['volume', 0.8],
  ['mix', 1.6],
  ['mix', 2.2],
  ['handling', 1.1],
  ['handling', 1.4],
  ['handling', 0.85],
  ['staffing', 0.9],
  ['staffing', 0.8],
  ['staffing', 1.2],
  ['shrinkage', 0.28],
  ['shrinkage', 0.36],
  ['shrinkage', 0.1],
];

describe('the miss of a promise', () => {
  it.each(cases)('goes by nine tenths at least to %s at %d', async (factor, level) => {
    const { planned, actual, parts } = await missOf(world({ [factor]: level }));
    const miss = actual - planned;
    expect(Math.abs(miss)).toBeGreaterThan(0.02);
    const own = parts.find((part) => part.factor === factor)?.value ?? 0;
    expect(own / miss).toBeGreaterThan(0.9);
    expect(parts.reduce((sum, { value }) => sum + value, planned)).toBe(actual);
  });

  it('leaves little to the model where all factors are otherwise at once, and sums to the last bit', async () => {
    const lived = world({ volume: 1.1, mix: 1.3, handling: 1.1, staffing: 0.95, shrinkage: 0.25 });
    const { planned, actual, parts } = await missOf(lived);
    expect(parts).toHaveLength(6);
    expect(parts.reduce((sum, { value }) => sum + value, planned)).toBe(actual);
    const model = parts.find(({ factor }) => factor === 'model');
    expect(Math.abs(model?.value ?? 1) / Math.abs(actual - planned)).toBeLessThan(0.1);
  });
});
