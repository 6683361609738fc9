// Whether the file that is open is still the file of that name: restored, synchronised or replaced files are noticed
// before the next write. Only `stat` is used: to open and close the file in this process would drop SQLite's locks.
import { statSync } from 'node:fs';

export interface FileIdentity {
  /** True while the name leads to the file that was opened, and it has not shrunk. */
  readonly isSame: () => boolean;
}

export function identityOf(file: string): FileIdentity {
  const opened = statSync(file, { bigint: true });
  let leastBytes = opened.size;
  return {
    isSame: () => {
      const found = statSync(file, { bigint: true, throwIfNoEntry: false });
      if (found === undefined || found.ino !== opened.ino || found.dev !== opened.dev) return false;
      // A library never gets smaller by itself.
      if (found.size < leastBytes) return false;
      leastBytes = found.size;
      return true;
    },
  };
}
