import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { sourcings } from '../../../core/plan/kinds.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import type { ColumnName } from './groupCells.ts';
import classes from './People.module.css';

interface GroupCellProps {
  readonly plan: Plan;
  readonly row: string;
  readonly column: ColumnName;
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  /** Whether the keyboard enters the table here. */
  readonly isActive: boolean;
  readonly canEdit: boolean;
  readonly isGroup: boolean;
  readonly onFocus: () => void;
  /** False where the words cannot be read: they then stay as they were typed. */
  readonly onGive: (text: string) => boolean;
  readonly onMove: (key: string) => void;
}

const moves = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** One cell of the table: shown until Enter, a double click or typing opens it. */
export function GroupCell(props: GroupCellProps) {
  const { plan, row, column, label, text, placeholder, isActive, canEdit, isGroup } = props;
  const { onFocus, onGive, onMove } = props;
  const { t, say } = useText();
  const cell = useRef<HTMLTableCellElement>(null);
  /** What was typed; null: it is only shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const done = useRef(false);
  /** In a list that is closed each arrow changes the choice: it counts once it is given. */
  const byKeys = useRef(true);
  const isChoice = column === 'role' || column === 'contract' || column === 'sourcing';

  // The field takes the keyboard as soon as the cell is opened.
  useEffect(() => {
    if (typed !== null) done.current = false;
  }, [typed]);

  const close = (then?: string): void => {
    done.current = true;
    setTyped(null);
    cell.current?.focus();
    if (then !== undefined) onMove(then);
  };
  const commit = (said: string, then?: string): void => {
    if (done.current) return;
    if (said === text || onGive(said)) close(then);
  };
  const onCellKey = (event: KeyboardEvent): void => {
    if (typed !== null) return;
    if (moves.includes(event.key)) {
      event.preventDefault();
      onMove(event.key);
    } else if (!canEdit || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      setTyped(text);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      if (text !== '') onGive('');
    } else if (event.key.length === 1 && event.key !== ' ' && !isChoice) {
      event.preventDefault();
      setTyped(event.key);
    }
  };
  const fieldKeys = (said: string) => (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') {
      event.preventDefault();
      commit(said, 'Enter');
    }
  };
  const options =
    column === 'sourcing'
      ? sourcings.map((one) => ({ id: one, label: t(`people.sourcing.${one}`) }))
      : (column === 'role' ? plan.roles : plan.contracts).map((part) => ({
          id: part.id,
          label: say(part.name),
        }));

  return (
    <td
      ref={cell}
      className={classes.cell}
      tabIndex={isActive ? 0 : -1}
      data-cell={`${row}/${column}`}
      data-numeric={column === 'headcount'}
      data-open={typed !== null}
      {...(column === 'name' && isGroup && { 'data-select': row })}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onFocus();
      }}
      onDoubleClick={() => {
        if (canEdit) setTyped(text);
      }}
      onKeyDown={onCellKey}
    >
      {typed === null ? (
        <bdi data-empty={text === ''}>{text === '' ? placeholder : text}</bdi>
      ) : isChoice ? (
        <select
          // biome-ignore lint/a11y/noAutofocus: the person asked to edit this cell.
          autoFocus
          aria-label={label}
          value={options.find(({ id, label: said }) => typed === id || typed === said)?.id ?? ''}
          onPointerDown={() => {
            byKeys.current = false;
          }}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (byKeys.current) setTyped(value);
            else commit(value);
          }}
          onBlur={() => {
            if (!done.current) commit(typed);
          }}
          onKeyDown={(event) => {
            byKeys.current = true;
            fieldKeys(typed)(event);
          }}
        >
          {column !== 'sourcing' && <option value="">{t('people.group.none')}</option>}
          {options.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          // biome-ignore lint/a11y/noAutofocus: the person asked to edit this cell.
          autoFocus
          aria-label={label}
          dir={column === 'name' ? 'auto' : 'ltr'}
          inputMode={column === 'headcount' ? 'numeric' : 'text'}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => commit(typed)}
          onKeyDown={fieldKeys(typed)}
        />
      )}
    </td>
  );
}
