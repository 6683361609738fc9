import { describe, expect, it } from 'vitest';
import { handlingGroups } from '../../core/plan/handlingGroups.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import { peopleOf } from '../../core/plan/people.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { onDuty, postsOf, totalOf } from '../../core/search/index.ts';
import { smallPlan } from '../support/smallPlan.ts';

const weeksPerMonth = 365.25 / 12 / 7;

/** Forty people of 2,000 a month for 1,200 hours of duty a week: six at a time for 40 hours, twice the second half. */
function plan(contract: object, headcount: number | null = 40): Plan {
  const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  const small = smallPlan();
  const [team] = small.teams ?? [];
  return parsePlanValue({
    ...small,
    contracts: [{ id: 'full', name: 'Full', hoursPerWeek: 40, ...contract }],
    teams: [
      {
        ...team,
        groups: [
          {
            id: 'agents',
            contract: 'full',
            ...(headcount !== null && { headcount }),
            staffing: {
              kind: 'counts',
              counts: [
                { weekdays: workdays, from: '08:00', to: '12:00', agents: 20 },
                { weekdays: workdays, from: '12:00', to: '20:00', agents: 20 },
              ],
            },
          },
        ],
      },
    ],
  }).plan as Plan;
}

const agents = new Set(['agents']);

describe('postsOf', () => {
  it('costs an hour of duty what its people cost for the hours they do', () => {
    const { aim, posts, agents: now } = postsOf(plan({ costPerMonth: 2000 }), agents);
    expect([aim, now]).toEqual(['cost', [20, 20]]);
    const perHour = 80_000 / (1200 * weeksPerMonth);
    expect(perHour).toBeCloseTo(15.33, 2);
    expect(posts.map(({ cost }) => cost / (perHour * weeksPerMonth))).toEqual([
      expect.closeTo(20, 9),
      expect.closeTo(40, 9),
    ]);
  });

  it('costs an hour what is paid for it, with a share of the tools', () => {
    const { posts } = postsOf(plan({ costPerHour: 12, toolCostPerSeatPerMonth: 30 }), agents);
    expect(posts[0]?.cost).toBeCloseTo(20 * weeksPerMonth * 12 + (20 / 1200) * 40 * 30, 6);
  });

  it('counts hours where not all cost is known', () => {
    for (const unknown of [plan({}), plan({ costPerMonth: 2000 }, null)])
      expect(postsOf(unknown, agents)).toMatchObject({
        aim: 'hours',
        posts: [{ cost: 20 }, { cost: 40 }],
      });
  });
});

describe('onDuty and totalOf', () => {
  const planned = plan({ costPerMonth: 2000 });
  const posts = postsOf(planned, agents);

  it('employs as many for an hour as before, whole people', () => {
    const changed = onDuty(planned, posts, [20, 12]);
    // 880 of 1,200 hours: 29.3 people.
    expect(peopleOf(changed).people).toBe(30);
    expect(totalOf(planned, posts, [20, 12]) - totalOf(planned, posts, [19, 12])).toBeCloseTo(
      2000 + 0.01 * (posts.posts[0]?.cost ?? 0),
      6,
    );
  });

  it('never employs fewer than are on duty at once', () => {
    expect(peopleOf(onDuty(planned, posts, [35, 2])).people).toBe(35);
  });

  it('leaves the plan as it is with the numbers that it has', () => {
    expect(onDuty(planned, posts, posts.agents)).toEqual(planned);
  });
});

describe('handlingGroups', () => {
  it('are agents and dispatchers, not leads and others', () => {
    const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
    const found = handlingGroups(shop);
    expect(found).toContain('orders-remote');
    for (const other of ['leads-1', 'manager', 'trainer', 'quality', 'social-watch'])
      expect(found).not.toContain(other);
    expect(handlingGroups(parsePlanValue(smallPlan()).plan as Plan)).toEqual(['agents']);
  });
});
