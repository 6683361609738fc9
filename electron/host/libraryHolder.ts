// Holds the library of a folder: opened, with its native code, when something first asks for it.
import type { Failure } from '../../core/contract/failures.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import type { Library } from '../store/library.ts';

export interface LibraryHolder {
  readonly get: () => Promise<Result<Library, Failure>>;
  readonly close: () => Promise<void>;
}

export function libraryIn(folder: string): LibraryHolder {
  let opening: Promise<Result<Library, Failure>> | undefined;
  const open = async (): Promise<Result<Library, Failure>> => {
    try {
      const { openLibrary } = await import('../store/openLibrary.ts');
      return ok(openLibrary({ folder }));
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
      // The database itself cannot be loaded on this machine: all that needs no library goes on working.
      if (!/^(?:ERR_DLOPEN_FAILED|ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND)$/.test(reason)) throw error;
      return failed({ code: 'libraryUnavailable', params: { reason } });
    }
  };
  return {
    get: () => {
      opening ??= open();
      return opening;
    },
    close: async () => {
      const library = await opening?.catch(() => undefined);
      if (library?.ok) library.value.close();
    },
  };
}

export const noLibrary: LibraryHolder = {
  get: async () => failed({ code: 'libraryUnavailable', params: { reason: 'none' } }),
  close: async () => {},
};
