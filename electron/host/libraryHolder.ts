// Holds the library of a folder: opened, with its native code, when something first asks for it.
import type { Failure } from '../../core/contract/failures.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import type { Library } from '../store/library.ts';
import type { StartIsolate } from '../workers/isolate.ts';
import { reasonOfMissingDatabase } from './missingDatabase.ts';
import { openRemoteLibrary, type RemoteLibrary, upgradeStopped } from './remoteLibrary.ts';

export interface LibraryHolder {
  readonly get: () => Promise<Result<RemoteLibrary, Failure>>;
  readonly close: () => Promise<void>;
}

/** In this very thread: for a program that does one thing and ends. */
export function libraryIn(folder: string): LibraryHolder {
  let opening: Promise<Result<Library, Failure>> | undefined;
  const open = async (): Promise<Result<Library, Failure>> => {
    try {
      const { openLibrary } = await import('../store/openLibrary.ts');
      return ok(openLibrary({ folder }));
    } catch (error) {
      const reason = reasonOfMissingDatabase(error);
      // All that needs no library goes on working.
      if (reason === undefined) throw error;
      return failed({ code: 'libraryUnavailable', params: { reason } });
    }
  };
  return {
    get: async () => {
      opening ??= open();
      const opened = await opening;
      return opened.ok ? ok(promising(opened.value)) : opened;
    },
    close: async () => {
      const library = await opening?.catch(() => undefined);
      if (library?.ok) library.value.close();
    },
  };
}

/** Apart from the host, which answers others meanwhile. */
export function libraryApart(folder: string, startReading?: StartIsolate, workerFile?: URL): LibraryHolder {
  let library: RemoteLibrary | undefined;
  return {
    get: async () => {
      library ??= openRemoteLibrary({
        folder,
        ...(startReading && { startReading }),
        ...(workerFile && { workerFile }),
      });
      // Begun anew it would do what was just stopped.
      return library.isStopped() ? failed(upgradeStopped) : ok(library);
    },
    close: async () => library?.close(),
  };
}

export const noLibrary: LibraryHolder = {
  get: async () => failed({ code: 'libraryUnavailable', params: { reason: 'none' } }),
  close: async () => {},
};

/** The same methods, each with its answer to come. */
function promising(library: Library): RemoteLibrary {
  const methods = Object.entries(library).map(([name, work]) => [
    name,
    async (...args: readonly unknown[]) => (work as (...parts: readonly unknown[]) => unknown)(...args),
  ]);
  // Here nobody could ask for it meanwhile.
  return {
    ...Object.fromEntries(methods),
    stopUpgrade: async () => false,
    isStopped: () => false,
  } as RemoteLibrary;
}
