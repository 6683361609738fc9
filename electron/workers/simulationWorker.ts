// A worker, in a thread or a process of its own: keeps the models of the current runs and simulates the replications it is
// handed, one at a time.
// Not by the door of the simulation: with it would come all that compiles and collects, and reads a plan.
import type { CompiledModel } from '../../core/simulation/model/compiledModel.ts';
import { GrowthExceeded, withinGrowth } from '../../core/simulation/model/growth.ts';
import { simulateReplication, simulateWithCompanions } from '../../core/simulation/simulateReplication.ts';
import { tracePlayback } from '../../core/simulation/tracePlayback.ts';
import { createSweep } from './clearAway.ts';
import { harvesterOf } from './harvest.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { parentDoor } from './parentDoor.ts';

const progressEveryMs = 50;
const sweep = createSweep();
const models = new Map<number, CompiledModel>();
const harvesters = new Map<number, ReturnType<typeof harvesterOf>>();
const { post, onMessage } = parentDoor<ToWorker, FromWorker>();

onMessage((message) => {
  if (message.kind === 'model') models.set(message.run, message.model);
  else if (message.kind === 'forget') {
    models.delete(message.run);
    harvesters.delete(message.run);
  } else if (message.kind === 'trace')
    post({ kind: 'traced', outcome: tracePlayback(message.model, message.window) });
  else replicate(message);
});

function replicate(what: Extract<ToWorker, { kind: 'replicate' }>): void {
  const { run, seed, replication, growthBytes, withCompanions, wanted, into } = what;
  const model = models.get(run);
  if (model === undefined) throw new Error(`the model of run ${run} was not sent`);
  let lastPost = performance.now();
  try {
    const onProgress = (doneFraction: number): void => {
      const now = performance.now();
      if (now - lastPost < progressEveryMs) return;
      lastPost = now;
      post({ kind: 'progress', run, doneFraction });
    };
    const values = into && new Float64Array(into);
    const tally = withinGrowth(growthBytes, () =>
      withCompanions
        ? simulateWithCompanions(model, seed, replication, onProgress, values)
        : simulateReplication(model, seed, replication, onProgress, null, 'leanest', values),
    );
    const harvest = harvesters.get(run) ?? harvesterOf(wanted, model);
    harvesters.set(run, harvest);
    post({ kind: 'harvest', run, harvest: harvest(tally) });
    sweep();
  } catch (error) {
    if (!(error instanceof GrowthExceeded)) throw error;
    post({ kind: 'tooLarge', run });
  }
}
