// A worker that does its work, but for certain seeds comes to grief in the middle of it.
import { setTimeout as pause } from 'node:timers/promises';
import { type CompiledModel, simulateReplication } from '../../core/simulation/index.ts';
import type { FromWorker, ToWorker } from '../../electron/workers/messages.ts';
import { parentDoor } from '../../electron/workers/parentDoor.ts';
import { seeds } from './misbehaviour.ts';

const kept: unknown[] = [];
async function fill(make: () => unknown): Promise<never> {
  for (;;) {
    kept.push(make());
    await pause(1);
  }
}

const models = new Map<number, CompiledModel>();
const { post, onMessage } = parentDoor<ToWorker, FromWorker>();

onMessage(async (message) => {
  if (message.kind === 'model') models.set(message.run, message.model);
  if (message.kind !== 'replicate') return;
  const { run, seed, replication } = message;
  const model = models.get(run);
  if (model === undefined) throw new Error('no model');
  if (seed === seeds.throws && replication === 3) throw new Error('planted');
  if (seed === seeds.exits && replication === 3) process.exit(7);
  if (seed === seeds.aborts && replication === 3) process.abort();
  if (seed === seeds.breaks && replication === 3) process.kill(process.pid, 'SIGSEGV');
  if (seed === seeds.isKilled && replication === 3) process.kill(process.pid, 'SIGKILL');
  if (seed === seeds.hangs) for (;;);
  if (seed === seeds.fillsArrays) await fill(() => new Float64Array(2_000_000).fill(1));
  if (seed === seeds.fillsHeap) await fill(() => Array.from({ length: 100_000 }, (_, index) => ({ index })));
  if (seed === seeds.leaps)
    for (;;) kept.push(new Array(20_000_000).fill(1.5).map((number, index) => ({ number, index })));
  // Later ones finish first.
  if (seed === seeds.outOfOrder) await pause(replication % 5 === 0 ? 60 : 1);
  post({ kind: 'harvest', run, harvest: simulateReplication(model, seed, replication) });
});
