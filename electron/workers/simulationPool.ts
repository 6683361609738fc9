// A pool of workers, threads or processes, started when first needed and kept warm, that simulates the replications of any
// number of runs. A worker that is lost costs its own run only; it is replaced when there is work for another.
import { availableParallelism } from 'node:os';
import type { Failure } from '../../core/contract/failures.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { type Collector, createCollector, memoryNeedOf } from '../../core/simulation/index.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { type ErrorLog, logged, noErrorLog } from '../host/errorLog.ts';
import { createSweep } from './clearAway.ts';
import type { Harvest, Harvests, Wanted } from './harvest.ts';
import { inBackground } from './inBackground.ts';
import { inThread, type LostIsolate, type StartIsolate } from './isolate.ts';
import { createListing } from './listing.ts';
import { createRunWatch, megabyte, processMegabytes, usualLimits, type WatchLimits } from './runWatch.ts';
import type { Count, CountRequest, Measure, Simulate, SimulationRequest } from './simulate.ts';
import { type Collecting, createSimulationRun, type SimulationRun } from './simulationRun.ts';
import { type SimulationWorker, startSimulationWorker } from './startSimulationWorker.ts';
import { createTallyRoom, mostAhead, type TallyRoom } from './tallyRoom.ts';
import { workerFileBeside } from './workerFile.ts';

const mostWorkersByDefault = 8;

export interface SimulationPool {
  readonly simulate: Simulate;
  readonly count: Count;
  readonly measure: Measure;
  /** Workers that are processes of their own. */
  readonly processIds: () => readonly number[];
  /** Cancels what is running and ends every worker. */
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** Workers kept; a run that asks for more gets them for as long as it lasts. Absent: the machine's threads, at most 8. */
  readonly size?: number;
  /** Where a worker runs. Absent: in a thread of this process. */
  readonly startIsolate?: StartIsolate;
  readonly log?: ErrorLog;
  readonly workerFile?: URL;
  readonly limits?: WatchLimits;
}

/** What both ways in ask for. */
type PoolRequest = SimulationRequest & Pick<CountRequest, 'firstReplication'>;

interface ActiveRun {
  readonly id: number;
  readonly request: PoolRequest;
  readonly run: SimulationRun<unknown, Harvest>;
  readonly wanted: Wanted;
  readonly mostWorkers: number;
  /** What a replication may take up beyond what the model needs at its start. */
  readonly growthBytes: number;
  /** Memory for tallies that threads lay down and the collector reads where they lie; what has been read is used again. */
  readonly room: TallyRoom | undefined;
  /** Workers at work for this run, and on which replication. */
  readonly busy: Map<SimulationWorker, number>;
  readonly settle: (outcome: Result<unknown, Failure>) => void;
  readonly onAbort: () => void;
}

const tooLarge = (limitMegabytes: number): Result<never, Failure> =>
  failed({ code: 'runTooLarge', params: { limitMegabytes } });
const cancelled: Result<never, Failure> = failed({ code: 'runCancelled', params: {} });

