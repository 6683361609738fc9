import { type ReactNode, useMemo } from 'react';
import {
  type MeasuredSubject,
  measuredKey,
  type ReviewFigure,
  reviewFigureFacts,
} from '../../../core/plan/reviewFigures.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { ReviewPeriod } from '../../../core/plan/schema/review.ts';
import { parseDuration } from '../../../locales/format/parseDuration.ts';
import { parseNumber, parseShare } from '../../../locales/format/parseNumber.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import type { GridCell } from '../grid/GridRow.tsx';
import type { CellRead, GridEdit } from '../grid/gridPaste.ts';
import { NumberGrid } from '../grid/NumberGrid.tsx';
import classes from './review.module.css';
import { setMeasured } from './reviewEdits.ts';
import { useReviewText } from './useReviewText.ts';

/** What one cell of the grid measures. */
export interface MeasuredCell {
  readonly figure: ReviewFigure;
  readonly about: MeasuredSubject;
}

export interface GridHead {
  readonly key: string;
  readonly name: string;
  readonly strong?: boolean;
}

interface MeasuredGridProps {
  readonly plan: Plan;
  readonly period: ReviewPeriod;
  readonly title: string;
  readonly corner: string;
  readonly note?: ReactNode;
  readonly rows: readonly GridHead[];
  readonly columns: readonly GridHead[];
  readonly cellAt: (row: number, column: number) => MeasuredCell;
}

/** Measured figures of a period as a table to type in and to paste into. */
export function MeasuredGrid(props: MeasuredGridProps) {
  const { plan, period, title, corner, note, rows, columns, cellAt } = props;
  const { t, format } = useText();
  const text = useReviewText(plan);
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const known = useMemo(
    () => new Map(period.measured.map((one) => [measuredKey(one.figure, one), one.value])),
    [period.measured],
  );
  const heads = (parts: readonly GridHead[]) =>
    parts.map(({ key, name, strong = false }) => ({ key, name, strong, head: <bdi>{name}</bdi> }));
  const cells = rows.map((_, row) =>
    columns.map((__, column): GridCell => {
      const { figure, about } = cellAt(row, column);
      const value = known.get(measuredKey(figure, about)) ?? null;
      return {
        value,
        text: value === null ? '' : text.value(figure, value),
        strong: rows[row]?.strong === true || columns[column]?.strong === true,
      };
    }),
  );
  const read = (typed: string, row: number, column: number): CellRead => {
    const { unit, low, high } = reviewFigureFacts[cellAt(row, column).figure];
    const found = parsed(typed, unit);
    if (!found.ok) return { ok: false, message: t.dynamic('app.unread', found.reason) };
    if (found.value >= low && found.value <= high) return found;
    const show = (value: number): string =>
      unit === 'share' ? format.percent(value, 0) : format.number(value);
    const message = Number.isFinite(high)
      ? t('app.unread.outside', { low: show(low), high: show(high) })
      : t('app.unread.below', { low: show(low) });
    return { ok: false, message };
  };
  const write = (value: number, row: number, column: number): string => {
    const { unit } = reviewFigureFacts[cellAt(row, column).figure];
    if (unit === 'share') return format.percent(value, 2);
    return unit === 'seconds' ? format.duration(value) : format.number(value, { grouped: false });
  };
  const onEdit = (edits: readonly GridEdit[]): undefined => {
    const values = edits.map(({ row, column, value }) => ({ ...cellAt(row, column), value }));
    void edit((now) => {
      const one = now.reviews?.periods.find(({ id }) => id === period.id);
      return one === undefined ? [] : setMeasured(one, values);
    });
  };
  return (
    <div className={classes.grid}>
      <h3 className={classes.gridTitle}>{title}</h3>
      {note !== undefined && <p className={classes.hint}>{note}</p>}
      <NumberGrid
        label={title}
        corner={corner}
        at={['reviews', 'periods', period.id, 'measured']}
        rows={heads(rows)}
        columns={heads(columns)}
        cells={cells}
        read={read}
        write={write}
        onEdit={onEdit}
        disabled={!canEdit}
        maxHeight={480}
      />
    </div>
  );
}

function parsed(
  typed: string,
  unit: (typeof reviewFigureFacts)[ReviewFigure]['unit'],
): { readonly ok: true; readonly value: number } | { readonly ok: false; readonly reason: string } {
  if (unit === 'share') return parseShare(typed);
  if (unit !== 'seconds') return parseNumber(typed, { percent: 'refuse' });
  const found = parseDuration(typed);
  return found.ok ? { ok: true, value: found.seconds } : found;
}
