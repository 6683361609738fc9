// The library in a thread of its own: the host goes on answering whatever the disk does. A long look through the whole
// library has a further place of its own, which can be ended in the midst of it.
import type { Failure } from '../../core/contract/failures.ts';
import { failed } from '../../core/units/result.ts';
import type { Library } from '../store/library.ts';
import { type Isolate, inThread, type StartIsolate } from '../workers/isolate.ts';
import type { FromLibrary, LibraryCall, ToLibrary } from './libraryMessages.ts';

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
  const { folder, workerFile = workerFileBeside(), startReading = inThread } = parts;
  const { longestReadMs = usualLongestReadMs } = parts;
  const writing = createCaller(inThread, workerFile, folder);
  const reading = createCaller(startReading, workerFile, folder);
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
          await Promise.all([reading.end(closed), writing.close()]);
        };
      // A promise of this must not take it for a promise.
      if (typeof name !== 'string' || name === 'then') return undefined;
      return (...args: readonly unknown[]) => call(name as Asked, args);
    },
  });
}

const closed: Failure = { code: 'libraryUnavailable', params: { reason: 'closed' } };

interface Caller {
  readonly call: (method: LibraryCall['method'], args: readonly unknown[]) => Promise<unknown>;
  /** Lets it finish what it does and close its file. */
  readonly close: () => Promise<void>;
  /** Ends it at once; whoever waits gets this failure. The next call begins anew. */
  readonly end: (failure: Failure) => Promise<void>;
}

interface Waiting {
  readonly settle: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function createCaller(startIsolate: StartIsolate, file: URL, folder: string): Caller {
  let isolate: Isolate | undefined;
  let waiting = new Map<number, Waiting>();
  let lastCall = 0;

  const fail = (failure: Failure): void => {
    const left = [...waiting.values()];
    waiting = new Map();
    for (const { settle } of left) settle(failed(failure));
  };

  const start = (): Isolate => {
    const started = startIsolate(file, {
      onMessage: (message) => {
        const { call, outcome } = message as FromLibrary;
        const waiter = waiting.get(call);
        waiting.delete(call);
        if (waiting.size === 0) started.hold(false);
        if (outcome.kind === 'value') waiter?.settle(outcome.value);
        else if (outcome.kind === 'unavailable')
          waiter?.settle(failed({ code: 'libraryUnavailable', params: { reason: outcome.reason } }));
        else waiter?.reject(new Error(outcome.message));
      },
      onLost: () => {
        isolate = undefined;
        // What was asked may be on the disk or not; whoever asked has to look.
        fail({ code: 'libraryLost', params: {} });
      },
    });
    started.post({ kind: 'open', folder } satisfies ToLibrary);
    return started;
  };

  const call: Caller['call'] = (method, args) =>
    new Promise((settle, reject) => {
      isolate ??= start();
      isolate.hold(true);
      const id = ++lastCall;
      waiting.set(id, { settle, reject });
      isolate.post({ kind: 'call', call: id, method, args } satisfies ToLibrary);
    });

  return {
    call,
    close: async () => {
      if (isolate === undefined) return;
      await call('close', []);
      await isolate?.end();
      isolate = undefined;
      fail(closed);
    },
    end: async (failure) => {
      const ending = isolate;
      isolate = undefined;
      fail(failure);
      await ending?.end();
    },
  };
}

/** Built, the worker lies beside this bundle; run from the sources, it is the source itself. */
function workerFileBeside(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./libraryWorker.${extension}`, import.meta.url);
}
