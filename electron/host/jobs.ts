// Work that takes long, by id: its state, the waiting for the next one, and its end. What the state says of the work itself is
// the caller's.
import { randomUUID } from 'node:crypto';

export interface JobState {
  readonly run: string;
  /** Rises with every change. */
  readonly sequence: number;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
}

export interface JobLimits {
  readonly mostAtOnce: number;
  readonly finishedKept: number;
  readonly finishedKeptMs: number;
  readonly longestWaitMs: number;
}

export interface Jobs<State extends JobState> {
  /** True while no further job may start. */
  full(): boolean;
  /** Starts a job and gives its id; `work` must not reject. */
  start(first: Own<State>, work: (job: RunningJob<State>) => Promise<Ending<State>>): string;
  /** The last state; undefined: no such job. */
  state(id: string): State | undefined;
  /** The first state with a sequence above `after`, or after a short wait the unchanged one; undefined: no such job. */
  next(id: string, after: number): Promise<State | undefined>;
  /** Cancels, waits for the end of the work and gives the last state. A job that has ended keeps its state. */
  cancel(id: string): Promise<State | undefined>;
  close(): Promise<void>;
}

/** What a caller says of a job. */
type Own<State extends JobState> = Omit<State, keyof JobState>;
type Ending<State extends JobState> = { readonly state: 'done' | 'failed' | 'cancelled' } & Partial<
  Own<State>
>;

export interface RunningJob<State extends JobState> {
  readonly signal: AbortSignal;
  /** Ignored once the job has ended. */
  readonly change: (part: Partial<Own<State>>) => void;
}

interface Job<State> {
  state: State;
  finishedAt: number | undefined;
  readonly abort: AbortController;
  ended: Promise<void>;
  readonly waiting: Set<() => void>;
}

export function createJobs<State extends JobState>(
  limits: JobLimits,
  now: () => number = () => performance.now(),
): Jobs<State> {
  const jobs = new Map<string, Job<State>>();

  const forgetOld = (): void => {
    const finished = [...jobs.entries()].filter(([, job]) => job.finishedAt !== undefined);
    finished.sort(([, a], [, b]) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0));
    finished.forEach(([id, job], index) => {
      const surplus = index < finished.length - limits.finishedKept;
      if (surplus || now() - (job.finishedAt ?? 0) > limits.finishedKeptMs) jobs.delete(id);
    });
  };

  /** One that was cancelled is about to end, and leaves its place to the next at once. */
  const isAtWork = ({ finishedAt, abort }: Job<State>): boolean =>
    finishedAt === undefined && !abort.signal.aborted;

  const find = (id: string): Job<State> | undefined => {
    forgetOld();
    return jobs.get(id);
  };

  const change = (job: Job<State>, part: Partial<State>): void => {
    job.state = { ...job.state, ...part, sequence: job.state.sequence + 1 };
    for (const wake of [...job.waiting]) wake();
  };

  /** Settles at the next change of the job, at the latest after the longest wait. */
  const changed = (job: Job<State>): Promise<void> =>
    new Promise((settle) => {
      const wake = (): void => {
        clearTimeout(timer);
        job.waiting.delete(wake);
        settle();
      };
      const timer = setTimeout(wake, limits.longestWaitMs);
      job.waiting.add(wake);
    });

  return {
    full: () => [...jobs.values()].filter(isAtWork).length >= limits.mostAtOnce,
    start: (first, work) => {
      const id = randomUUID();
      const abort = new AbortController();
      const job: Job<State> = {
        state: { ...first, run: id, sequence: 0, state: 'running' } as unknown as State,
        finishedAt: undefined,
        abort,
        ended: Promise.resolve(),
        waiting: new Set(),
      };
      jobs.set(id, job);
      const running: RunningJob<State> = {
        signal: abort.signal,
        change: (part) => {
          if (job.state.state === 'running') change(job, part as Partial<State>);
        },
      };
      job.ended = work(running).then((ending) => {
        job.finishedAt = now();
        change(job, ending as unknown as Partial<State>);
      });
      return id;
    },
    state: (id) => find(id)?.state,
    next: async (id, after) => {
      const job = find(id);
      if (job === undefined) return undefined;
      if (job.state.sequence <= after && job.finishedAt === undefined) await changed(job);
      return job.state;
    },
    cancel: async (id) => {
      const job = find(id);
      if (job === undefined) return undefined;
      job.abort.abort();
      await job.ended;
      return job.state;
    },
    close: async () => {
      for (const job of jobs.values()) job.abort.abort();
      await Promise.all([...jobs.values()].map((job) => job.ended));
    },
  };
}
