// The steps that bring a library file up to date, in order and without gaps. A step that was released is never changed;
// a name that was given up is not used again.
import { first } from './first.ts';

/** What goes through all rows of a table: part by part, so that it can tell how far it is, and can be ended. */
export interface RowsStep {
  readonly table: string;
  /** Changes the rows with `rowid > @after AND rowid <= @upTo`. */
  readonly sql: string;
}

export interface LibraryMigration {
  /** The `user_version` that the file has afterwards. */
  readonly version: number;
  /** What is quick however large the library is: tables, columns, indexes of what is empty. */
  readonly sql: string;
  /** Done after it, in this order. */
  readonly rows?: readonly RowsStep[];
}

export const libraryMigrations: readonly LibraryMigration[] = [first];
