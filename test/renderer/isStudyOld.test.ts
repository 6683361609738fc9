import { describe, expect, it } from 'vitest';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { isStudyOld } from '../../renderer/state/isStudyOld.ts';
import { smallPlan } from '../support/smallPlan.ts';

const plan = parsePlanValue(smallPlan()).plan as Plan;
const studied = { plan, planHash: 'one' };
const isOld = (more: Partial<Plan>): boolean =>
  isStudyOld(studied, { plan: { ...plan, ...more }, planHash: 'other' });

describe('isStudyOld', () => {
  it('looks at what a study rests on', () => {
    expect(isOld({})).toBe(false);
    expect(isOld({ scenarios: [{ id: 'one', name: 'One', changes: [] }] })).toBe(false);
    expect(isOld({ name: 'Another name' })).toBe(false);
    expect(isOld({ demand: [...plan.demand] })).toBe(true);
    expect(isOld({ teams: [] })).toBe(true);
  });

  it('knows the same content that was read anew by its hash', () => {
    const again = parsePlanValue(smallPlan()).plan as Plan;
    expect(isStudyOld(studied, { plan: again, planHash: 'one' })).toBe(false);
    expect(isStudyOld(studied, { plan: again, planHash: null })).toBe(true);
  });
});
