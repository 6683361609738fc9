// The thread, or process, that has the library: does what it is asked, call by call, in their order.
import { failed } from '../../core/units/result.ts';
import type { Library } from '../store/library.ts';
import { answerTo } from '../workers/caller.ts';
import { parentDoor } from '../workers/parentDoor.ts';
import type { FromLibrary, LibraryCall, ToLibrary } from './libraryMessages.ts';
import { reasonOfMissingDatabase } from './missingDatabase.ts';

const { post, onMessage } = parentDoor<ToLibrary, FromLibrary>();
let opening: Promise<Library> | undefined;

onMessage((message) => {
  if (message.kind === 'open') opening = open(message.folder);
  else void answer(message);
});

async function open(folder: string): Promise<Library> {
  const { openLibrary } = await import('../store/openLibrary.ts');
  return openLibrary({ folder, onUpgrade: (upgrade) => post({ kind: 'upgrade', upgrade }) });
}

async function answer(asked: LibraryCall): Promise<void> {
  post(await answerTo(asked, () => done(asked)));
}

async function done({ method, args }: LibraryCall): Promise<unknown> {
  try {
    const library = await opening;
    if (library === undefined) throw new Error('the library was not opened');
    const work = library[method] as (...parts: readonly unknown[]) => unknown;
    return await work(...args);
  } catch (error) {
    // The database itself cannot be loaded on this machine.
    const reason = reasonOfMissingDatabase(error);
    if (reason === undefined) throw error;
    return failed({ code: 'libraryUnavailable', params: { reason } });
  }
}
