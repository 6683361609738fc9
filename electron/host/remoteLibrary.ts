// The library in a thread of its own: the host goes on answering whatever the disk does. A long look through the whole
// library has a further place of its own, which can be ended in the midst of it.
import type { Failure } from '../../core/contract/failures.ts';
import { failed } from '../../core/units/result.ts';
import type { Library } from '../store/library.ts';
import { type Caller, createCaller } from '../workers/caller.ts';
import { inThread, type StartIsolate } from '../workers/isolate.ts';
import { workerFileBeside } from '../workers/workerFile.ts';
import type { ToLibrary } from './libraryMessages.ts';

type Asked = Exclude<keyof Library, 'close'>;

/** The library's own methods, each with its answer to come. */
export type RemoteLibrary = {
  readonly [M in Asked]: (...parts: Parameters<Library[M]>) => Promise<Awaited<ReturnType<Library[M]>>>;
} & { readonly close: () => Promise<void> };

export interface RemoteLibraryParts {
  readonly folder: string;
  readonly workerFile?: URL;
  /** Where a long look goes on. Absent: in a thread, which cannot be ended within one query. */
  readonly startReading?: StartIsolate;
  /** After this a look is ended, and says so (`lookEnded`). */
  readonly longestReadMs?: number;
}

/** What only reads, and may take as long as the library is large. */
const longReads: ReadonlySet<string> = new Set<Asked>(['check']);
const usualLongestReadMs = 10 * 60 * 1000;

export function openRemoteLibrary(parts: RemoteLibraryParts): RemoteLibrary {
  const { folder, startReading = inThread } = parts;
  const { workerFile = workerFileBeside(import.meta.url, 'libraryWorker') } = parts;
  const { longestReadMs = usualLongestReadMs } = parts;
  const callerIn = (startIsolate: StartIsolate): Caller =>
    createCaller({
      ...{ startIsolate, file: workerFile, greeting: { kind: 'open', folder } satisfies ToLibrary },
      // What was asked may be on the disk or not; whoever asked has to look.
      onLost: () => ({ code: 'libraryLost', params: {} }),
    });
  const writing = callerIn(inThread);
  const reading = callerIn(startReading);
  let looks = 0;
  let isClosed = false;

  const call = async (method: Asked, args: readonly unknown[]): Promise<unknown> => {
    if (isClosed) return failed(closed);
    if (!longReads.has(method)) return writing.call(method, args);
    const tooLong: Failure = { code: 'lookEnded', params: { limitMinutes: longestReadMs / 60_000 } };
    const timer = setTimeout(() => void reading.end(tooLong), longestReadMs);
    looks += 1;
    try {
      return await reading.call(method, args);
    } finally {
      clearTimeout(timer);
      looks -= 1;
      // Rarely needed, and not small.
      if (looks === 0) void reading.end(closed);
    }
  };

  return new Proxy({} as RemoteLibrary, {
    get: (_, name) => {
      if (name === 'close')
        return async () => {
          isClosed = true;
          await Promise.all([reading.end(closed), finish(writing)]);
        };
      // A promise of this must not take it for a promise.
      if (typeof name !== 'string' || name === 'then') return undefined;
      return (...args: readonly unknown[]) => call(name as Asked, args);
    },
  });
}

const closed: Failure = { code: 'libraryUnavailable', params: { reason: 'closed' } };

/** Lets it do what it was asked and close its file. */
async function finish(writing: Caller): Promise<void> {
  if (!writing.isStarted()) return;
  await writing.call('close', []);
  await writing.end(closed);
}
