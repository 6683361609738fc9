import { memo, type ReactNode } from 'react';
import classes from './NumberGrid.module.css';

export interface GridCell {
  readonly value: number | null;
  /** As it is shown. */
  readonly text: string;
  /** Why it cannot be changed. */
  readonly fixed?: string | undefined;
  readonly strong?: boolean;
  /** Between 0 and 1: how full the cell is, against the fullest one. */
  readonly fill?: number;
  /** Stands in the cell beside the number. */
  readonly mark?: ReactNode;
}

interface GridRowProps {
  readonly row: number;
  readonly head: ReactNode;
  readonly strong: boolean;
  readonly cells: readonly GridCell[];
  /** First and last selected column; -1 where none is. */
  readonly from: number;
  readonly to: number;
  /** The active column; -1 where another row has it. */
  readonly active: number;
}

/** One row of a grid of numbers; rendered only when something in it has changed. */
export const GridRow = memo(function GridRow({ row, head, strong, cells, from, to, active }: GridRowProps) {
  return (
    <tr data-strong={strong}>
      <th scope="row" data-head={row}>
        {head}
      </th>
      {cells.map((cell, column) => {
        const isSelected = column >= from && column <= to;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the editor over the active cell has the focus.
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
            key={column}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid.
            role="gridcell"
            data-row={row}
            data-column={column}
            data-fixed={cell.fixed !== undefined}
            data-zero={cell.value === 0}
            data-strong={cell.strong ?? false}
            data-active={column === active}
            aria-selected={isSelected}
            aria-readonly={cell.fixed !== undefined}
          >
            {cell.fill !== undefined && cell.fill > 0 && (
              <span className={classes.fill} style={{ opacity: 0.06 + cell.fill * 0.3 }} aria-hidden />
            )}
            <span className={classes.number}>{cell.text}</span>
            {cell.mark}
          </td>
        );
      })}
    </tr>
  );
});
