// A migration that goes through all steps of all plans and copies a word of each into a new table: no release has it.
import type { LibraryMigration } from '../../electron/store/migrations/index.ts';

export const slowMigration: LibraryMigration = {
  version: 2,
  sql: `
CREATE TABLE words (
  number INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES steps (number),
  text TEXT NOT NULL
) STRICT;
ALTER TABLE steps ADD COLUMN length INTEGER;
`,
  rows: [
    {
      table: 'steps',
      sql: 'INSERT INTO words (step, text) SELECT number, made_at FROM steps WHERE rowid > @after AND rowid <= @upTo',
    },
    {
      table: 'steps',
      sql: 'UPDATE steps SET length = length(commands) WHERE rowid > @after AND rowid <= @upTo',
    },
  ],
};
