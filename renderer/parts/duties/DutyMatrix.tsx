import { type KeyboardEvent, useRef, useState } from 'react';
import type { DutyHours } from '../../../core/measures/duties.ts';
import { type Duty, type DutyPart, dutyParts } from '../../../core/plan/schema/duties.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePartEdit } from '../at/usePlanEdit.ts';
import { ScrollFrame } from '../ScrollFrame.tsx';
import classes from './Duties.module.css';
import { columnsOf, partsIn, setParts, toggled, type Who, whoKey } from './dutyEdits.ts';
import { dutyName, spendingText, whoName } from './dutyWords.ts';
import { PartMark } from './PartMark.tsx';

interface DutyMatrixProps {
  readonly plan: Plan;
  readonly hours: readonly DutyHours[];
  readonly withTeams: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (duty: string) => void;
}

/** Letters that any keyboard has, for those who type in another script. */
const latin: Readonly<Record<string, DutyPart>> = { d: 'does', a: 'answersFor', i: 'isAsked', t: 'isTold' };

/** Duties down, roles and teams across: who does, answers for, is asked and is told. Arrows move, letters set and take parts. */
export function DutyMatrix({ plan, hours, withTeams, chosen, onChoose }: DutyMatrixProps) {
  const texts = useText();
  const { t, direction } = texts;
  const edit = usePartEdit();
  const canEdit = useCanEdit();
  const table = useRef<HTMLTableElement>(null);
  const duties = plan.duties ?? [];
  const columns = columnsOf(plan, withTeams);
  const [at, setAt] = useState<{ readonly duty: string; readonly who: string } | null>(null);
  const row = duties.find(({ id }) => id === at?.duty) ?? duties[0];
  const column = columns.find((who) => whoKey(who) === at?.who) ?? columns[0];
  const letterOf = new Map(dutyParts.map((part) => [t(`duties.part.${part}.letter`), part]));

  const goTo = (duty: Duty, who: Who): void => {
    setAt({ duty: duty.id, who: whoKey(who) });
    onChoose(duty.id);
    const cell = `[data-cell="${CSS.escape(`${duty.id}:${whoKey(who)}`)}"]`;
    table.current?.querySelector<HTMLElement>(cell)?.focus();
  };
  const move = (down: number, along: number): void => {
    if (row === undefined || column === undefined) return;
    const nextRow = duties[duties.indexOf(row) + down];
    const nextColumn = columns[columns.indexOf(column) + along];
    if (nextRow !== undefined && nextColumn !== undefined) goTo(nextRow, nextColumn);
  };
  const give = (part: DutyPart | null): void => {
    if (!canEdit || row === undefined || column === undefined) return;
    const parts = partsIn(row, column);
    if (part === null && parts.length === 0) return;
    void edit('duties', row.id, (now) =>
      setParts(now, column, part === null ? [] : toggled(partsIn(now, column), part)),
    );
  };
  const forward = direction === 'rtl' ? -1 : 1;
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const part = letterOf.get(key) ?? letterOf.get(key.toUpperCase()) ?? latin[key.toLowerCase()];
    if (key === 'ArrowUp') move(-1, 0);
    else if (key === 'ArrowDown') move(1, 0);
    else if (key === 'ArrowLeft') move(0, -forward);
    else if (key === 'ArrowRight') move(0, forward);
    else if (key === 'Delete' || key === 'Backspace') give(null);
    else if (part !== undefined) give(part);
    else return;
    event.preventDefault();
  };

  const label = t('duties.matrix.title');
  return (
    <>
      {row !== undefined && column !== undefined && (
        <div className={classes.parts} role="toolbar" aria-label={t('duties.matrix.parts')}>
          <span className={classes.partsOf} aria-live="polite">
            {t('duties.matrix.cell', { duty: dutyName(texts, row), who: whoName(texts, plan, column) })}
          </span>
          {dutyParts.map((part) => (
            <button
              key={part}
              type="button"
              className={classes.toggle}
              aria-pressed={partsIn(row, column).includes(part)}
              disabled={!canEdit}
              data-toggle={part}
              onClick={() => give(part)}
            >
              <PartMark part={part} />
              {t(`duties.part.${part}.name`)}
            </button>
          ))}
        </div>
      )}
      <ScrollFrame label={label}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a sheet is a grid.
          role="grid"
          aria-label={label}
          className={classes.matrix}
        >
          <thead>
            <tr>
              <th scope="col">{t('duties.matrix.duty')}</th>
              {columns.map((who) => (
                <th key={whoKey(who)} scope="col" className={classes.who}>
                  <bdi>{whoName(texts, plan, who)}</bdi>
                </th>
              ))}
              <th scope="col">{t('duties.matrix.time')}</th>
            </tr>
          </thead>
          <tbody>
            {duties.map((duty) => (
              <tr key={duty.id} data-duty={duty.id} data-chosen={duty.id === chosen}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.name}
                    data-select={duty.id}
                    aria-pressed={duty.id === chosen}
                    onClick={() => onChoose(duty.id)}
                  >
                    {dutyName(texts, duty)}
                  </button>
                </th>
                {columns.map((who) => {
                  const parts = partsIn(duty, who);
                  const isActive = duty === row && who === column;
                  const said =
                    parts.length === 0
                      ? t('duties.matrix.none')
                      : texts.format.list(parts.map((part) => t(`duties.part.${part}.name`)));
                  return (
                    <td
                      key={whoKey(who)}
                      tabIndex={isActive ? 0 : -1}
                      className={classes.cell}
                      data-cell={`${duty.id}:${whoKey(who)}`}
                      onFocus={() => {
                        setAt({ duty: duty.id, who: whoKey(who) });
                        onChoose(duty.id);
                      }}
                      onKeyDown={press}
                    >
                      <span className={classes.hidden}>{said}</span>
                      <span className={classes.marks}>
                        {dutyParts.map((part) => parts.includes(part) && <PartMark key={part} part={part} />)}
                      </span>
                    </td>
                  );
                })}
                <td className={classes.time}>
                  {spendingText(
                    texts,
                    hours.find((one) => one.duty === duty.id),
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </>
  );
}
