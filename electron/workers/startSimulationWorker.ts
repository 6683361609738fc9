// One worker and what it knows. It is handed one replication at a time; a worker that is lost says so once.
import type { CompiledModel } from '../../core/simulation/index.ts';
import type { Harvest, Wanted } from './harvest.ts';
import type { LostIsolate, StartIsolate } from './isolate.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { sharedModel } from './sharedModel.ts';

export interface WorkerEvents {
  readonly onProgress: (run: number, doneFraction: number) => void;
  readonly onHarvest: (run: number, harvest: Harvest) => void;
  /** The replication would have needed more memory than it may have; the worker itself goes on. */
  readonly onTooLarge: (run: number) => void;
  readonly onLost: (reason: LostIsolate) => void;
}

export interface Replication {
  readonly run: number;
  readonly model: CompiledModel;
  readonly seed: number;
  readonly replication: number;
  /** For what grows within a replication. */
  readonly growthBytes: number;
  readonly withCompanions: boolean;
  readonly wanted: Wanted;
  /** Where the worker may lay the tally down; only for one that shares memory. */
  readonly into: SharedArrayBuffer | undefined;
}

export interface SimulationWorker {
  readonly holdsModel: (run: number) => boolean;
  /** Sends the model if the worker does not have it yet, then the replication. */
  readonly replicate: (work: Replication) => void;
  readonly forget: (run: number) => void;
  readonly sharesMemory: boolean;
  /** Memory of a worker that is a process. */
  readonly usedBytes: () => number | undefined;
  readonly processId: number | undefined;
  /** Stops the worker at once, in the middle of its work; no event follows. */
  readonly terminate: () => Promise<void>;
}

export function startSimulationWorker(
  startIsolate: StartIsolate,
  file: URL,
  events: WorkerEvents,
): SimulationWorker {
  const models = new Set<number>();
  const isolate = startIsolate(file, {
    onMessage: (received) => {
      const message = received as FromWorker;
      if (message.kind === 'progress') events.onProgress(message.run, message.doneFraction);
      else if (message.kind === 'harvest' || message.kind === 'tooLarge') {
        // An idle worker does not keep the program alive.
        isolate.hold(false);
        if (message.kind === 'harvest') events.onHarvest(message.run, message.harvest);
        else events.onTooLarge(message.run);
      }
    },
    onLost: events.onLost,
  });
  const send = (message: ToWorker): void => isolate.post(message);

  return {
    holdsModel: (run) => models.has(run),
    replicate: ({ model, ...what }) => {
      const { run } = what;
      if (!models.has(run)) {
        models.add(run);
        send({ kind: 'model', run, model: isolate.sharesMemory ? sharedModel(model) : model });
      }
      isolate.hold(true);
      send({ kind: 'replicate', ...what });
    },
    forget: (run) => {
      if (models.delete(run)) send({ kind: 'forget', run });
    },
    sharesMemory: isolate.sharesMemory,
    usedBytes: isolate.usedBytes,
    processId: isolate.processId,
    terminate: isolate.end,
  };
}
