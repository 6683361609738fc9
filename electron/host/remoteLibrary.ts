// The library in a thread of its own: the host goes on answering whatever the disk does. A long look through the whole
// library has a further place of its own, which can be ended in the midst of it.
import type { Failure } from '../../core/contract/failures.ts';
import { failed } from '../../core/units/result.ts';
import type { Library } from '../store/library.ts';
import { type Caller, createCaller } from '../workers/caller.ts';
import { inThread, type StartIsolate } from '../workers/isolate.ts';
import { workerFileBeside } from '../workers/workerFile.ts';
import type { FromLibrary, ToLibrary } from './libraryMessages.ts';
import { createUpgradeWatch } from './upgradeWatch.ts';

type Asked = Exclude<keyof Library, 'close'>;
type UpgradeSaid = Extract<FromLibrary, { readonly kind: 'upgrade' }>;

/** The library's own methods, each with its answer to come. */
export type RemoteLibrary = {
  readonly [M in Asked]: (...parts: Parameters<Library[M]>) => Promise<Awaited<ReturnType<Library[M]>>>;
} & {
  /** Ends an upgrade that is going on, and stays closed; false where there is none. */
  readonly stopUpgrade: () => Promise<boolean>;
  readonly isStopped: () => boolean;
  readonly close: () => Promise<void>;
};

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
  const upgrading = createUpgradeWatch(folder);
  const callerIn = (startIsolate: StartIsolate): Caller =>
    createCaller({
      ...{ startIsolate, file: workerFile, greeting: { kind: 'open', folder } satisfies ToLibrary },
      onSaid: (message) => upgrading.note((message as UpgradeSaid).upgrade),
      // What was asked may be on the disk or not; whoever asked has to look.
      onLost: () => ({ code: 'libraryLost', params: {} }),
    });
  const writing = callerIn(inThread);
  const reading = callerIn(startReading);
  let looks = 0;
  let isClosed = false;
  let isStopped = false;

  const call = async (method: Asked, args: readonly unknown[]): Promise<unknown> => {
    if (isClosed) return failed(closed);
    if (isStopped) return failed(upgradeStopped);
    if (!longReads.has(method)) {
      const answer = writing.call(method, args).finally(upgrading.over);
      // The thread answers nobody before it is done; how far it is, is known here.
      return method === 'status' ? Promise.race([answer, upgrading.status()]) : answer;
    }
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
      if (name === 'stopUpgrade')
        return async () => {
          if (!upgrading.isGoingOn()) return false;
          isStopped = true;
          upgrading.over();
          await writing.end(upgradeStopped);
          return true;
        };
      if (name === 'isStopped') return () => isStopped;
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

export const upgradeStopped: Failure = { code: 'upgradeStopped', params: {} };

/** Lets it do what it was asked and close its file. */
async function finish(writing: Caller): Promise<void> {
  if (!writing.isStarted()) return;
  await writing.call('close', []);
  await writing.end(closed);
}
