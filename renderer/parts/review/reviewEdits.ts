// The steps of the review: each a list of commands on the plan. A plan without reviews gets them with its first step.

import type { MeasuredBase } from '../../../core/measures/review.ts';
import { emptyReviews } from '../../../core/plan/actuals/importActuals.ts';
import { amount } from '../../../core/plan/amount.ts';
import { canonicalJson } from '../../../core/plan/canonicalJson.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { type MeasuredSubject, measuredKey, type ReviewFigure } from '../../../core/plan/reviewFigures.ts';
import type { Quantity, Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Measured, ReviewPeriod, Reviews } from '../../../core/plan/schema/review.ts';
import { freeId } from '../at/freeId.ts';

/** Adds to a list of the reviews, which may not be there yet. */
function added(plan: Plan, list: 'periods' | 'decisions', value: Reviews[typeof list][number]): Command[] {
  if (plan.reviews !== undefined) return [{ change: 'add', at: ['reviews', list], value }];
  return [{ change: 'set', at: ['reviews'], value: { ...emptyReviews, [list]: [value] } }];
}

export const addPeriod = (plan: Plan, days: Pick<ReviewPeriod, 'from' | 'to'>): Command[] =>
  added(plan, 'periods', { id: freeId(plan.reviews?.periods ?? [], 'period'), ...days, measured: [] });

export const addDecision = (plan: Plan, what: Text, date: string): Command[] =>
  added(plan, 'decisions', { id: freeId(plan.reviews?.decisions ?? [], 'decision'), date, what });

export interface MeasuredEdit {
  readonly figure: ReviewFigure;
  readonly about: MeasuredSubject;
  /** Null: not measured. */
  readonly value: number | null;
}

/** Figures of a period get other values, or none; new ones come last. */
export function setMeasured(period: ReviewPeriod, edits: readonly MeasuredEdit[]): Command[] {
  const wanted = new Map(edits.map((edit) => [measuredKey(edit.figure, edit.about), edit]));
  const kept = period.measured.flatMap((one): Measured[] => {
    const edit = wanted.get(measuredKey(one.figure, one));
    if (edit === undefined) return [one];
    wanted.delete(measuredKey(one.figure, one));
    return edit.value === null ? [] : [{ ...one, value: edit.value }];
  });
  const news = [...wanted.values()].flatMap(({ figure, about, value }): Measured[] =>
    value === null ? [] : [{ figure, ...about, value }],
  );
  return [{ change: 'set', at: ['reviews', 'periods', period.id, 'measured'], value: [...kept, ...news] }];
}

/** The survey of a period, which may not be there yet. */
export const setSurvey = (
  period: ReviewPeriod,
  fields: Partial<NonNullable<ReviewPeriod['survey']>>,
): Command[] => {
  const { sent, answered, notes } = { notes: [], ...period.survey, ...fields };
  const value = {
    ...(sent !== undefined && { sent }),
    ...(answered !== undefined && { answered }),
    notes,
  };
  return [{ change: 'set', at: ['reviews', 'periods', period.id, 'survey'], value }];
};

/**
 * The plan takes over what was measured, as one step: a figure that changes is marked with its source, and is no assumption any
 * more. A range belongs to the figure before and goes with it.
 */
export function newBase(plan: Plan, base: MeasuredBase, source: Text): Command[] {
  const measured = (value: number): Quantity => ({ value, source });
  const known = new Set(plan.handling.map(({ time }) => canonicalJson(time)));
  const handling = base.handling?.map((rule) => {
    if (known.has(canonicalJson(rule.time))) return rule;
    const { assumed: _, ...time } = rule.time;
    return { ...rule, time: { ...time, source } };
  });
  const inGroup = (team: string, group: string, field: string) => ['teams', team, 'groups', group, field];
  return [
    ...base.volumes.map(
      ({ demand, contacts }): Command => ({
        change: 'set',
        at: ['demand', demand, 'volume', 'contacts'],
        value: measured(contacts),
      }),
    ),
    ...(handling === undefined ? [] : [{ change: 'set' as const, at: ['handling'], value: handling }]),
    ...base.staffing.map(
      ({ team, group, staffing }): Command => ({
        change: 'set',
        at: inGroup(team, group, 'staffing'),
        value: withSource(staffing, measured),
      }),
    ),
    ...base.shrinkage.flatMap(({ team, group, plannedShrinkage, unplannedAbsence }): Command[] => {
      const before = plan.teams.find(({ id }) => id === team)?.groups.find(({ id }) => id === group);
      const isOther = before === undefined || amount(before.unplannedAbsence) !== unplannedAbsence;
      return [
        { change: 'set', at: inGroup(team, group, 'plannedShrinkage'), value: measured(plannedShrinkage) },
        ...(isOther
          ? [
              {
                change: 'set' as const,
                at: inGroup(team, group, 'unplannedAbsence'),
                value: measured(unplannedAbsence),
              },
            ]
          : []),
      ];
    }),
  ];
}

type Staffing = MeasuredBase['staffing'][number]['staffing'];

/** People in shifts are whole, and have no source of their own. */
function withSource(staffing: Staffing, measured: (value: number) => Quantity): Staffing {
  switch (staffing.kind) {
    case 'hours':
      return { ...staffing, agents: measured(amount(staffing.agents)) };
    case 'counts':
      return {
        ...staffing,
        counts: staffing.counts.map((count) => ({ ...count, agents: measured(amount(count.agents)) })),
      };
    case 'shifts':
      return staffing;
  }
}
