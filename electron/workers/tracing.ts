// Traces of single replications, each in an isolate of its own that ends with it: rare requests, that must not hold up the
// host and need nothing kept warm.
import type { Failure } from '../../core/contract/failures.ts';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import type { CompiledModel, TraceWindow } from '../../core/simulation/index.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { type ErrorLog, logged, noErrorLog } from '../host/errorLog.ts';
import { inThread, mostHeapMegabytes, type StartIsolate } from './isolate.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { workerFileBeside } from './workerFile.ts';

const mostAtOnce = 2;
const secondsPerHour = 3600;

export interface Tracing {
  /** Fails with `traceOutside`, `traceTooLarge`, `tooManyRuns`, `runCancelled`, `runTooLarge` or `runFailed`; never rejects. */
  readonly trace: (model: CompiledModel, window: TraceWindow) => Promise<Result<PlaybackTrace, Failure>>;
  /** Cancels what is running and ends its threads. */
  readonly close: () => Promise<void>;
}

export interface TracingParts {
  readonly log?: ErrorLog;
  readonly startIsolate?: StartIsolate;
  readonly workerFile?: URL;
}

export function createTracing({
  log = noErrorLog,
  startIsolate = inThread,
  workerFile = workerFileBeside(import.meta.url, 'simulationWorker'),
}: TracingParts = {}): Tracing {
  const running = new Set<() => Promise<void>>();

  const trace: Tracing['trace'] = (model, window) => {
    if (running.size >= mostAtOnce)
      return Promise.resolve(failed({ code: 'tooManyRuns', params: { limit: mostAtOnce } }));
    return new Promise((settle) => {
      const end = async (outcome: Result<PlaybackTrace, Failure>): Promise<void> => {
        if (!running.delete(cancel)) return;
        settle(outcome);
        await isolate.end();
      };
      const cancel = (): Promise<void> => end(failed({ code: 'runCancelled', params: {} }));
      running.add(cancel);
      const isolate = startIsolate(workerFile, {
        onMessage: (received) => {
          const message = received as FromWorker;
          if (message.kind !== 'traced') return;
          const { outcome } = message;
          void end(outcome.ok ? ok(outcome.value) : failed(failureOf(outcome.failure, window.limit)));
        },
        onLost: (reason) =>
          void end(
            failed(
              reason.wasFull
                ? { code: 'runTooLarge', params: { limitMegabytes: mostHeapMegabytes } }
                : { code: 'runFailed', params: { errorId: logged(log, reason) } },
            ),
          ),
      });
      isolate.hold(true);
      isolate.post({ kind: 'trace', model, window } satisfies ToWorker);
    });
  };

  return {
    trace,
    close: async () => {
      await Promise.all([...running].map((cancel) => cancel()));
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
