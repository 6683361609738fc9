import type { SensitivityResult, SensitivityRow } from '../../../core/measures/sensitivity.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { inputValueText } from '../../../locales/format/inputValue.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { estimateText } from '../../text/estimateText.ts';
import { inputText } from '../../text/inputText.ts';
import { type Texts, useText } from '../../text/TextProvider.tsx';
import type { ChartTable } from '../chartTable.ts';
import { DataTable } from '../DataTable.tsx';
import { PlaceLink } from '../PlaceLink.tsx';

interface SensitivityTableProps {
  readonly caption: string;
  readonly plan: Plan;
  readonly result: SensitivityResult;
  readonly rows: readonly SensitivityRow[];
}

/** The figures one under another. */
export function SensitivityTable({ caption, plan, result, rows }: SensitivityTableProps) {
  const table = sensitivityTable(useText(), plan, result, rows);
  return (
    <DataTable
      caption={caption}
      rowHead={table.rowHead}
      columns={table.columns}
      rows={table.rows.map((row) => ({ ...row, cells: row.cells.map(({ shown }) => shown) }))}
      maxHeight={640}
    />
  );
}

/** Figures and what they do to a promise, as a table of a chart or by itself; each name leads to its field. */
export function sensitivityTable(
  texts: Texts,
  plan: Plan,
  result: SensitivityResult,
  rows: readonly SensitivityRow[],
): ChartTable {
  const { t, format } = texts;
  const isChecked = rows.some(({ simulated }) => simulated !== null);
  const column = (key: string, name: string) => ({ key, head: name, name, numeric: true });
  const level = (value: number | null) => ({
    shown: value === null ? NO_VALUE : format.percent(value, 1),
    value,
  });
  return {
    rowHead: t('sensitivity.column.input'),
    columns: [
      column('value', t('sensitivity.column.value')),
      column('elasticity', t('sensitivity.column.elasticity')),
      column('range', t('sensitivity.column.range')),
      column('low', t('matters.tornado.low')),
      column('high', t('matters.tornado.high')),
      ...(isChecked ? [column('simulated', t('matters.table.simulated'))] : []),
    ],
    rows: rows.flatMap((row) => {
      const input = result.inputs[row.input];
      if (input === undefined) return [];
      const { value, unit, belief, key, path } = input;
      const name = inputText(texts, input, plan);
      const { difference = null, halfWidth = null } = row.simulated ?? {};
      return [
        {
          ...{ key, name, head: <PlaceLink path={path} words={name} /> },
          cells: [
            { shown: inputValueText(format, unit, value), value },
            {
              shown: row.elasticity === null ? NO_VALUE : format.percent(row.elasticity / 100, 2, 'always'),
              value: row.elasticity,
            },
            {
              shown:
                belief === null
                  ? NO_VALUE
                  : format.range(belief.low, belief.high, (end) => inputValueText(format, unit, end)),
              value: belief === null ? null : `${belief.low} – ${belief.high}`,
            },
            level(row.levelAtLow),
            level(row.levelAtHigh),
            ...(isChecked
              ? [
                  {
                    shown: estimateText(format, { value: difference, halfWidth }, 'fraction'),
                    value: difference,
                  },
                ]
              : []),
          ],
        },
      ];
    }),
  };
}
