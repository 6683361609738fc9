// Traces of single replications, each in a thread of its own that ends with it: rare requests, that must not hold up
// the host and need nothing kept warm.
import { Worker } from 'node:worker_threads';
import type { Failure } from '../../core/contract/failures.ts';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import type { CompiledModel, TraceWindow } from '../../core/simulation/index.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { type ErrorLog, logged, noErrorLog } from '../host/errorLog.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { workerFileBeside } from './workerFile.ts';

const mostAtOnce = 2;
const secondsPerHour = 3600;
const resourceLimits = { maxOldGenerationSizeMb: 1024 };

export interface Tracing {
  /** Fails with `traceOutside`, `traceTooLarge`, `tooManyRuns`, `runCancelled` or `runFailed`; never rejects. */
  readonly trace: (model: CompiledModel, window: TraceWindow) => Promise<Result<PlaybackTrace, Failure>>;
  /** Cancels what is running and ends its threads. */
  readonly close: () => Promise<void>;
}

export interface TracingParts {
  readonly log?: ErrorLog;
  readonly workerFile?: URL;
}

export function createTracing({
  log = noErrorLog,
  workerFile = workerFileBeside(),
}: TracingParts = {}): Tracing {
  const running = new Map<Worker, () => void>();

  const trace: Tracing['trace'] = (model, window) => {
    if (running.size >= mostAtOnce)
      return Promise.resolve(failed({ code: 'tooManyRuns', params: { limit: mostAtOnce } }));
    return new Promise((settle) => {
      const worker = new Worker(workerFile, { execArgv: [], resourceLimits });
      const end = (outcome: Result<PlaybackTrace, Failure>): void => {
        if (!running.delete(worker)) return;
        void worker.terminate();
        settle(outcome);
      };
      const lose = (reason: unknown): void =>
        end(failed({ code: 'runFailed', params: { errorId: logged(log, reason) } }));
      running.set(worker, () => end(failed({ code: 'runCancelled', params: {} })));
      worker.on('message', (message: FromWorker) => {
        if (message.kind !== 'traced') return;
        const { outcome } = message;
        end(outcome.ok ? ok(outcome.value) : failed(failureOf(outcome.failure, window.limit)));
      });
      worker.on('error', lose);
      worker.on('messageerror', lose);
      worker.on('exit', (code) => lose(new Error(`a tracing worker exited with code ${code}`)));
      const message: ToWorker = { kind: 'trace', model, window };
      worker.postMessage(message);
    });
  };

  return {
    trace,
    close: async () => {
      const workers = [...running.keys()];
      for (const cancel of [...running.values()]) cancel();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function failureOf(
  { code, atSeconds }: { code: 'traceOutside' | 'traceTooLarge'; atSeconds: number },
  limit: number,
): Failure {
  const hours = Math.round((atSeconds / secondsPerHour) * 100) / 100;
  return { code, params: code === 'traceOutside' ? { hours } : { hours, limit } };
}
