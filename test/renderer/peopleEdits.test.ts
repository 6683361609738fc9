import { describe, expect, it } from 'vitest';
import type { Command } from '../../core/plan/edits/command.ts';
import { withoutPart } from '../../core/plan/edits/withoutPart.ts';
import { groupCostPerMonth } from '../../core/plan/groupCost.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { type CellWords, pasteCells, readCell, rowsIn } from '../../renderer/parts/people/groupCells.ts';
import {
  addContract,
  addGroup,
  addPeople,
  addRole,
  addWork,
  moveGroup,
  namesIn,
  newTeam,
  removeGroup,
  removePerson,
} from '../../renderer/parts/people/peopleEdits.ts';
import type { GroupPlace } from '../../renderer/parts/staffing/shiftEdits.ts';
import { shrinkageOf } from '../../renderer/parts/staffing/shrinkage.ts';
import { soundAfter } from '../support/editedPlan.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

function placeOf(plan: Plan, id: string): GroupPlace {
  for (const team of plan.teams) {
    const group = team.groups.find((one) => one.id === id);
    if (group !== undefined) return { team, group };
  }
  throw new Error(`no group ${id}`);
}

const resultOf = (commands: readonly Command[], plan: Plan = shop): Plan => soundAfter(commands, plan);

const words: CellWords = {
  language: 'fa',
  sourcing: (value) => ({ remote: 'دورکار' })[value as string] ?? value,
};
const teamOf = (plan: Plan, id: string) => plan.teams.find((team) => team.id === id) as Plan['teams'][number];

describe('groups', () => {
  it('are added like the first of their team', () => {
    const after = resultOf(addGroup(shop, teamOf(shop, 'orders'), { name: { en: 'Night' } }));
    const added = teamOf(after, 'orders').groups.at(-1);
    expect(added).toMatchObject({ role: 'agent', contract: 'full-time', name: { en: 'Night' } });
    expect(added?.staffing).toEqual({ kind: 'hours', agents: 1, leaving: 'finish' });
  });

  it('move to another team as they are', () => {
    const remote = placeOf(shop, 'orders-remote');
    const after = resultOf(moveGroup(remote, 'returns'));
    expect(placeOf(after, 'orders-remote').team.id).toBe('returns');
    expect(placeOf(after, 'orders-remote').group).toEqual(remote.group);
    expect(moveGroup(remote, 'orders')).toEqual([]);
  });

  it('go with everything that names them, in one step', () => {
    const named: Plan = {
      ...shop,
      teams: shop.teams.map((team) => (team.id === 'returns' ? { ...team, lead: 'orders-remote' } : team)),
      routing: [
        {
          when: {},
          entries: [
            { groups: ['orders-remote'], afterSeconds: 20 },
            { groups: ['orders-remote', 'orders-agents'], afterSeconds: 10 },
          ],
        },
        { when: {}, entries: [{ groups: ['orders-remote'], afterSeconds: 0 }] },
      ] as unknown as Plan['routing'],
      scenarios: [
        {
          id: 'more',
          name: 'More',
          changes: [
            { at: ['teams', 'orders', 'groups', 'orders-remote', 'headcount'], change: 'set', value: 9 },
            { at: ['teams', 'orders', 'groups', 'orders-agents', 'headcount'], change: 'set', value: 9 },
          ],
        },
      ],
    };
    const after = resultOf(removeGroup(named, placeOf(named, 'orders-remote')), named);
    expect(JSON.stringify(after)).not.toContain('orders-remote');
    expect(after.routing).toHaveLength(1);
    expect(after.routing[0]?.entries).toMatchObject([{ groups: ['orders-agents'], afterSeconds: 30 }]);
    expect(after.scenarios[0]?.changes).toHaveLength(1);
  });

  it('lose role and contract where these are removed', () => {
    for (const [list, id] of [
      ['roles', 'agent'],
      ['contracts', 'full-time'],
    ] as const) {
      const after = resultOf(withoutPart(shop, list, id));
      expect(after[list].some((part) => part.id === id)).toBe(false);
      expect(placeOf(after, 'general-agents').group[list === 'roles' ? 'role' : 'contract']).toBeUndefined();
    }
  });

  it('cost what their contract says, and nothing is guessed', () => {
    const { team, group } = placeOf(shop, 'general-agents');
    expect(groupCostPerMonth(shop, team, group)).toBe(13 * 32_900_000);
    const { headcount: _, ...open } = group;
    expect(groupCostPerMonth(shop, team, open)).toBeNull();
    const { contract: __, ...free } = group;
    expect(groupCostPerMonth(shop, team, free)).toBeNull();
  });
});

