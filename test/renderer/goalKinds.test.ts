import { describe, expect, it } from 'vitest';
import { goalsOf } from '../../core/measures/goals.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { addGoal, goalKinds, kpis, setKpi, setScale } from '../../renderer/parts/goals/goalKinds.ts';
import { soundAfter } from '../support/editedPlan.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

const resultOf = (commands: readonly Command[], plan: Plan = shop): Plan => soundAfter(commands, plan);

describe('the editor of goals', () => {
  it.each(kpis)('begins %s with a threshold that can be judged', (kpi) => {
    const plan = resultOf(addGoal(shop, kpi));
    const goal = goalsOf(plan).at(-1);
    expect(goal?.threshold).not.toBeNull();
    expect(goal?.side).toBe(goalKinds[kpi].side);
  });

  it.each(kpis)('states %s on scales that can all be judged', (kpi) => {
    for (const scale of goalKinds[kpi].scales) {
      const plan = resultOf(addGoal(shop, kpi));
      const goal = plan.goals.at(-1);
      if (goal === undefined) throw new Error('the goal is there');
      const scaled = scale === goal.scale ? plan : resultOf(setScale(goal, scale), plan);
      expect(goalsOf(scaled).at(-1)?.threshold).not.toBeNull();
    }
  });

  it('changes the figure with its scale, and keeps the goal’s place', () => {
    const [first] = shop.goals;
    if (first === undefined) throw new Error('the shop has goals');
    const plan = resultOf(setKpi(first, 'occupancy'));
    expect(plan.goals[0]).toMatchObject({ id: first.id, kpi: 'occupancy', scale: 'fraction' });
    expect(plan.goals).toHaveLength(shop.goals.length);
  });

  it('keeps where a threshold stands when the scale changes', () => {
    const seven = shop.goals.find(({ kpi }) => kpi === 'customerSatisfaction');
    if (seven === undefined) throw new Error('the shop has a goal of satisfaction');
    const plan = resultOf(setScale(seven, 'oneToFive'));
    expect(plan.goals.find(({ id }) => id === seven.id)?.threshold).toBe(3.67);
  });
});
