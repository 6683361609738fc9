import { describe, expect, it } from 'vitest';
import { amount } from '../../core/plan/amount.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { readArrivals } from '../../renderer/parts/demand/arrivals.ts';
import {
  addBacklog,
  addForecastError,
  addIssueType,
  addPersona,
  contactsOfCustomers,
  recordArrivals,
  stateVolume,
  volumesFromCustomers,
} from '../../renderer/parts/demand/demandEdits.ts';
import { addLine, linesAt, removeLines } from '../../renderer/parts/demand/mix.ts';
import { mixEdit } from '../../renderer/parts/demand/mixTableEdits.ts';
import { contactsOf, quantityAt, scaledQuantity, totalOf } from '../../renderer/parts/demand/volumes.ts';
import { soundAfter } from '../support/editedPlan.ts';

const sample = (id: string): Plan => parsePlan(openSample(id) ?? '').plan as Plan;
const shop = sample('online-shop');
const desk = sample('it-service-desk');

const commandsOf = (found: ReturnType<typeof mixEdit>): readonly Command[] => {
  if (typeof found === 'string') throw new Error(found);
  return found;
};

const cellOf = (plan: Plan, row: number, column: number): number =>
  totalOf(
    linesAt(plan, {
      issueType: plan.issueTypes[row]?.id ?? '',
      channel: plan.channels[column]?.id ?? '',
    }),
    'week',
  );
const rowOf = (plan: Plan, row: number): number =>
  totalOf(
    plan.demand.filter(({ issueType }) => issueType === plan.issueTypes[row]?.id),
    'week',
  );

describe('volumes', () => {
  it('stand beside each other in one period', () => {
    const line = { ...shop.demand[0], volume: { contacts: 700, per: 'week' } } as Plan['demand'][number];
    expect(contactsOf(line, 'day')).toBe(100);
    expect(contactsOf(line, 'hour')).toBeCloseTo(700 / 168, 12);
    expect(contactsOf(line, 'year')).toBeCloseTo((700 * 365.25) / 7, 9);
    expect(contactsOf(line, 'month') * 12).toBeCloseTo(contactsOf(line, 'year'), 9);
  });

  it('take their range along, and keep what is said of their origin', () => {
    const stated = { value: 100, low: 80, high: 130, assumed: true, source: 'log' };
    expect(scaledQuantity(stated, 1.5)).toEqual({ ...stated, value: 150, low: 120, high: 195 });
    expect(quantityAt(stated, 50)).toEqual({ ...stated, value: 50, low: 40, high: 65 });
    expect(quantityAt({ value: 0, low: 0, high: 5, assumed: true }, 7)).toEqual({ value: 7, assumed: true });
  });
});

describe('the table of the mix', () => {
  it('gives a cell its number, exactly, and a new line where there was none', () => {
    const changed = soundAfter(
      commandsOf(mixEdit(shop, [{ row: 0, column: 0, value: 777 }], 'week', 'contacts')),
      shop,
    );
    expect(cellOf(changed, 0, 0)).toBe(777);
    const bare = { ...shop, demand: shop.demand.filter((line) => line.issueType !== 'complaint') } as Plan;
    const row = bare.issueTypes.findIndex(({ id }) => id === 'complaint');
    const added = soundAfter(
      commandsOf(mixEdit(bare, [{ row, column: 0, value: 12 }], 'day', 'contacts')),
      bare,
    );
    expect(added.demand).toHaveLength(bare.demand.length + 1);
    expect(added.demand.at(-1)).toMatchObject({ volume: { contacts: 12, per: 'day' }, channel: 'phone' });
    // The profile of its channel's other lines.
    expect(added.demand.at(-1)?.profile).toBe('live-week');
  });

  it('spreads a number over the lines of a cell as they stood', () => {
    const cell = { issueType: 'user-help', channel: 'phone' };
    const row = desk.issueTypes.findIndex(({ id }) => id === cell.issueType);
    const column = desk.channels.findIndex(({ id }) => id === cell.channel);
    const before = linesAt(desk, cell);
    expect(before.length).toBeGreaterThan(1);
    const doubled = 2 * totalOf(before, 'week');
    const changed = soundAfter(
      commandsOf(mixEdit(desk, [{ row, column, value: doubled }], 'week', 'contacts')),
      desk,
    );
    for (const [at, line] of linesAt(changed, cell).entries())
      expect(contactsOf(line, 'week')).toBeCloseTo(2 * contactsOf(before[at] ?? line, 'week'), 6);
  });

  it('takes an emptied cell away, with the backlog of its lines', () => {
    const line = linesAt(shop, {
      issueType: shop.issueTypes[0]?.id ?? '',
      channel: shop.channels[0]?.id ?? '',
    })[0];
    const other = shop.demand.find(({ id }) => id !== line?.id);
    const plan = {
      ...shop,
      startingBacklog: [
        { demand: line?.id ?? '', contacts: 3, oldestSeconds: 0 },
        { demand: other?.id ?? '', contacts: 4, oldestSeconds: 0 },
      ],
    } as Plan;
    const changed = soundAfter(
      commandsOf(mixEdit(plan, [{ row: 0, column: 0, value: null }], 'week', 'contacts')),
      plan,
    );
    expect(changed.demand.some(({ id }) => id === line?.id)).toBe(false);
    expect(changed.startingBacklog).toEqual([plan.startingBacklog[1]]);
  });

  it('lets a row, a column and the whole follow their sum', () => {
    const columns = shop.channels.length;
    const rows = shop.issueTypes.length;
    const row = soundAfter(
      commandsOf(mixEdit(shop, [{ row: 1, column: columns, value: rowOf(shop, 1) * 3 }], 'week', 'contacts')),
      shop,
    );
    expect(rowOf(row, 1)).toBeCloseTo(3 * rowOf(shop, 1), 6);
    expect(rowOf(row, 2)).toBe(rowOf(shop, 2));
    const total = totalOf(shop.demand, 'week');
    const whole = soundAfter(
      commandsOf(mixEdit(shop, [{ row: rows, column: columns, value: total / 2 }], 'week', 'contacts')),
      shop,
    );
    expect(cellOf(whole, 0, 0)).toBeCloseTo(cellOf(shop, 0, 0) / 2, 6);
  });

  it('gives a share of the whole, and the rest to all others as they stood', () => {
    const total = totalOf(shop.demand, 'week');
    const changed = soundAfter(
      commandsOf(mixEdit(shop, [{ row: 0, column: shop.channels.length, value: 0.5 }], 'week', 'share')),
      shop,
    );
    expect(totalOf(changed.demand, 'week')).toBeCloseTo(total, 4);
    expect(rowOf(changed, 0)).toBeCloseTo(total / 2, 4);
    expect(rowOf(changed, 1) / rowOf(changed, 2)).toBeCloseTo(rowOf(shop, 1) / rowOf(shop, 2), 7);
  });

  it('refuses shares beyond the whole, and sums together with cells', () => {
    const sum = shop.channels.length;
    const edit = (row: number, column: number, value: number | null) => ({ row, column, value });
    expect(mixEdit(shop, [edit(0, sum, 0.7), edit(1, sum, 0.6)], 'week', 'share')).toBe('sharesOverOne');
    expect(mixEdit(shop, [edit(0, sum, 700), edit(1, 0, 5)], 'week', 'contacts')).toBe('sumsApart');
    expect(mixEdit(shop, [edit(0, sum, null)], 'week', 'contacts')).toBe('sumEmptied');
    const all = shop.issueTypes.map((_, row) => edit(row, sum, 0.01));
    expect(mixEdit(shop, all, 'week', 'share')).toBe('sharesNotOne');
  });

  it('takes percentages that were rounded', () => {
    const sum = desk.channels.length;
    const thirds = desk.issueTypes.map((_, row) => ({ row, column: sum, value: row < 3 ? 0.333 : 0.0005 }));
    const total = totalOf(desk.demand, 'week');
    const changed = soundAfter(commandsOf(mixEdit(desk, thirds, 'week', 'share')), desk);
    expect(totalOf(changed.demand, 'week')).toBeCloseTo(total, 3);
  });
});

