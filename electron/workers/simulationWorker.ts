// A worker thread: keeps the models of the current runs and simulates the replications it is handed, one at a time.
import { parentPort } from 'node:worker_threads';
import { type CompiledModel, simulateReplication, tracePlayback } from '../../core/simulation/index.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const progressEveryMs = 50;
const models = new Map<number, CompiledModel>();
const port = parentPort;
if (port === null) throw new Error('simulationWorker runs in a worker thread only');

// Copied, never handed over: once any buffer of a thread has been, its engine checks every access to every array.
const post = (message: FromWorker): void => {
  port.postMessage(message);
};

port.on('message', (message: ToWorker) => {
  if (message.kind === 'model') models.set(message.run, message.model);
  else if (message.kind === 'forget') models.delete(message.run);
  else if (message.kind === 'trace')
    post({ kind: 'traced', outcome: tracePlayback(message.model, message.window) });
  else replicate(message.run, message.seed, message.replication);
});

function replicate(run: number, seed: number, replication: number): void {
  const model = models.get(run);
  if (model === undefined) throw new Error(`the model of run ${run} was not sent`);
  let lastPost = performance.now();
  const tally = simulateReplication(model, seed, replication, (doneFraction) => {
    const now = performance.now();
    if (now - lastPost < progressEveryMs) return;
    lastPost = now;
    post({ kind: 'progress', run, doneFraction });
  });
  post({ kind: 'tally', run, tally });
}
