// What the host knows of a library that is brought up to date, while the thread that does it answers nobody.
import type { LibraryStatus, LibraryUpgrade } from '../../core/contract/library.ts';

export interface UpgradeWatch {
  readonly note: (upgrade: LibraryUpgrade) => void;
  readonly over: () => void;
  readonly isGoingOn: () => boolean;
  /** Settles as soon as an upgrade is going on, which may be never. */
  readonly status: () => Promise<LibraryStatus>;
}

export function createUpgradeWatch(folder: string): UpgradeWatch {
  let upgrade: LibraryUpgrade | null = null;
  let waiting: ((status: LibraryStatus) => void)[] = [];

  const statusOf = (now: LibraryUpgrade): LibraryStatus => ({
    ...{ state: 'upgrading', upgrade: now, folder, sequence: null, plans: null, failure: null },
    ...{ notices: [], backups: [] },
  });

  return {
    note: (now) => {
      upgrade = now;
      for (const settle of waiting) settle(statusOf(now));
      waiting = [];
    },
    over: () => {
      upgrade = null;
      // Whoever waited has the library's own answer.
      waiting = [];
    },
    isGoingOn: () => upgrade !== null,
    status: () =>
      new Promise((settle) => {
        if (upgrade === null) waiting.push(settle);
        else settle(statusOf(upgrade));
      }),
  };
}
