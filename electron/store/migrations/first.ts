// The first form of the library. Each row carries a digest of its content, because SQLite itself does not notice a bit
// that has turned within a text.
import type { LibraryMigration } from './index.ts';

const hash = (column: string): string => `length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*'`;
const moment = (column: string): string => `${column} GLOB '[0-9]*-[0-9][0-9]-[0-9][0-9]T*Z'`;

export const first: LibraryMigration = {
  version: 1,
  sql: `
CREATE TABLE library (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL CHECK (length(id) = 36),
  sequence INTEGER NOT NULL CHECK (sequence >= 0)
) STRICT;

CREATE TABLE plans (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  document TEXT NOT NULL CHECK (json_valid(document)),
  plan_hash TEXT CHECK (plan_hash IS NULL OR (${hash('plan_hash')})),
  search TEXT NOT NULL,
  last_step TEXT CHECK ((last_step IS NULL) = (revision = 0)),
  created_at TEXT NOT NULL CHECK (${moment('created_at')}),
  changed_at TEXT NOT NULL CHECK (${moment('changed_at')}),
  removed_at TEXT CHECK (removed_at IS NULL OR ${moment('removed_at')}),
  changed_sequence INTEGER NOT NULL CHECK (changed_sequence >= 0),
  digest TEXT NOT NULL CHECK (${hash('digest')})
) STRICT;
CREATE INDEX plans_by_change ON plans (changed_sequence);

CREATE TABLE steps (
  number INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plans (number),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
  target INTEGER CHECK ((target IS NULL) = (kind = 'edit') AND (target IS NULL OR target < revision)),
  undone_by INTEGER CHECK (undone_by IS NULL OR (kind = 'edit' AND undone_by > revision)),
  name TEXT NOT NULL CHECK (json_valid(name)),
  commands TEXT NOT NULL CHECK (json_valid(commands)),
  inverse TEXT NOT NULL CHECK (json_valid(inverse)),
  -- Hash of the plan that the step was made on; results that were kept for it are found by it.
  plan_hash TEXT CHECK (plan_hash IS NULL OR (${hash('plan_hash')})),
  editing_window TEXT NOT NULL,
  made_at TEXT NOT NULL CHECK (${moment('made_at')}),
  digest TEXT NOT NULL CHECK (${hash('digest')}),
  UNIQUE (plan, revision),
  FOREIGN KEY (plan, target) REFERENCES steps (plan, revision)
) STRICT;
CREATE INDEX steps_undone ON steps (plan, undone_by);
CREATE INDEX steps_by_target ON steps (plan, target);

CREATE TABLE versions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  plan INTEGER NOT NULL REFERENCES plans (number),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  note TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  plan_hash TEXT CHECK (plan_hash IS NULL OR (${hash('plan_hash')})),
  made_at TEXT NOT NULL CHECK (${moment('made_at')}),
  digest TEXT NOT NULL CHECK (${hash('digest')})
) STRICT;
CREATE INDEX versions_by_plan ON versions (plan);

CREATE TABLE results (
  number INTEGER PRIMARY KEY,
  plan_hash TEXT NOT NULL CHECK (${hash('plan_hash')}),
  engine_version TEXT NOT NULL,
  seed INTEGER NOT NULL CHECK (seed BETWEEN 0 AND 4294967295),
  replications INTEGER NOT NULL CHECK (replications BETWEEN 1 AND 100000),
  -- 0 where no precision was asked for; the bounds keep out what is not finite.
  precision_fraction REAL NOT NULL CHECK (precision_fraction >= 0 AND precision_fraction < 1),
  result TEXT NOT NULL CHECK (json_valid(result)),
  made_at TEXT NOT NULL CHECK (${moment('made_at')}),
  digest TEXT NOT NULL CHECK (${hash('digest')}),
  UNIQUE (plan_hash, engine_version, seed, replications, precision_fraction)
) STRICT;

-- Rows that a repair found broken, with their content, so that nothing is ever deleted by it.
CREATE TABLE quarantine (
  number INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  reason TEXT NOT NULL,
  content TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
`,
};
