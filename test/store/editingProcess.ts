// A process of its own that edits a library and says of each edit that it is saved, for tests that kill it or make its
// disk fail. Words: folder, mode, number of edits. Each line on standard output is written at once.
import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { libraryMigrations } from '../../electron/store/migrations/index.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { secondMigration } from './secondMigration.ts';

export type Mode =
  /** Edits the first plan of the library. */
  | 'edit'
  /** Adds a plan to a library that may not be there yet. */
  | 'create'
  /** Edits, then makes a backup. */
  | 'backup'
  /** Edits, with a backup after every third edit. */
  | 'rotate'
  /** Opens with a further migration. */
  | 'migrate'
  /** Planted bug: says that an edit is saved before it is. */
  | 'acknowledgeEarly'
  /** Planted bug: SQLite's own default for the write-ahead log. */
  | 'synchronousNormal';

const [folder = '', mode = 'edit' as Mode, edits = '1000000', pauseMs = '0'] = argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);

if (mode === 'synchronousNormal') {
  const pragma = Database.prototype.pragma;
  Database.prototype.pragma = function (source: string, options?: Database.PragmaOptions) {
    if (source === 'synchronous') return 2;
    return pragma.call(this, source === 'synchronous = FULL' ? 'synchronous = NORMAL' : source, options);
  };
}

const migrations = mode === 'migrate' ? [...libraryMigrations, secondMigration] : libraryMigrations;
const library = openLibrary({ folder, migrations });
if (mode === 'create') {
  const added = library.add(smallPlanText());
  say(added.ok ? `added ${added.value.plan}` : `refused ${added.failure.code}`);
}
const listed = library.list(false);
say(listed.ok ? 'open' : `closed ${listed.failure.code}`);
const plan = listed.ok ? (listed.value.plans[0]?.plan ?? '') : '';

for (let count = 0; count < Number(edits) && mode !== 'create' && mode !== 'migrate'; count += 1) {
  const opened = library.open(plan);
  const note = `${process.pid}-${count}`;
  if (!opened.ok) {
    say(`refused ${note} ${opened.failure.code}`);
    continue;
  }
  if (mode === 'acknowledgeEarly') {
    say(`saved ${note}`);
    await setTimeout(15);
  }
  const { revision } = opened.value;
  const saved = library.edit({
    plan,
    base: revision,
    window: { id: 'process', openedAt: revision },
    commands: [{ change: 'add', at: ['notes'], value: note }],
  });
  if (mode !== 'acknowledgeEarly') say(saved.ok ? `saved ${note}` : `refused ${note} ${saved.failure.code}`);
  if (mode === 'rotate' && count % 3 === 2) {
    const backup = library.backup();
    say(
      backup.ok
        ? `backup ${backup.value.number} ${backup.value.at}`
        : `refused backup ${backup.failure.code}`,
    );
  }
  // Another process was quicker: the same edit once more, on the present state.
  if (!saved.ok && saved.failure.code === 'staleRevision') count -= 1;
  if (Number(pauseMs) > 0) await setTimeout(Number(pauseMs));
}
if (mode === 'backup') {
  const backup = library.backup();
  say(backup.ok ? `backup ${backup.value.file}` : `refused backup ${backup.failure.code}`);
}
if (mode !== 'backup') library.close();
say('end');
