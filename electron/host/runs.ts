// The simulation runs of this host: jobs whose end is a result, kept with the counts behind it.
import type { RunState } from '../../core/contract/methods.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { Accounts } from '../../core/simulation/index.ts';
import { failed } from '../../core/units/result.ts';
import type { Simulate, SimulationRequest } from '../workers/simulate.ts';
import { type ErrorLog, logged, noErrorLog } from './errorLog.ts';
import { createJobs, type Jobs } from './jobs.ts';

const limits = { mostAtOnce: 4, finishedKept: 8, finishedKeptMs: 10 * 60 * 1000, longestWaitMs: 250 };

export interface RunRequest extends Omit<SimulationRequest, 'onProgress' | 'signal'> {
  /** Called, and awaited, before the run counts as done. */
  readonly onResult?: (result: SimulationResult) => unknown;
}

export interface Runs extends Pick<Jobs<RunState>, 'full' | 'next' | 'cancel' | 'close'> {
  readonly limit: number;
  /** Starts a run and gives its id. */
  start(request: RunRequest): string;
  /** What a finished run counted; undefined: no such run, or one without a result. */
  accounts(id: string): AccountedRun | undefined;
}

/** A result with the counts behind it. */
export interface AccountedRun {
  readonly result: SimulationResult;
  readonly accounts: Accounts;
}

export interface RunsParts {
  readonly simulate: Simulate;
  readonly log?: ErrorLog;
  /** Milliseconds from any start. */
  readonly now?: () => number;
}

export function createRuns({ simulate, log = noErrorLog, now }: RunsParts): Runs {
  const jobs = createJobs<RunState>(limits, now);
  /** They go with the job that has the result. */
  const accounted = new WeakMap<SimulationResult, AccountedRun>();

  const simulated: Simulate = async (request) => {
    try {
      return await simulate(request);
    } catch (error) {
      return failed({ code: 'runFailed', params: { errorId: logged(log, error) } });
    }
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
    const { replications: replicationsAsked } = request;
    const first = { replicationsDone: 0, replicationsAsked, doneFraction: 0, result: null, failure: null };
    return jobs.start(first, async ({ signal, change }) => {
      let accounts: Accounts | undefined;
      const onAccounts = (counted: Accounts): void => {
        accounts = counted;
      };
      const outcome = await simulated({ ...request, onProgress: change, onAccounts, signal });
      if (!outcome.ok) {
        const { failure } = outcome;
        return { state: failure.code === 'runCancelled' ? 'cancelled' : 'failed', failure };
      }
      const result = outcome.value;
      if (accounts !== undefined) accounted.set(result, { result, accounts });
      await keep(request, result);
      return { state: 'done', doneFraction: 1, replicationsDone: result.replications, result };
    });
  };

  return {
    limit: limits.mostAtOnce,
    full: jobs.full,
    start,
    next: jobs.next,
    cancel: jobs.cancel,
    accounts: (id) => {
      const result = jobs.state(id)?.result;
      return result ? accounted.get(result) : undefined;
    },
    close: jobs.close,
  };
}
