// What a grid of numbers does with keys, the clipboard and the pointer; the picture of it is NumberGrid.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import type { GridCell } from './GridRow.tsx';
import { type GridCellPlace, type GridSelection, isOneCell, moved, rangeOf } from './gridMoves.ts';
import { filledDown, type GridEdit, pasted } from './gridPaste.ts';
import type { GridRules } from './gridRules.ts';
import { donePaste, refusedPaste } from './pasteText.ts';
import { writeSheet } from './sheetText.ts';

export interface GridMessage {
  readonly kind: 'refused' | 'done';
  readonly text: string;
}

const origin: GridCellPlace = { row: 0, column: 0 };

export function useNumberGrid(rules: GridRules, editor: RefObject<HTMLTextAreaElement | null>) {
  const { rows, columns, cells, read, write, onEdit, disabled } = rules;
  const { t, format, direction } = useText();
  const undo = useSession((session) => session.undo);
  const redo = useSession((session) => session.redo);
  const [chosen, setSelection] = useState<GridSelection>({ active: origin, end: origin });
  const [typed, setTyped] = useState<string | null>(null);
  // Opened for changing what stands there: arrows then move in the text.
  const [opened, setOpened] = useState(false);
  const [message, setMessage] = useState<GridMessage | null>(null);
  const dragging = useRef(false);
  const size = { rows: rows.length, columns: columns.length };
  const within = ({ row, column }: GridCellPlace): GridCellPlace => ({
    row: Math.max(0, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  });
  const selection = { active: within(chosen.active), end: within(chosen.end) };
  const { active } = selection;
  const cellAt = (row: number, column: number): GridCell | undefined => cells[row]?.[column];
  const fixed = (row: number, column: number): string | undefined => cellAt(row, column)?.fixed;
  const nameAt = ({ row, column }: GridCellPlace): string =>
    t('demand.grid.cell', { row: rows[row]?.name ?? '', column: columns[column]?.name ?? '' });

  const { onSelect } = rules;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the place changes, not when who listens does.
  useEffect(() => onSelect?.(active.row, active.column), [active.row, active.column]);
  useEffect(() => {
    const end = (): void => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', end);
    return () => window.removeEventListener('mouseup', end);
  }, []);

  const select = (place: GridCellPlace, extends_ = false): void => {
    setMessage(null);
    setSelection((before) =>
      extends_ ? { active: before.active, end: place } : { active: place, end: place },
    );
  };
  const refuse = (text: string): false => {
    setMessage({ kind: 'refused', text });
    return false;
  };
  const give = (edits: readonly GridEdit[], said?: string): boolean => {
    if (disabled) return false;
    const locked = edits.map(({ row, column }) => fixed(row, column)).find((why) => why !== undefined);
    if (locked !== undefined) return refuse(locked);
    const changed = edits.filter(({ row, column, value }) => value !== (cellAt(row, column)?.value ?? null));
    if (changed.length > 0) {
      const refusal = onEdit(changed);
      if (refusal !== undefined) return refuse(refusal);
    }
    setMessage(said === undefined ? null : { kind: 'done', text: said });
    return true;
  };

  const close = (): void => {
    setTyped(null);
    setOpened(false);
  };
  /** True where nothing is left to be typed. */
  const commit = (all = false): boolean => {
    if (typed === null) return true;
    const empties = typed.trim() === '';
    const found = empties ? undefined : read(typed, active.row, active.column);
    if (found !== undefined && !found.ok)
      return refuse(t('demand.grid.unread', { cell: nameAt(active), text: typed, why: found.message }));
    const value = found?.value ?? null;
    const { top, bottom, left, right } = rangeOf(all ? selection : { active, end: active });
    const edits: GridEdit[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) edits.push({ row, column, value });
    if (!give(edits)) return false;
    close();
    return true;
  };
  const begin = (text: string, open: boolean): void => {
    const why = disabled ? undefined : fixed(active.row, active.column);
    if (why !== undefined) {
      refuse(why);
      return;
    }
    if (disabled) return;
    setMessage(null);
    setTyped(text);
    setOpened(open);
  };
  const openCell = (): void => {
    const value = cellAt(active.row, active.column)?.value ?? null;
    begin(value === null ? '' : write(value, active.row, active.column), true);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (key === 'Enter') {
      done();
      if (command) commit(true);
      else if (commit())
        select(within({ row: active.row + (event.shiftKey ? -1 : 1), column: active.column }));
      return;
    }
    if (key === 'Escape' && (typed !== null || message !== null)) {
      done();
      close();
      setMessage(null);
      return;
    }
    if (key === 'Tab') {
      commit();
      return;
    }
    const place = moved(event.shiftKey ? selection.end : active, key, command, size, direction);
    if (place !== undefined && !(typed !== null && opened)) {
      done();
      if (commit()) select(place, event.shiftKey);
      return;
    }
    if (typed !== null) return;
    if (key === 'F2') {
      done();
      openCell();
    } else if (key === 'Delete' || key === 'Backspace') {
      done();
      clear();
    } else if (command && key === 'a') {
      done();
      setSelection({ active: origin, end: { row: size.rows - 1, column: size.columns - 1 } });
    } else if (command && event.code === 'KeyD') {
      done();
      give(filledDown(rangeOf(selection), (row, column) => cellAt(row, column)?.value ?? null));
    } else if (command && event.code === 'KeyZ') {
      done();
      void (event.shiftKey ? redo() : undo());
    } else if (command && event.code === 'KeyY') {
      done();
      void redo();
    }
  };
  const clear = (): void => {
    const { top, bottom, left, right } = rangeOf(selection);
    const edits: GridEdit[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) edits.push({ row, column, value: null });
    give(edits);
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (typed !== null) return;
    event.preventDefault();
    const { top, bottom, left, right } = rangeOf(selection);
    const block = cells
      .slice(top, bottom + 1)
      .map((row) => row.slice(left, right + 1).map(({ value }) => value));
    event.clipboardData.setData('text/plain', writeSheet(block));
  };
  const onCut = (event: ClipboardEvent): void => {
    if (typed !== null) return;
    onCopy(event);
    clear();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (typed !== null) return;
    event.preventDefault();
    const range = rangeOf(selection);
    const found = pasted(event.clipboardData.getData('text/plain'), { range, size, read, fixed });
    if (found.kind !== 'edits') {
      refuse(refusedPaste(found, t, nameAt));
      return;
    }
    const corner = { row: range.top, column: range.left };
    if (give(found.edits, donePaste(found, t)))
      setSelection({
        active: corner,
        end: { row: corner.row + found.rows - 1, column: corner.column + found.columns - 1 },
      });
  };

  const placeOf = (event: MouseEvent): GridCellPlace | undefined => {
    const cell = (event.target as Element).closest<HTMLElement>('td[data-row]');
    if (cell === null) return undefined;
    return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };
  const onMouseDown = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    const place = placeOf(event);
    const head = (event.target as Element).closest<HTMLElement>('[data-head]')?.dataset['head'];
    const column = (event.target as Element).closest<HTMLElement>('[data-column-head]')?.dataset[
      'columnHead'
    ];
    if (place === undefined && head === undefined && column === undefined) return;
    event.preventDefault();
    editor.current?.focus({ preventScroll: true });
    if (!commit()) return;
    if (place !== undefined) {
      dragging.current = true;
      select(place, event.shiftKey);
    } else if (head !== undefined)
      setSelection({
        active: { row: Number(head), column: 0 },
        end: { row: Number(head), column: size.columns - 1 },
      });
    else
      setSelection({
        active: { row: 0, column: Number(column) },
        end: { row: size.rows - 1, column: Number(column) },
      });
  };
  const onMouseOver = (event: MouseEvent): void => {
    const place = dragging.current ? placeOf(event) : undefined;
    if (place !== undefined) setSelection((before) => ({ ...before, end: place }));
  };

  const current = cellAt(active.row, active.column);
  return {
    selection,
    typed,
    message,
    isRange: !isOneCell(selection),
    /** For those who do not see which cell is active. */
    says: t('demand.grid.says', {
      cell: nameAt(active),
      value: current?.text === '' ? '—' : (current?.text ?? '—'),
    }),
    sum: isOneCell(selection) ? null : sumOf(cells, selection),
    format,
    editorProps: {
      onKeyDown,
      onCopy,
      onCut,
      onPaste,
      onBlur: () => void commit(),
      onInput: (text: string) => (typed === null ? begin(text, false) : setTyped(text)),
    },
    tableProps: { onMouseDown, onMouseOver, onDoubleClick: openCell },
  };
}

function sumOf(cells: readonly (readonly GridCell[])[], selection: GridSelection): number {
  const { top, bottom, left, right } = rangeOf(selection);
  return cells
    .slice(top, bottom + 1)
    .flatMap((row) => row.slice(left, right + 1))
    .reduce((sum, { value }) => sum + (value ?? 0), 0);
}
