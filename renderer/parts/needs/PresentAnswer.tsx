import { IconClipboardX } from '@tabler/icons-react';
import { type ClipboardEvent, useMemo, useState } from 'react';
import { roleKinds, sourcings } from '../../../core/plan/kinds.ts';
import type { Needs } from '../../../core/plan/schema/needs.ts';
import { parseNumber } from '../../../locales/format/parseNumber.ts';
import { withText } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { Note } from '../Note.tsx';
import { sheetCells } from '../structure/outlineCells.ts';
import { SheetCell } from '../structure/SheetCell.tsx';
import sheet from '../structure/Structure.module.css';
import { answer, withoutNeeded } from './needsEdits.ts';
import {
  type PresentColumn,
  type PresentFault,
  type PresentWords,
  presentCell,
  presentColumns,
  putPresent,
} from './presentSheet.ts';

const isWide = (column: PresentColumn): boolean => column === 'team' || column === 'role';

/** Who does support today, as a table to type in or to paste into. */
export function PresentAnswer({ needs }: { needs: Needs }) {
  const { t } = useText();
  const words = usePresentWords();
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  const [faults, setFaults] = useState<readonly PresentFault[]>([]);
  const rows = needs.present ?? [];
  const put = (cells: readonly (readonly string[])[], row: number, column: number): boolean => {
    const step = putPresent(rows, cells, { row, column }, words);
    setFaults(step.ok ? [] : step.faults);
    if (step.ok) edit((plan) => answer(plan, ['present'], step.present));
    return step.ok;
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')?.dataset.cell;
    if (!/[\t\n]/.test(text.trim()) || cell === undefined || !canEdit) return;
    event.preventDefault();
    const [row = '0', column = '0'] = cell.split(' ');
    put(sheetCells(text), Number(row), Number(column));
  };
  const refused = (row: number, column: PresentColumn): boolean =>
    faults.some((fault) => fault.row === row && fault.column === column);
  return (
    <>
      {faults.length > 0 && (
        <Note tone="missed" icon={IconClipboardX} title={t('structure.outline.refused')} role="alert">
          <ul className={sheet.plainList} data-faults={faults.length}>
            {faults.slice(0, 8).map((fault) => (
              <li key={`${fault.row} ${fault.column} ${fault.code}`}>
                {t('structure.outline.fault', {
                  row: fault.row + 1,
                  column: t(`needs.present.column.${fault.column}`),
                  what: t(`needs.present.fault.${fault.code}`, { text: fault.text }),
                })}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <div className={sheet.sheet} data-at="needs/present" onPaste={paste}>
        <table aria-label={t('needs.question.present')}>
          <thead>
            <tr>
              {presentColumns.map((column) => (
                <th key={column} scope="col" data-number={column === 'people' || undefined}>
                  {t(`needs.present.column.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((one, row) => (
              <tr key={one.id}>
                {presentColumns.map((column, at) => (
                  <td key={column}>
                    <SheetCell
                      label={t('needs.present.cell', {
                        column: t(`needs.present.column.${column}`),
                        team: words.say(one.team),
                      })}
                      cell={`${row} ${at}`}
                      value={presentCell(one, column, words)}
                      isNumber={column === 'people'}
                      isWide={isWide(column)}
                      disabled={!canEdit}
                      isRefused={refused(row, column)}
                      onGive={(text) => put([[text]], row, at)}
                    />
                  </td>
                ))}
                <td>
                  <RemoveButton
                    label={t('app.at.remove', { part: words.say(one.team) })}
                    onRemove={() => edit((plan) => withoutNeeded(plan, 'present', one.id))}
                  />
                </td>
              </tr>
            ))}
            <tr key={`new ${rows.length}`}>
              <td colSpan={presentColumns.length + 1}>
                <SheetCell
                  label={t('needs.present.newRow')}
                  placeholder={t('needs.present.newRow')}
                  cell={`${rows.length} 0`}
                  value=""
                  isWide
                  disabled={!canEdit}
                  isRefused={faults.some(({ row }) => row >= rows.length)}
                  onGive={(text) => put([[text]], rows.length, 0)}
                />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function usePresentWords(): PresentWords {
  const { t, say, format, language } = useText();
  return useMemo(
    () => ({
      say,
      said: (before, words) =>
        before === undefined ? { [language]: words } : withText(before, language, words),
      number: (value) => format.number(value, { grouped: false }),
      readNumber: (text) => {
        const parsed = parseNumber(text, { percent: 'refuse' });
        return parsed.ok ? parsed.value : undefined;
      },
      titles: presentColumns.map((column) => t(`needs.present.column.${column}`)),
      roles: roleKinds.map((value) => ({ value, label: t(`people.role.kinds.${value}`) })),
      sourcing: sourcings.map((value) => ({ value, label: t(`people.sourcing.${value}`) })),
    }),
    [t, say, format, language],
  );
}
