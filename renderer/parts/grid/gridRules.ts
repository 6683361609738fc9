// What a grid of numbers is told: its rows and columns, its cells, and what to do with what is typed.
import type { ReactNode } from 'react';
import type { GridCell } from './GridRow.tsx';
import type { CellRead, GridEdit } from './gridPaste.ts';

export interface GridPart {
  readonly key: string;
  readonly head: ReactNode;
  /** What a message calls it. */
  readonly name: string;
  readonly strong?: boolean;
}

export interface GridRules {
  readonly rows: readonly GridPart[];
  readonly columns: readonly GridPart[];
  readonly cells: readonly (readonly GridCell[])[];
  /** What is written in a cell; a table whose cells differ in kind is told which. */
  readonly read: (text: string, row: number, column: number) => CellRead;
  /** As a value is shown in the editor. */
  readonly write: (value: number, row: number, column: number) => string;
  /** Gives the edits; a text says why they are refused. */
  readonly onEdit: (edits: readonly GridEdit[]) => string | undefined;
  /** Told which cell is active. */
  readonly onSelect?: (row: number, column: number) => void;
  readonly disabled: boolean;
}
