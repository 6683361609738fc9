import { Fragment, type ReactNode } from 'react';
import classes from './DataTable.module.css';
import { ScrollFrame } from './ScrollFrame.tsx';

export interface Column {
  readonly key: string;
  readonly head: ReactNode;
  readonly numeric?: boolean;
}

export interface Row {
  readonly key: string;
  readonly head: ReactNode;
  readonly cells: readonly ReactNode[];
  /** A row that sums up those below it. */
  readonly strong?: boolean;
  readonly inset?: boolean;
  /** Under the row, over its whole width: what the row is about, in full. */
  readonly below?: ReactNode;
}

export interface ColumnGroup {
  readonly key: string;
  /** null where the columns have nothing in common. */
  readonly head: ReactNode;
  readonly span: number;
}

interface DataTableProps {
  readonly caption: string;
  readonly rowHead: string;
  readonly columns: readonly Column[];
  /** Heads over several columns; their spans add up to the columns. */
  readonly groups?: readonly ColumnGroup[];
  readonly rows: readonly Row[];
  readonly maxHeight?: number;
}

/** A dense table with a head for each row; numbers stand under one another. */
export function DataTable({ caption, rowHead, columns, groups, rows, maxHeight }: DataTableProps) {
  return (
    <ScrollFrame label={caption} {...(maxHeight === undefined ? {} : { maxHeight })}>
      <table className={classes.table} data-wide={columns.length > 5}>
        <caption>{caption}</caption>
        <thead>
          {groups !== undefined && (
            <tr>
              <td />
              {groups.map((group) =>
                group.head === null ? (
                  <td key={group.key} colSpan={group.span} />
                ) : (
                  <th key={group.key} scope="colgroup" colSpan={group.span} className={classes.group}>
                    {group.head}
                  </th>
                ),
              )}
            </tr>
          )}
          <tr>
            <th scope="col">{rowHead}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-numeric={column.numeric ?? true}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.key}>
              <tr data-strong={row.strong ?? false}>
                <th scope="row" data-inset={row.inset ?? false}>
                  {row.head}
                </th>
                {row.cells.map((cell, place) => (
                  <td key={columns[place]?.key} data-numeric={columns[place]?.numeric ?? true}>
                    {cell}
                  </td>
                ))}
              </tr>
              {row.below !== undefined && (
                <tr data-below>
                  <td colSpan={columns.length + 1} data-numeric={false}>
                    {row.below}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