describe('the edits of demand', () => {
  it('set all volumes to what follows from the customers, in their mix', () => {
    const plan = {
      ...shop,
      company: { ...shop.company, customers: 50_000 },
      volumeModel: { ...shop.volumeModel, contactRatePerCustomerPerMonth: { value: 0.4, assumed: true } },
    } as Plan;
    expect(contactsOfCustomers(plan)).toBe(20_000);
    const changed = soundAfter(volumesFromCustomers(plan), plan);
    expect(totalOf(changed.demand, 'month')).toBeCloseTo(20_000, 2);
    const share = (one: Plan): number =>
      amount(one.demand[0]?.volume?.contacts ?? 0) / totalOf(one.demand, 'week');
    expect(share(changed)).toBeCloseTo(share(plan), 9);
    expect(
      contactsOfCustomers({ ...plan, company: { ...plan.company, customers: undefined } } as Plan),
    ).toBeUndefined();
  });

  it('add sound parts', () => {
    let plan = soundAfter(addIssueType(shop, { en: 'New' }), shop);
    plan = soundAfter(addPersona(plan, { en: 'New' }), plan);
    plan = soundAfter(addForecastError, plan);
    plan = soundAfter(addBacklog(plan), plan);
    plan = soundAfter(
      addLine(plan, { issueType: plan.issueTypes.at(-1)?.id ?? '', channel: 'email' }, 'week'),
      plan,
    );
    expect(plan.volumeModel.forecastError).toEqual({ lowFactor: 0.9, highFactor: 1.1 });
    expect(plan.company.personas).toHaveLength(shop.company.personas.length + 1);
    expect(plan.demand.at(-1)).toMatchObject({
      issueType: plan.issueTypes.at(-1)?.id,
      profile: 'written-week',
    });
    const line = plan.startingBacklog[0]?.demand ?? '';
    expect(soundAfter(removeLines(plan, [line]), plan).startingBacklog).toEqual([]);
  });

  it('record arrivals in the place of a volume, and state a volume in the place of arrivals', () => {
    const id = shop.demand[0]?.id ?? '';
    const recorded = soundAfter(recordArrivals(shop, id, [1, 20, 300]), shop);
    expect(recorded.demand[0]?.volume).toBeUndefined();
    expect(recorded.demand[0]?.arrivalsSeconds).toEqual([1, 20, 300]);
    const stated = soundAfter(stateVolume(recorded, id, 3, 'day'), recorded);
    expect(stated.demand[0]).toMatchObject({ volume: { contacts: 3, per: 'day' } });
  });
});

describe('readArrivals', () => {
  it('reads seconds and times in any digits, in order', () => {
    expect(readArrivals('۳۰\t12.5\r\n1:04:30\n\n٧;8')).toEqual({ ok: true, seconds: [7, 8, 12.5, 30, 3870] });
  });

  it('names the line that holds no time, and takes nothing', () => {
    expect(readArrivals('1\n2\nabc\n4')).toEqual({ ok: false, line: 3, text: 'abc' });
    expect(readArrivals('5\n-1')).toMatchObject({ ok: false, line: 2 });
    expect(readArrivals(' \n ')).toMatchObject({ ok: false, line: 0 });
  });
});
