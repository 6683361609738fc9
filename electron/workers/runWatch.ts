// Watches over the runs that are at work: one whose threads have fallen silent hangs, and one that fills the memory of
// the process is stopped before the process is. V8's own limits do not count typed arrays, so the process is measured.
import { totalmem } from 'node:os';

const lookEveryMs = 100;
const megabyte = 1024 * 1024;

export interface WatchLimits {
  /** A thread that works says so every 50 ms; long models take a while to arrive. */
  readonly silentMs: number;
  /** Of the whole process. */
  readonly mostMegabytes: number;
}

export const usualLimits: WatchLimits = {
  silentMs: 30_000,
  mostMegabytes: Math.min(4096, Math.floor(totalmem() / 2 / megabyte)),
};

export interface WatchParts<Run> {
  readonly limits: WatchLimits;
  readonly onSilent: (run: Run) => void;
  /** The run that began last is the one to go. */
  readonly onFull: (run: Run) => void;
  readonly usedBytes?: () => number;
}

export interface RunWatch<Run> {
  /** The run has begun, or one of its threads has given a sign of life or has got new work. */
  readonly heard: (run: Run) => void;
  readonly ended: (run: Run) => void;
}

export function createRunWatch<Run>(parts: WatchParts<Run>): RunWatch<Run> {
  const { limits, onSilent, onFull, usedBytes = () => process.memoryUsage.rss() } = parts;
  const lastHeard = new Map<Run, number>();
  let looking: NodeJS.Timeout | undefined;

  const look = (): void => {
    const newest = [...lastHeard.keys()].at(-1);
    if (newest !== undefined && usedBytes() > limits.mostMegabytes * megabyte) onFull(newest);
    const now = performance.now();
    for (const [run, heardAt] of [...lastHeard]) if (now - heardAt > limits.silentMs) onSilent(run);
  };

  return {
    heard: (run) => {
      lastHeard.set(run, performance.now());
      looking ??= setInterval(look, lookEveryMs).unref();
    },
    ended: (run) => {
      lastHeard.delete(run);
      if (lastHeard.size > 0) return;
      clearInterval(looking);
      looking = undefined;
    },
  };
}
