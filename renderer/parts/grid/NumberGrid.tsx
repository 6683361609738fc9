import { useLayoutEffect, useRef, useState } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import { GridRow } from './GridRow.tsx';
import { rangeOf } from './gridMoves.ts';
import type { GridRules } from './gridRules.ts';
import classes from './NumberGrid.module.css';
import { useNumberGrid } from './useNumberGrid.ts';

interface NumberGridProps extends GridRules {
  readonly label: string;
  /** What stands over the heads of the rows. */
  readonly corner: string;
  readonly maxHeight?: number;
  /** The list or object that it edits. */
  readonly at?: Place;
  readonly dense?: boolean;
}

/**
 * A table of numbers to type in, as in a spreadsheet: ranges, copy and paste both ways, fill down. One text area, always the
 * focused element, takes what is typed, so that every keyboard and input method works.
 */
export function NumberGrid({ label, corner, maxHeight, at, dense = false, ...rules }: NumberGridProps) {
  const { t, direction } = useText();
  const { rows, columns, cells, disabled } = rules;
  const frame = useRef<HTMLDivElement>(null);
  const editor = useRef<HTMLTextAreaElement>(null);
  const grid = useNumberGrid(rules, editor);
  const { selection, typed, message, says } = grid;
  const { top, bottom, left, right } = rangeOf(selection);
  const { row, column } = selection.active;
  const [hasFocus, setFocus] = useState(false);

  // The editor lies over the active cell, so that the page scrolls to what is typed.
  useLayoutEffect(() => {
    const cell = frame.current?.querySelector<HTMLElement>(`td[data-row="${row}"][data-column="${column}"]`);
    const area = editor.current;
    if (cell == null || area === null) return;
    area.style.left = `${cell.offsetLeft}px`;
    area.style.top = `${cell.offsetTop}px`;
    area.style.width = `${cell.offsetWidth}px`;
    area.style.height = `${cell.offsetHeight}px`;
    if (hasFocus) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [row, column, hasFocus]);

  return (
    <div className={classes.whole}>
      <div
        ref={frame}
        className={classes.frame}
        style={maxHeight === undefined ? undefined : { maxBlockSize: maxHeight }}
        {...(at === undefined ? {} : { 'data-at': at.join('/') })}
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is typed in is a grid.
          role="grid"
          aria-label={label}
          aria-multiselectable
          className={classes.table}
          data-dense={dense}
          data-focused={hasFocus}
          {...grid.tableProps}
        >
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((part, place) => (
                <th
                  key={part.key}
                  scope="col"
                  data-column-head={place}
                  data-strong={part.strong ?? false}
                  data-within={place >= left && place <= right}
                  // Columns of one width, as long as their words have room.
                  style={{ inlineSize: `${(dense ? 90 : 74) / columns.length}%` }}
                >
                  {part.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((part, place) => {
              const isWithin = place >= top && place <= bottom;
              return (
                <GridRow
                  key={part.key}
                  row={place}
                  head={part.head}
                  strong={part.strong ?? false}
                  cells={cells[place] ?? []}
                  from={isWithin ? left : -1}
                  to={isWithin ? right : -1}
                  active={place === row ? column : -1}
                />
              );
            })}
          </tbody>
        </table>
        <textarea
          ref={editor}
          className={classes.editor}
          data-open={typed !== null}
          aria-label={t('demand.grid.editor', { table: label, says })}
          aria-invalid={message?.kind === 'refused'}
          dir="ltr"
          rows={1}
          spellCheck={false}
          autoComplete="off"
          inputMode="decimal"
          readOnly={disabled}
          value={typed ?? ''}
          onChange={(event) => grid.editorProps.onInput(event.currentTarget.value)}
          onKeyDown={grid.editorProps.onKeyDown}
          onCopy={grid.editorProps.onCopy}
          onCut={grid.editorProps.onCut}
          onPaste={grid.editorProps.onPaste}
          onFocus={() => setFocus(true)}
          onBlur={() => {
            setFocus(false);
            grid.editorProps.onBlur();
          }}
        />
      </div>
      <div className={classes.foot} dir={direction}>
        <p className={classes.message} data-kind={message?.kind ?? 'none'} role="status">
          {message?.text ??
            (hasFocus
              ? grid.sum === null
                ? says
                : t('demand.grid.sum', { sum: grid.format.number(grid.sum, { decimals: 2, trim: true }) })
              : '')}
        </p>
        <p className={classes.hint}>
          {t('demand.grid.hint', { change: 'F2', fill: 'Ctrl D', undo: 'Ctrl Z' })}
        </p>
      </div>
    </div>
  );
}
