// The steps that bring a library file up to date, in order and without gaps. A step that was released is never changed;
// a name that was given up is not used again.
import { first } from './first.ts';

export interface LibraryMigration {
  /** The `user_version` that the file has afterwards. */
  readonly version: number;
  readonly sql: string;
}

export const libraryMigrations: readonly LibraryMigration[] = [first];
