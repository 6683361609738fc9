// One worker thread and what it is doing. It is handed one replication at a time; a thread that dies says so once.
import { Worker } from 'node:worker_threads';
import type { CompiledModel, ReplicationTally } from '../../core/simulation/index.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/**
 * A thread whose heap grows slowly past this ends alone. No full guard: typed arrays do not count, and a heap that
 * grows in great leaps still ends the process before V8 stops the thread.
 */
const resourceLimits = { maxOldGenerationSizeMb: 1024 };

export interface ThreadEvents {
  readonly onProgress: (run: number, doneFraction: number) => void;
  readonly onTally: (run: number, tally: ReplicationTally) => void;
  readonly onLost: (reason: unknown) => void;
}

export interface WorkerThread {
  readonly holdsModel: (run: number) => boolean;
  /** Sends the model if the thread does not have it yet, then the replication. */
  readonly replicate: (run: number, model: CompiledModel, seed: number, replication: number) => void;
  readonly forget: (run: number) => void;
  /** Stops the thread at once, in the middle of its work; no event follows. */
  readonly terminate: () => Promise<void>;
}

export function startWorkerThread(file: URL, events: ThreadEvents): WorkerThread {
  const worker = new Worker(file, { execArgv: [], resourceLimits });
  const models = new Set<number>();
  const send = (message: ToWorker): void => worker.postMessage(message);
  let ended = false;
  const lose = (reason: unknown): void => {
    if (ended) return;
    ended = true;
    void worker.terminate();
    events.onLost(reason);
  };

  worker.on('message', (message: FromWorker) => {
    if (ended) return;
    if (message.kind === 'progress') {
      events.onProgress(message.run, message.doneFraction);
    } else if (message.kind === 'tally') {
      worker.unref();
      events.onTally(message.run, message.tally);
    }
  });
  worker.on('error', lose);
  worker.on('messageerror', lose);
  worker.on('exit', (code) => lose(new Error(`a simulation worker exited with code ${code}`)));
  // An idle thread does not keep the process alive.
  worker.unref();

  return {
    holdsModel: (run) => models.has(run),
    replicate: (run, model, seed, replication) => {
      if (!models.has(run)) {
        models.add(run);
        send({ kind: 'model', run, model });
      }
      worker.ref();
      send({ kind: 'replicate', run, seed, replication });
    },
    forget: (run) => {
      if (models.delete(run)) send({ kind: 'forget', run });
    },
    terminate: async () => {
      ended = true;
      await worker.terminate();
    },
  };
}
