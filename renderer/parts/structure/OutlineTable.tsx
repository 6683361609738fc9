import { Text } from '@mantine/core';
import { IconClipboardX } from '@tabler/icons-react';
import { type ClipboardEvent, useCallback, useMemo, useState } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { parseNumber } from '../../../locales/format/parseNumber.ts';
import { withText } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Note } from '../Note.tsx';
import { type OutlineFault, putCells } from './outline.ts';
import {
  type OutlineColumn,
  type OutlineWords,
  outlineCell,
  outlineColumns,
  outlineRows,
  sheetCells,
} from './outlineCells.ts';
import { SheetCell } from './SheetCell.tsx';
import classes from './Structure.module.css';
import type { Acts } from './useActs.ts';

interface OutlineTableProps {
  readonly plan: Plan;
  readonly acts: Acts;
  readonly canEdit: boolean;
}

/** The teams as a table, for those who type and for those who paste from a sheet. */
export function OutlineTable({ plan, acts, canEdit }: OutlineTableProps) {
  const { t } = useText();
  const words = useOutlineWords();
  const [faults, setFaults] = useState<readonly OutlineFault[]>([]);
  const rows = useMemo(() => outlineRows(plan), [plan]);
  const put = useCallback(
    (cells: readonly (readonly string[])[], row: number, column: number): boolean => {
      const step = putCells(plan, cells, { row, column }, words);
      setFaults(step.ok ? [] : step.faults);
      if (step.ok) acts.give(step.commands);
      return step.ok;
    },
    [plan, words, acts],
  );
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')?.dataset.cell;
    if (!/[\t\n]/.test(text.trim()) || cell === undefined || !canEdit) return;
    event.preventDefault();
    const [row = '0', column = '0'] = cell.split(' ');
    put(sheetCells(text), Number(row), Number(column));
  };
  const spare = rows.length;
  return (
    <div className={classes.column}>
      {faults.length > 0 && (
        <Note tone="missed" icon={IconClipboardX} title={t('structure.outline.refused')} role="alert">
          <ul className={classes.plainList} data-faults={faults.length}>
            {faults.slice(0, 12).map((fault) => (
              <li key={`${fault.row} ${fault.column} ${fault.code} ${fault.text}`}>
                <Text size="sm">{faultText(fault)}</Text>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Text size="sm" c="dimmed" id="outline-hint">
        {t('structure.outline.hint')}
      </Text>
      <div className={classes.sheet} onPaste={paste}>
        <table aria-label={t('structure.outline.name')} aria-describedby="outline-hint" data-outline>
          <thead>
            <tr>
              {outlineColumns.map((column) => (
                <th key={column} scope="col" data-number={isNumber(column) || undefined}>
                  {t(`structure.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((team, row) => (
              <tr key={team.id} data-row={team.id}>
                {outlineColumns.map((column, at) => (
                  <td key={column}>
                    <SheetCell
                      label={t('structure.outline.cell', {
                        column: t(`structure.column.${column}`),
                        team: words.say(team.name),
                      })}
                      cell={`${row} ${at}`}
                      value={outlineCell(plan, team, column, words)}
                      isNumber={isNumber(column)}
                      isWide={column === 'name' || column === 'issueTypes' || column === 'specialty'}
                      disabled={!canEdit}
                      isRefused={faults.some((fault) => fault.row === row && fault.column === column)}
                      onGive={(text) => put([[text]], row, at)}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr key={`new ${spare}`}>
              <td>
                <SheetCell
                  label={t('structure.outline.newRow')}
                  placeholder={t('structure.outline.newRow')}
                  cell={`${spare} 0`}
                  value=""
                  isWide
                  disabled={!canEdit}
                  isRefused={faults.some(({ row }) => row >= spare)}
                  onGive={(text) => put([[text]], spare, 0)}
                />
              </td>
              <td colSpan={outlineColumns.length - 1} />
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );

  function faultText({ code, row, column, text }: OutlineFault): string {
    return t('structure.outline.fault', {
      row: row + 1,
      column: t(`structure.column.${column}`),
      what: t(`structure.outline.faults.${code}`, { text }),
    });
  }
}

const isNumber = (column: OutlineColumn): boolean => column === 'people' || column === 'agents';

function useOutlineWords(): OutlineWords {
  const { t, say, format, language } = useText();
  return useMemo(
    () => ({
      say,
      said: (before, words) =>
        before === undefined ? { [language]: words } : withText(before, language, words),
      number: (value) => format.number(value, { decimals: 2, trim: true, grouped: false }),
      readNumber: (text) => {
        const parsed = parseNumber(text, { percent: 'refuse' });
        return parsed.ok ? parsed.value : undefined;
      },
      titles: outlineColumns.map((column) => t(`structure.column.${column}`)),
      all: t('structure.outline.all'),
      comma: t('app.organisation.comma'),
    }),
    [t, say, format, language],
  );
}
