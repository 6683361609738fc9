// Notices what others wrote into the library: other windows of this process at once, other processes by asking SQLite
// a few times a second whether anything changed, which costs next to nothing.

const askEveryMs = 200;

export interface ChangesParts {
  /** The library's sequence now; undefined where it cannot be read. */
  readonly sequence: () => number | undefined;
  /** Differs from the last answer when another connection has written. */
  readonly dataVersion: () => number | undefined;
  readonly longestWaitMs: number;
}

export interface Changes {
  /** Settles once the sequence is above `after`, at the latest after the longest wait. */
  readonly wait: (after: number) => Promise<void>;
  /** Something was written by this process. */
  readonly noteWritten: () => void;
  readonly close: () => void;
}

export function createChanges({ sequence, dataVersion, longestWaitMs }: ChangesParts): Changes {
  const waiting = new Set<() => void>();
  let closed = false;
  let known: number | undefined;
  let asking: NodeJS.Timeout | undefined;

  const wakeAll = (): void => {
    for (const wake of [...waiting]) wake();
  };
  const ask = (): void => {
    const found = dataVersion();
    if (found !== known) wakeAll();
    known = found;
  };
  const stopAsking = (): void => {
    if (waiting.size > 0) return;
    clearInterval(asking);
    asking = undefined;
  };

  return {
    wait: (after) => {
      ask();
      const now = sequence();
      if (closed || now === undefined || now > after) return Promise.resolve();
      return new Promise((settle) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          stopAsking();
          settle();
        };
        const timer = setTimeout(wake, longestWaitMs);
        waiting.add(wake);
        asking ??= setInterval(ask, askEveryMs);
      });
    },
    noteWritten: wakeAll,
    close: () => {
      closed = true;
      wakeAll();
    },
  };
}