describe('people by name', () => {
  it('are read one a line, whatever else the sheet has', () => {
    expect(namesIn('مینا\t۲۴\r\n\r\n  • Ali Rezai \n- سارا\n')).toEqual(['مینا', 'Ali Rezai', 'سارا']);
  });

  it('come after those who are there, and go one by one', () => {
    const place = placeOf(shop, 'engineers');
    const one = resultOf(addPeople(place, ['A', 'B']));
    const three = resultOf(addPeople(placeOf(one, 'engineers'), ['C']), one);
    const people = placeOf(three, 'engineers').group.people ?? [];
    expect(people.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(new Set(people.map(({ id }) => id)).size).toBe(3);
    let plan = three;
    for (const { id } of people) plan = resultOf(removePerson(placeOf(plan, 'engineers'), id), plan);
    expect(placeOf(plan, 'engineers').group).toEqual(place.group);
    expect(addPeople(place, [])).toEqual([]);
  });
});

describe('the table of groups', () => {
  const orders = teamOf(shop, 'orders');

  it('reads names of parts in any language and spelling, numbers in any digits, and refuses the rest', () => {
    const read = (column: Parameters<typeof readCell>[2], text: string) =>
      readCell(shop, {}, column, text, words);
    expect(read('role', 'Agent')).toEqual({ ok: true, value: 'agent' });
    expect(read('contract', 'تمام وقت').ok).toBe(false);
    expect(read('contract', 'تمام‌وقت')).toEqual({ ok: true, value: 'full-time' });
    expect(read('headcount', '۱۲')).toEqual({ ok: true, value: 12 });
    expect(read('headcount', '2.5')).toEqual({ ok: false });
    expect(read('headcount', '')).toEqual({ ok: true, value: undefined });
    expect(read('sourcing', 'دورکار')).toEqual({ ok: true, value: 'remote' });
    expect(read('sourcing', 'somewhere')).toEqual({ ok: false });
  });

  it('takes a pasted block as one step, with new groups for the rows beyond the last', () => {
    const block = rowsIn('صبح\tنماینده\tتمام‌وقت\t۸\r\nعصر\t\t\t٤\r\nشب\tنماینده\t\t۲\r\n');
    const { commands, refused } = pasteCells(shop, orders, 0, 'name', block, words);
    expect(refused).toEqual([]);
    const after = teamOf(resultOf(commands), 'orders').groups;
    expect(after.map(({ headcount }) => headcount)).toEqual([8, 4, 2]);
    expect(after[2]).toMatchObject({ name: { fa: 'شب' }, role: 'agent', contract: 'full-time' });
    expect(after[1]?.role).toBeUndefined();
  });

  it('names what it cannot read, and then changes nothing', () => {
    const { commands, refused } = pasteCells(
      shop,
      orders,
      0,
      'role',
      [['Agent', 'Never'], ['Nobody']],
      words,
    );
    expect(commands).toEqual([]);
    expect(refused).toEqual(['Never', 'Nobody']);
  });
});

describe('roles, contracts, and work that is no contact', () => {
  it('are added sound', () => {
    const kinds = { kind: 'trainer', name: { en: 'Coach' }, duties: [{ en: 'Coaches' }] } as const;
    let plan = resultOf(addRole(shop, { ...kinds, duties: [...kinds.duties] }));
    plan = resultOf(addContract(plan, { en: 'Evenings' }), plan);
    plan = resultOf(addWork(plan, { en: 'Reviews' }), plan);
    expect(plan.roles.at(-1)).toMatchObject({ kind: 'trainer', contactTimeShare: 1 });
    expect(plan.contracts.at(-1)?.hoursPerWeek).toBe(40);
    expect(plan.internalWork.at(-1)?.team).toBe(shop.teams[0]?.id);
    const teams = resultOf(newTeam('first', { en: 'First' }), plan).teams;
    expect(teams.at(-1)?.groups).toHaveLength(1);
  });
});

describe('what is left of people on duty', () => {
  it('is each share of what the losses before it left', () => {
    const { planned, losses, left } = shrinkageOf(shop, placeOf(shop, 'orders-remote'));
    const [first, second, third] = losses;
    expect(first?.lost).toBeCloseTo(planned * 0.08, 12);
    expect(second?.lost).toBeCloseTo(planned * 0.92 * 0.05, 12);
    expect(third?.share).toBe(0);
    expect(left).toBeCloseTo(planned * 0.92 * 0.95, 12);
  });
});
