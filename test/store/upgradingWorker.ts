// The library's worker of a program one version further.
import type { FromLibrary, ToLibrary } from '../../electron/host/libraryMessages.ts';
import { libraryMigrations } from '../../electron/store/migrations/index.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { answerTo } from '../../electron/workers/caller.ts';
import { parentDoor } from '../../electron/workers/parentDoor.ts';
import { slowMigration } from './slowMigration.ts';

const { post, onMessage } = parentDoor<ToLibrary, FromLibrary>();
const migrations = [...libraryMigrations, slowMigration];
let library: ReturnType<typeof openLibrary> | undefined;

onMessage(async (message) => {
  if (message.kind === 'open') {
    const { folder } = message;
    library = openLibrary({ folder, migrations, onUpgrade: (upgrade) => post({ kind: 'upgrade', upgrade }) });
    return;
  }
  const work = library?.[message.method] as (...parts: readonly unknown[]) => unknown;
  post(await answerTo(message, () => work(...message.args)));
});
