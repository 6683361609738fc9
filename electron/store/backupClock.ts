// When a backup is due: after the first change of a session, then after an hour of work. Hours are counted by a clock
// that nobody can set.
import type { Failure } from '../../core/contract/failures.ts';
import type { Backup } from '../../core/contract/library.ts';
import type { Result } from '../../core/units/result.ts';
import { listBackups } from './backups.ts';

const everyMs = 60 * 60 * 1000;
/** Not in the middle of somebody's typing. */
const afterSaveMs = 30_000;

export interface BackupClockParts {
  readonly folder: string;
  readonly now: () => Date;
  readonly backup: () => Result<Backup, Failure>;
}

export interface BackupClock {
  readonly noteSaved: () => void;
  readonly close: () => void;
}

export function createBackupClock({ folder, now, backup }: BackupClockParts): BackupClock {
  let lastAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let changed = false;

  const isDue = (): boolean => {
    if (lastAt !== undefined) return performance.now() - lastAt >= everyMs;
    const [newest] = listBackups(folder);
    const age = newest === undefined ? Number.POSITIVE_INFINITY : now().getTime() - Date.parse(newest.at);
    // A backup from the future says that a clock was set; better one too many.
    return age < 0 || age >= everyMs;
  };
  const backUp = (): void => {
    timer = undefined;
    if (!changed || !isDue()) return;
    // A failing backup is no failure of the work itself; the next save asks for one again.
    if (backup().ok) {
      lastAt = performance.now();
      changed = false;
    }
  };

  return {
    noteSaved: () => {
      changed = true;
      timer ??= setTimeout(backUp, afterSaveMs).unref();
    },
    close: () => {
      clearTimeout(timer);
      backUp();
    },
  };
}
