import { describe, expect, it } from 'vitest';
import type { MeasuredBase } from '../../core/measures/review.ts';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { withoutPart } from '../../core/plan/edits/withoutPart.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { monthOf } from '../../locales/format/monthOf.ts';
import { waterfall } from '../../renderer/charts/waterfallBars.ts';
import { removePromise } from '../../renderer/parts/promises/promiseEdits.ts';
import {
  addDecision,
  addPeriod,
  newBase,
  setMeasured,
  setSurvey,
} from '../../renderer/parts/review/reviewEdits.ts';
import { reviewedPlan, soundPlan } from '../support/reviewedPlan.ts';

const plan = soundPlan(reviewedPlan);

/** The plan after the commands, which must be sound. */
function applied(before: Plan, commands: readonly Command[]): Plan {
  const found = applyCommands(before, commands);
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  const { plan: sound, faults } = parsePlanValue(found.value.document);
  expect(faults).toEqual([]);
  return sound as Plan;
}

const march = { from: '2026-03-01', to: '2026-03-31' };
const begun = applied(plan, addPeriod(plan, march));
const [period] = begun.reviews?.periods ?? [];
if (period === undefined) throw new Error('no period');
const measured = applied(
  begun,
  setMeasured(period, [
    { figure: 'contacts', about: { channel: 'chat' }, value: 900 },
    { figure: 'shrinkage', about: { team: 'desk' }, value: 0.3 },
    { figure: 'attained', about: { promise: 'soon' }, value: 0.7 },
  ]),
);

describe('the steps of a review', () => {
  it('begin reviews where the plan has none, and add to those that it has', () => {
    expect(begun.reviews).toEqual({ periods: [{ id: 'period-1', ...march, measured: [] }], decisions: [] });
    const decided = applied(measured, addDecision(measured, 'Two more', '2026-04-02'));
    expect(decided.reviews?.decisions).toEqual([{ id: 'decision-1', date: '2026-04-02', what: 'Two more' }]);
    expect(decided.reviews?.periods).toEqual(measured.reviews?.periods);
  });

  it('give figures, other values and none, and leave the others', () => {
    const [before] = measured.reviews?.periods ?? [];
    if (before === undefined) throw new Error('no period');
    const edits = [
      { figure: 'contacts', about: { channel: 'chat' }, value: null },
      { figure: 'shrinkage', about: { team: 'desk' }, value: 0.4 },
      { figure: 'cost', about: {}, value: 5 },
    ] as const;
    expect(applied(measured, setMeasured(before, edits)).reviews?.periods[0]?.measured).toEqual([
      { figure: 'shrinkage', team: 'desk', value: 0.4 },
      { figure: 'attained', promise: 'soon', value: 0.7 },
      { figure: 'cost', value: 5 },
    ]);
  });

  it('keep what is known of a survey', () => {
    const first = applied(begun, setSurvey(period, { notes: ['Friendly'] }));
    const [with1] = first.reviews?.periods ?? [];
    const second = applied(first, setSurvey(with1 ?? period, { sent: 300 }));
    expect(second.reviews?.periods[0]?.survey).toEqual({ sent: 300, notes: ['Friendly'] });
  });

  it('take figures out with the part that they are about', () => {
    const figures = (one: Plan): unknown => one.reviews?.periods[0]?.measured.map(({ figure }) => figure);
    expect(figures(applied(measured, removePromise(measured, 'soon')))).toEqual(['contacts', 'shrinkage']);
    expect(figures(applied(measured, withoutPart(measured, 'channels', 'chat')))).toEqual([
      'shrinkage',
      'attained',
    ]);
  });
});

describe('a new base', () => {
  const slower = { when: {}, time: { law: 'exponential', meanSeconds: 300 }, wrapUpShare: 0 } as const;
  const base: MeasuredBase = {
    volumes: [{ demand: 'orders', contacts: 528 }],
    handling: [plan.handling[0] ?? slower, slower],
    staffing: [
      { team: 'desk', group: 'agents', staffing: { kind: 'hours', agents: 4.5, leaving: 'finish' } },
    ],
    shrinkage: [{ team: 'desk', group: 'agents', plannedShrinkage: 0.3, unplannedAbsence: 0 }],
  };

  it('takes over what was measured, each changed figure with its source, as one step', () => {
    const source = { en: 'Measured' };
    const next = applied(plan, newBase(plan, base, source));
    const [group] = next.teams[0]?.groups ?? [];
    expect(next.demand[0]?.volume?.contacts).toEqual({ value: 528, source });
    expect(next.handling.map(({ time }) => time)).toEqual([
      plan.handling[0]?.time,
      { law: 'exponential', meanSeconds: 300, source },
    ]);
    expect(group?.staffing).toMatchObject({ agents: { value: 4.5, source } });
    expect(group?.plannedShrinkage).toEqual({ value: 0.3, source });
    expect(group?.unplannedAbsence).toBe(0);
  });

  it('is no step where the plan says already what was measured', () => {
    expect(newBase(plan, { volumes: [], handling: null, staffing: [], shrinkage: [] }, 'x')).toEqual([]);
  });
});

describe('monthOf', () => {
  it('gives the month, or its half, in which a day lies, in any of the calendars', () => {
    expect(monthOf('2026-02-10', 'gregory')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(monthOf('2026-04-02', 'persian')).toEqual({ from: '2026-03-21', to: '2026-04-20' });
    expect(monthOf('2026-04-02', 'persian', 'half')).toEqual({ from: '2026-03-21', to: '2026-04-04' });
    expect(monthOf('2026-03-16', 'gregory', 'half')).toEqual({ from: '2026-03-16', to: '2026-03-31' });
  });
});

describe('a waterfall', () => {
  const steps = [
    { key: 'volume', value: -0.25 },
    { key: 'model', value: 0.125 },
  ];
  const of = waterfall({ key: 'planned', value: 0.875 }, steps, { key: 'actual', value: 0.75 }, [0.8]);

  it('hangs each step between the level before and the level after it', () => {
    expect(of.bars.map(({ key, kind, from, to }) => [key, kind, from, to])).toEqual([
      ['planned', 'total', of.low, 0.875],
      ['volume', 'fall', 0.625, 0.875],
      ['model', 'rise', 0.625, 0.75],
      ['actual', 'total', of.low, 0.75],
    ]);
  });

  it('begins its axis above 0 only where all that moves lies far above it', () => {
    expect(of.low).toBeGreaterThan(0.5);
    expect(of.low).toBeLessThan(0.625);
    const whole = waterfall({ key: 'a', value: 1 }, [{ key: 'b', value: -0.9 }], { key: 'c', value: 0.1 });
    expect(whole.low).toBe(0);
  });
});
