// The thread, or process, that has the library: does what it is asked, call by call, in their order.
import type { Library } from '../store/library.ts';
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
  return openLibrary({ folder });
}

async function answer({ call, method, args }: LibraryCall): Promise<void> {
  post({ call, outcome: await outcomeOf(method, args) });
}

async function outcomeOf(method: keyof Library, args: readonly unknown[]): Promise<FromLibrary['outcome']> {
  try {
    const library = await opening;
    if (library === undefined) throw new Error('the library was not opened');
    const work = library[method] as (...parts: readonly unknown[]) => unknown;
    return { kind: 'value', value: await work(...args) };
  } catch (error) {
    const reason = reasonOfMissingDatabase(error);
    if (reason !== undefined) return { kind: 'unavailable', reason };
    return {
      kind: 'defect',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
