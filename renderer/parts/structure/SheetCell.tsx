import { type KeyboardEvent, memo, useEffect, useState } from 'react';
import { useText } from '../../text/TextProvider.tsx';
import classes from './Structure.module.css';

interface SheetCellProps {
  readonly label: string;
  /** Row and column, from 0. */
  readonly cell: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isNumber?: boolean;
  readonly isWide?: boolean;
  readonly disabled: boolean;
  readonly isRefused: boolean;
  /** False where what was typed is not taken: it stays as it is. */
  readonly onGive: (text: string) => boolean;
}

/** A cell that is given with Enter or on leaving it; Enter goes on to the cell below, Escape brings the value back. */
export const SheetCell = memo(function SheetCell(props: SheetCellProps) {
  const {
    label,
    cell,
    value,
    placeholder,
    isNumber = false,
    isWide = false,
    disabled,
    isRefused,
    onGive,
  } = props;
  const { direction } = useText();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const give = (): void => {
    if (typed.trim() !== value) onGive(typed.trim());
  };
  const go = (event: KeyboardEvent<HTMLInputElement>, by: number): void => {
    const [row = '0', column = '0'] = cell.split(' ');
    const next = event.currentTarget
      .closest('table')
      ?.querySelector<HTMLElement>(`[data-cell="${Number(row) + by} ${column}"]`);
    next?.focus();
  };
  return (
    <input
      className={`${classes.sheetCell} ${isNumber ? classes.sheetNumber : ''}`}
      aria-label={label}
      aria-invalid={isRefused || undefined}
      data-cell={cell}
      data-wide={isWide || undefined}
      value={typed}
      placeholder={placeholder}
      disabled={disabled}
      dir={isNumber ? direction : 'auto'}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={give}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          give();
          go(event, 1);
        } else if (event.key === 'ArrowDown') go(event, 1);
        else if (event.key === 'ArrowUp') go(event, -1);
        else if (event.key === 'Escape') setTyped(value);
      }}
    />
  );
});
