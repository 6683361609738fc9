// The simulation runs of this host: their states by id, and the waiting for the next state.
import { randomUUID } from 'node:crypto';
import type { RunState } from '../../core/contract/methods.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { Accounts, CompiledModel } from '../../core/simulation/index.ts';
import { failed } from '../../core/units/result.ts';
import type { Simulate, SimulationRequest } from '../workers/simulate.ts';
import { type ErrorLog, logged, noErrorLog } from './errorLog.ts';

const mostAtOnce = 4;
const finishedKept = 8;
const finishedKeptMs = 10 * 60 * 1000;
const longestWaitMs = 250;

export interface RunRequest extends Omit<SimulationRequest, 'onProgress' | 'signal'> {
  /** Called, and awaited, before the run counts as done. */
  readonly onResult?: (result: SimulationResult) => unknown;
}

export interface Runs {
  readonly limit: number;
  /** True while no further run may start. */
  full(): boolean;
  /** Starts a run and gives its id. */
  start(request: RunRequest): string;
  /** The first state with a sequence above `after`, or after a short wait the unchanged one; undefined: no such run. */
  next(id: string, after: number): Promise<RunState | undefined>;
  /** Cancels, waits for the end of the work and gives the last state. A run that has ended keeps its state. */
  cancel(id: string): Promise<RunState | undefined>;
  /** What a finished run counted; undefined: no such run, or one without a result. */
  accounts(id: string): AccountedRun | undefined;
  close(): Promise<void>;
}

/** A result with the model and the counts behind it. */
export interface AccountedRun {
  readonly model: CompiledModel;
  readonly result: SimulationResult;
  readonly accounts: Accounts;
}

interface Run {
  state: RunState;
  finishedAt: number | undefined;
  readonly abort: AbortController;
  ended: Promise<void>;
  readonly waiting: Set<() => void>;
  readonly model: CompiledModel;
  accounts: Accounts | undefined;
}

export interface RunsParts {
  readonly simulate: Simulate;
  readonly log?: ErrorLog;
  /** Milliseconds from any start. */
  readonly now?: () => number;
}

export function createRuns({ simulate, log = noErrorLog, now = () => performance.now() }: RunsParts): Runs {
  const runs = new Map<string, Run>();

  const forgetOld = (): void => {
    const finished = [...runs.entries()].filter(([, run]) => run.finishedAt !== undefined);
    finished.sort(([, a], [, b]) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0));
    finished.forEach(([id, run], index) => {
      const surplus = index < finished.length - finishedKept;
      if (surplus || now() - (run.finishedAt ?? 0) > finishedKeptMs) runs.delete(id);
    });
  };

  const find = (id: string): Run | undefined => {
    forgetOld();
    return runs.get(id);
  };

  const change = (run: Run, part: Partial<RunState>): void => {
    run.state = { ...run.state, ...part, sequence: run.state.sequence + 1 };
    for (const wake of [...run.waiting]) wake();
  };

  /** A result that cannot be kept is shown all the same. */
  const keep = async ({ onResult }: RunRequest, result: SimulationResult): Promise<void> => {
    try {
      await onResult?.(result);
    } catch (error) {
      logged(log, error);
    }
  };

  const start = (request: RunRequest): string => {
    const id = randomUUID();
    const abort = new AbortController();
    const run: Run = {
      state: {
        run: id,
        sequence: 0,
        state: 'running',
        replicationsDone: 0,
        replicationsAsked: request.replications,
        doneFraction: 0,
        result: null,
        failure: null,
      },
      finishedAt: undefined,
      abort,
      ended: Promise.resolve(),
      waiting: new Set(),
      model: request.model,
      accounts: undefined,
    };
    runs.set(id, run);
    const onProgress: SimulationRequest['onProgress'] = (progress) => {
      if (run.state.state === 'running') change(run, progress);
    };
    const finish = async (outcome: Awaited<ReturnType<Simulate>>): Promise<void> => {
      if (outcome.ok && request.onResult !== undefined) await keep(request, outcome.value);
      run.finishedAt = now();
      if (outcome.ok) {
        const result = outcome.value;
        change(run, { state: 'done', doneFraction: 1, replicationsDone: result.replications, result });
      } else {
        const state = outcome.failure.code === 'runCancelled' ? 'cancelled' : 'failed';
        change(run, { state, failure: outcome.failure });
      }
    };
    const onAccounts = (accounts: Accounts): void => {
      run.accounts = accounts;
    };
    run.ended = simulate({ ...request, onProgress, onAccounts, signal: abort.signal }).then(
      finish,
      (error: unknown) => finish(failed({ code: 'runFailed', params: { errorId: logged(log, error) } })),
    );
    return id;
  };

  const next = async (id: string, after: number): Promise<RunState | undefined> => {
    const run = find(id);
    if (run === undefined) return undefined;
    if (run.state.sequence <= after && run.finishedAt === undefined) await changed(run);
    return run.state;
  };

  const cancel = async (id: string): Promise<RunState | undefined> => {
    const run = find(id);
    if (run === undefined) return undefined;
    run.abort.abort();
    await run.ended;
    return run.state;
  };

  const accountsOf = (id: string): AccountedRun | undefined => {
    const { model, accounts, state } = find(id) ?? {};
    if (model === undefined || accounts === undefined || !state?.result) return undefined;
    return { model, accounts, result: state.result };
  };

  const close = async (): Promise<void> => {
    for (const run of runs.values()) run.abort.abort();
    await Promise.all([...runs.values()].map((run) => run.ended));
  };

  return {
    limit: mostAtOnce,
    full: () => [...runs.values()].filter((run) => run.finishedAt === undefined).length >= mostAtOnce,
    start,
    next,
    cancel,
    accounts: accountsOf,
    close,
  };
}

/** Settles at the next change of the run, at the latest after the longest wait. */
function changed(run: Run): Promise<void> {
  return new Promise((settle) => {
    const wake = (): void => {
      clearTimeout(timer);
      run.waiting.delete(wake);
      settle();
    };
    const timer = setTimeout(wake, longestWaitMs);
    run.waiting.add(wake);
  });
}
