// A pool of worker threads, started when first needed and kept warm, that simulates the replications of any number
// of runs. A thread that is lost costs its own run only; it is replaced when there is work for another.
import { availableParallelism } from 'node:os';
import type { Failure } from '../../core/contract/failures.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { createCollector, type ReplicationTally } from '../../core/simulation/index.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { type ErrorLog, logged, noErrorLog } from '../host/errorLog.ts';
import { createRunWatch, usualLimits, type WatchLimits } from './runWatch.ts';
import type { Simulate, SimulationRequest } from './simulate.ts';
import { createSimulationRun, type SimulationRun } from './simulationRun.ts';
import { workerFileBeside } from './workerFile.ts';
import { startWorkerThread, type WorkerThread } from './workerThread.ts';

const mostWorkersByDefault = 8;

export interface SimulationPool {
  readonly simulate: Simulate;
  /** Cancels what is running and ends every thread. */
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** Threads kept; a run that asks for more gets them for as long as it lasts. Absent: the machine's, at most 8. */
  readonly size?: number;
  readonly log?: ErrorLog;
  readonly workerFile?: URL;
  readonly limits?: WatchLimits;
}

interface ActiveRun {
  readonly id: number;
  readonly request: SimulationRequest;
  readonly run: SimulationRun;
  readonly mostThreads: number;
  /** Threads at work for this run, and on which replication. */
  readonly busy: Map<WorkerThread, number>;
  readonly settle: (outcome: Result<SimulationResult, Failure>) => void;
  readonly onAbort: () => void;
}

const cancelled: Result<SimulationResult, Failure> = failed({ code: 'runCancelled', params: {} });

export function createSimulationPool(options: PoolOptions = {}): SimulationPool {
  const size = options.size ?? Math.min(mostWorkersByDefault, availableParallelism());
  const log = options.log ?? noErrorLog;
  const workerFile = options.workerFile ?? workerFileBeside();
  const threads = new Set<WorkerThread>();
  const idle = new Set<WorkerThread>();
  const runs = new Map<number, ActiveRun>();
  const limits = options.limits ?? usualLimits;
  const watch = createRunWatch<ActiveRun>({
    limits,
    onSilent: (active) => fail(active, new Error('a simulation worker has fallen silent')),
    onFull: (active) =>
      void end(active, failed({ code: 'runTooLarge', params: { limitMegabytes: limits.mostMegabytes } })),
  });
  let lastRun = 0;
  let closed = false;

  const capacity = (): number => Math.max(size, ...[...runs.values()].map((active) => active.mostThreads));

  const spawn = (): WorkerThread => {
    const thread: WorkerThread = startWorkerThread(workerFile, {
      onProgress: (id, doneFraction) => {
        const active = runs.get(id);
        if (active !== undefined) watch.heard(active);
        const replication = active?.busy.get(thread);
        if (replication !== undefined) active?.run.noteProgress(replication, doneFraction);
      },
      onTally: (id, tally) => take(thread, id, tally),
      onLost: (reason) => {
        threads.delete(thread);
        idle.delete(thread);
        for (const active of runs.values()) if (active.busy.delete(thread)) fail(active, reason);
      },
    });
    threads.add(thread);
    return thread;
  };

  const take = (thread: WorkerThread, id: number, tally: ReplicationTally): void => {
    idle.add(thread);
    const active = runs.get(id);
    if (active === undefined) return;
    active.busy.delete(thread);
    try {
      const result = active.run.accept(tally);
      if (result === undefined) assign();
      else void end(active, ok(result));
    } catch (error) {
      fail(active, error);
    }
  };

  const fail = (active: ActiveRun, reason: unknown): void => {
    void end(active, failed({ code: 'runFailed', params: { errorId: logged(log, reason) } }));
  };

  /** Hands work to idle threads: of the runs that have some, the one with the fewest threads comes first. */
  const assign = (): void => {
    for (;;) {
      const waiting = [...runs.values()]
        .filter(({ run, busy, mostThreads }) => busy.size < mostThreads && run.hasWork())
        .sort((a, b) => a.busy.size - b.busy.size)[0];
      if (waiting === undefined) return;
      const thread =
        [...idle].find((candidate) => candidate.holdsModel(waiting.id)) ??
        [...idle][0] ??
        (threads.size < capacity() ? spawn() : undefined);
      if (thread === undefined) return;
      idle.delete(thread);
      const replication = waiting.run.take();
      waiting.busy.set(thread, replication);
      watch.heard(waiting);
      thread.replicate(waiting.id, waiting.request.model, waiting.request.seed, replication);
    }
  };

  /** Takes a run off the pool. Threads still at work for it are stopped, and only then does the run count as ended. */
  const end = async (active: ActiveRun, outcome: Result<SimulationResult, Failure>): Promise<void> => {
    if (!runs.delete(active.id)) return;
    watch.ended(active);
    active.request.signal.removeEventListener('abort', active.onAbort);
    for (const thread of idle) thread.forget(active.id);
    const stopping = [...active.busy.keys()];
    // The oldest are the warmest.
    const newestFirst = [...threads].reverse();
    const surplus = newestFirst
      .filter((thread) => idle.has(thread))
      .slice(0, Math.max(0, threads.size - stopping.length - capacity()));
    for (const thread of [...stopping, ...surplus]) {
      threads.delete(thread);
      idle.delete(thread);
    }
    const stopped = [...stopping, ...surplus].map((thread) => thread.terminate());
    assign();
    await Promise.all(stopped);
    active.settle(outcome);
  };

  const simulate: Simulate = (request) => {
    if (closed || request.signal.aborted) return Promise.resolve(cancelled);
    return new Promise((settle) => {
      const { model, seed, replications, precisionFraction } = request;
      const mostThreads = request.workers ?? size;
      const limits = { replications, precisionFraction, window: 4 * mostThreads };
      const id = ++lastRun;
      try {
        const collector = createCollector(model, {
          seed,
          replicationsAsked: replications,
          precisionFraction,
        });
        const run = createSimulationRun(collector, limits, request.onProgress);
        const onAbort = (): void => void end(active, cancelled);
        const active: ActiveRun = { id, request, run, mostThreads, busy: new Map(), settle, onAbort };
        request.signal.addEventListener('abort', onAbort, { once: true });
        runs.set(id, active);
        assign();
      } catch (error) {
        runs.delete(id);
        settle(failed({ code: 'runFailed', params: { errorId: logged(log, error) } }));
      }
    });
  };

  const close = async (): Promise<void> => {
    closed = true;
    await Promise.all([...runs.values()].map((active) => end(active, cancelled)));
    const left = [...threads];
    threads.clear();
    idle.clear();
    await Promise.all(left.map((thread) => thread.terminate()));
  };

  return { simulate, close };
}
