// Whether the file that is open is still the file of that name: restored, synchronised or replaced files are noticed
// before the next write. Only `stat` is used: to open and close the file in this process would drop SQLite's locks.
import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';

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

/**
 * Closes a connection whose file has another in its place. SQLite removes its log by name when it closes, and by now
 * that name may lead to the log of the new file: it is held by a second name meanwhile.
 */
export function closeReplaced(file: string, close: () => void): void {
  const held = ['-wal', '-shm'].flatMap((suffix) => {
    const [path, second] = [file + suffix, `${file}${suffix}.held`];
    if (!existsSync(path)) return [];
    rmSync(second, { force: true });
    linkSync(path, second);
    return [[path, second] as const];
  });
  try {
    close();
  } finally {
    for (const [path, second] of held) {
      if (existsSync(path)) rmSync(second, { force: true });
      else renameSync(second, path);
    }
  }
}
