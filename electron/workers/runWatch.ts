// Watches over the runs that are at work: one whose workers have fallen silent hangs, and one that fills the memory is
// stopped before it is full. V8's own limits do not count typed arrays, so processes are measured.
import { totalmem } from 'node:os';

const lookEveryMs = 100;
/** Of a pause between two looks no more counts as silence: a program that was halted, or a machine that slept, halted its workers too. */
const mostBetweenLooksMs = 1_000;
export const megabyte = 1024 * 1024;

export interface WatchLimits {
  /** A worker that works says so every 50 ms; long models take a while to arrive. */
  readonly silentMs: number;
  /** Of this process and all workers that are processes of their own, together. */
  readonly mostMegabytes: number;
  /** Of one worker for one run: its model, its state and its tally. */
  readonly jobMegabytes: number;
}

export const usualLimits: WatchLimits = {
  silentMs: 30_000,
  mostMegabytes: Math.min(4096, Math.floor(totalmem() / 2 / megabyte)),
  jobMegabytes: 512,
};

/** What a process takes beside its job: the engine and its compiled code, and what is not collected yet. */
export const processMegabytes = 256;

export interface WatchParts<Run> {
  readonly limits: WatchLimits;
  readonly onSilent: (run: Run) => void;
  /** The run has a worker that is over its limit; or all are together, and this is the run that began last. */
  readonly onFull: (run: Run, limitMegabytes: number) => void;
  /** Memory of each worker at work for the run that is a process. */
  readonly workersOf: (run: Run) => readonly number[];
  /** Memory of everything: of this process and of all workers. */
  readonly usedBytes: () => number;
}

export interface RunWatch<Run> {
  /** The run has begun, or one of its workers has given a sign of life or has got new work. */
  readonly heard: (run: Run) => void;
  readonly ended: (run: Run) => void;
}

export function createRunWatch<Run>(parts: WatchParts<Run>): RunWatch<Run> {
  const { limits, onSilent, onFull, workersOf, usedBytes } = parts;
  const lastHeard = new Map<Run, number>();
  let looking: NodeJS.Timeout | undefined;
  /** Time in which workers could have said something, and when it was last counted. */
  let counted = 0;
  let countedAt = 0;

  const look = (): void => {
    const now = performance.now();
    counted += Math.min(now - countedAt, mostBetweenLooksMs);
    countedAt = now;
    for (const run of [...lastHeard.keys()]) {
      const most = Math.max(0, ...workersOf(run));
      if (most > (limits.jobMegabytes + processMegabytes) * megabyte) onFull(run, limits.jobMegabytes);
    }
    const newest = [...lastHeard.keys()].at(-1);
    if (newest !== undefined && usedBytes() > limits.mostMegabytes * megabyte)
      onFull(newest, limits.mostMegabytes);
    for (const [run, heardAt] of [...lastHeard]) if (counted - heardAt > limits.silentMs) onSilent(run);
  };

  return {
    heard: (run) => {
      lastHeard.set(run, counted);
      if (looking !== undefined) return;
      countedAt = performance.now();
      looking = setInterval(look, lookEveryMs).unref();
    },
    ended: (run) => {
      lastHeard.delete(run);
      if (lastHeard.size > 0) return;
      clearInterval(looking);
      looking = undefined;
    },
  };
}