export function createSimulationPool(options: PoolOptions = {}): SimulationPool {
  const size = options.size ?? Math.min(mostWorkersByDefault, availableParallelism());
  const log = options.log ?? noErrorLog;
  const workerFile = options.workerFile ?? workerFileBeside(import.meta.url, 'simulationWorker');
  const startIsolate = inBackground(options.startIsolate ?? inThread);
  const workers = new Set<SimulationWorker>();
  const idle = new Set<SimulationWorker>();
  const runs = new Map<number, ActiveRun>();
  const limits = options.limits ?? usualLimits;
  const watch = createRunWatch<ActiveRun>({
    limits,
    onSilent: (active) => fail(active, new Error('a simulation worker has fallen silent')),
    onFull: (active, limitMegabytes) => void end(active, tooLarge(limitMegabytes)),
    workersOf: ({ busy }) => [...busy.keys()].map((worker) => worker.usedBytes() ?? 0),
    usedBytes: () => {
      let bytes = process.memoryUsage.rss();
      for (const worker of workers) bytes += worker.usedBytes() ?? 0;
      return bytes;
    },
  });
  const sweep = createSweep();
  let lastRun = 0;
  let closed = false;

  const capacity = (): number => Math.max(size, ...[...runs.values()].map((active) => active.mostWorkers));

  const spawn = (): SimulationWorker => {
    const worker: SimulationWorker = startSimulationWorker(startIsolate, workerFile, {
      onProgress: (id, doneFraction) => {
        const active = runs.get(id);
        if (active !== undefined) watch.heard(active);
        const replication = active?.busy.get(worker);
        if (replication !== undefined) active?.run.noteProgress(replication, doneFraction);
      },
      onHarvest: (id, harvest) => take(worker, id, harvest),
      onTooLarge: (id) => {
        idle.add(worker);
        const active = runs.get(id);
        if (active?.busy.delete(worker)) void end(active, tooLarge(limits.jobMegabytes));
        else assign();
      },
      onLost: (reason) => {
        workers.delete(worker);
        idle.delete(worker);
        for (const active of runs.values()) if (active.busy.delete(worker)) lose(active, reason);
      },
    });
    workers.add(worker);
    return worker;
  };

  /** A heap that became full ends its worker: that is the size of the run, and no defect. */
  const lose = (active: ActiveRun, reason: LostIsolate): void => {
    if (reason.wasFull) void end(active, tooLarge(limits.jobMegabytes));
    else fail(active, reason);
  };

  const take = (worker: SimulationWorker, id: number, harvest: Harvest): void => {
    idle.add(worker);
    const active = runs.get(id);
    if (active === undefined) return;
    active.busy.delete(worker);
    if (active.request.isLast && active.run.isHandedOut()) dismissIdle();
    try {
      const replication = harvest.replication - active.request.firstReplication;
      const result = active.run.accept({ ...harvest, replication });
      if (result === undefined) assign();
      else void end(active, ok(result));
      sweep();
    } catch (error) {
      fail(active, error);
    }
  };

  /** Before the last tallies are collected and the result is written, so that their memory is free for that. */
  const dismissIdle = (): void => {
    for (const worker of idle) {
      workers.delete(worker);
      void worker.terminate();
    }
    idle.clear();
  };

  const fail = (active: ActiveRun, reason: unknown): void => {
    void end(active, failed({ code: 'runFailed', params: { errorId: logged(log, reason) } }));
  };

  /** Hands work to idle workers: of the runs that have some, the one with the fewest workers comes first. */
  const assign = (): void => {
    for (;;) {
      const waiting = [...runs.values()]
        .filter(({ run, busy, mostWorkers }) => busy.size < mostWorkers && run.hasWork())
        .sort((a, b) => a.busy.size - b.busy.size)[0];
      if (waiting === undefined) return;
      const worker =
        [...idle].find((candidate) => candidate.holdsModel(waiting.id)) ??
        [...idle][0] ??
        (workers.size < capacity() ? spawn() : undefined);
      if (worker === undefined) return;
      idle.delete(worker);
      const replication = waiting.run.take();
      waiting.busy.set(worker, replication);
      watch.heard(waiting);
      const { id, growthBytes, wanted } = waiting;
      const { model, seed, precisionFraction, firstReplication } = waiting.request;
      const withCompanions = precisionFraction !== null;
      const number = firstReplication + replication;
      const into = worker.sharesMemory ? waiting.room?.take() : undefined;
      const asked = { growthBytes, withCompanions, wanted, into };
      worker.replicate({ run: id, model, seed, replication: number, ...asked });
    }
  };

  /** Takes a run off the pool. Workers still at work for it are stopped, and only then does the run count as ended. */
  const end = async (active: ActiveRun, outcome: Result<unknown, Failure>): Promise<void> => {
    if (!runs.delete(active.id)) return;
    watch.ended(active);
    active.request.signal.removeEventListener('abort', active.onAbort);
    for (const worker of idle) worker.forget(active.id);
    const stopping = [...active.busy.keys()];
    const keeps = active.request.isLast ? 0 : capacity();
    // The oldest are the warmest.
    const newestFirst = [...workers].reverse();
    const surplus = newestFirst
      .filter((worker) => idle.has(worker))
      .slice(0, Math.max(0, workers.size - stopping.length - keeps));
    for (const worker of [...stopping, ...surplus]) {
      workers.delete(worker);
      idle.delete(worker);
    }
    const stopped = [...stopping, ...surplus].map((worker) => worker.terminate());
    assign();
    await Promise.all(stopped);
    active.settle(outcome);
  };

  const start = <Outcome, W extends Wanted>(
    request: PoolRequest,
    wanted: W,
    collectorOf: () => Collecting<Outcome, Harvests[W]>,
    room?: TallyRoom,
  ): Promise<Result<Outcome, Failure>> => {
    if (closed || request.signal.aborted) return Promise.resolve(cancelled);
    return new Promise((settle) => {
      const { model, replications, precisionFraction } = request;
      const id = ++lastRun;
      try {
        const need = memoryNeedOf(model);
        const budgetBytes = limits.jobMegabytes * megabyte;
        if (need.workerBytes > budgetBytes || need.collectorBytes > budgetBytes) {
          settle(tooLarge(limits.jobMegabytes));
          return;
        }
        const eachBytes = need.workerBytes + processMegabytes * megabyte;
        const mostTogether = Math.max(1, Math.floor((limits.mostMegabytes * megabyte) / eachBytes));
        const mostWorkers = Math.min(request.workers ?? size, mostTogether);
        const runLimits = { replications, precisionFraction, window: mostAhead(model, mostWorkers) };
        const run = createSimulationRun(collectorOf(), runLimits, request.onProgress);
        const onAbort = (): void => void end(active, cancelled);
        const growthBytes = budgetBytes - need.workerBytes;
        const busy: ActiveRun['busy'] = new Map();
        const active: ActiveRun = {
          ...{ id, request, wanted, mostWorkers, growthBytes, room, busy, onAbort },
          // Its workers give what it wants.
          run: run as SimulationRun<unknown, Harvest>,
          settle: (outcome) => settle(outcome as Result<Outcome, Failure>),
        };
        request.signal.addEventListener('abort', onAbort, { once: true });
        runs.set(id, active);
        assign();
      } catch (error) {
        runs.delete(id);
        settle(failed({ code: 'runFailed', params: { errorId: logged(log, error) } }));
      }
    });
  };

  const simulate: Simulate = async (request) => {
    const { model, seed, replications, precisionFraction } = request;
    let collector: Collector | undefined;
    const room = createTallyRoom(model);
    const collectorOf = (): Collecting<SimulationResult> => {
      collector = createCollector(model, { seed, replicationsAsked: replications, precisionFraction });
      return room.returning(collector);
    };
    const outcome = await start({ ...request, firstReplication: 0 }, 'tally', collectorOf, room);
    if (outcome.ok && collector !== undefined) request.onAccounts?.(collector.accounts());
    return outcome;
  };

  const count: Count = (request) =>
    start({ ...request, precisionFraction: null }, 'promiseCounts', () =>
      createListing(({ counts }: Harvests['promiseCounts']) => counts),
    );

  const measure: Measure = (request) =>
    start({ ...request, precisionFraction: null }, 'measureParts', () =>
      createListing(({ parts }: Harvests['measureParts']) => parts),
    );

  const close = async (): Promise<void> => {
    closed = true;
    await Promise.all([...runs.values()].map((active) => end(active, cancelled)));
    const left = [...workers];
    workers.clear();
    idle.clear();
    await Promise.all(left.map((worker) => worker.terminate()));
  };

  const processIds = (): readonly number[] => [...workers].flatMap(({ processId }) => processId ?? []);
  return { simulate, count, measure, processIds, close };
}
