// The library's worker with a check that takes minutes in one query, and with searches that block it or end it.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { FromLibrary, ToLibrary } from '../../electron/host/libraryMessages.ts';
import type { Library } from '../../electron/store/library.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { parentDoor } from '../../electron/workers/parentDoor.ts';

const { post, onMessage } = parentDoor<ToLibrary, FromLibrary>();
let library: Library | undefined;
let folder = '';

onMessage(async (message) => {
  if (message.kind === 'open') {
    folder = message.folder;
    library = openLibrary({ folder });
    return;
  }
  const { call, method, args } = message;
  if (method === 'check') lookForMinutes();
  if (method === 'search' && args[0] === 'exit') process.exit(7);
  if (method === 'search' && args[0] === 'throw')
    return post({ call, outcome: { kind: 'defect', message: 'planted' } });
  if (method === 'search' && args[0] === 'block')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
  const work = library?.[method] as (...parts: readonly unknown[]) => unknown;
  post({ call, outcome: { kind: 'value', value: await work(...args) } });
});

/** With a lock on the file for as long as it takes. */
function lookForMinutes(): void {
  const database = new Database(join(folder, 'library.db'));
  database.exec('BEGIN; SELECT count(*) FROM plans');
  const count =
    'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 9e9) SELECT count(*) FROM c, plans';
  database.prepare(count).get();
}
