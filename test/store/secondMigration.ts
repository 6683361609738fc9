// A migration that no release has: the next step of a library, for tests of what migrations promise.
import type { LibraryMigration } from '../../electron/store/migrations/index.ts';

export const secondMigration: LibraryMigration = {
  version: 2,
  sql: `
ALTER TABLE plans ADD COLUMN colour TEXT;
CREATE TABLE labels (
  number INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plans (number),
  text TEXT NOT NULL
) STRICT;
INSERT INTO labels (plan, text) SELECT number, 'kept' FROM plans;
UPDATE plans SET colour = 'blue';
`,
};
