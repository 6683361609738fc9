// W4, F5 and W7 in the counts of the catalogue.
// One command: npm run test:long -- test/store/races
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../core/contract/failures.ts';
import type { KeptResult, PlanState } from '../../core/contract/library.ts';
import type { RunState } from '../../core/contract/methods.ts';
import { createHost } from '../../electron/host/createHost.ts';
import { libraryApart, libraryIn } from '../../electron/host/libraryHolder.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { acts, race } from './races.ts';
import { testLibrary } from './testLibrary.ts';

const seed = Number(process.env['SAFF_SEED'] ?? 1);
const test = testLibrary();
afterAll(() => test.remove());

describe('windows whose requests meet in any order', () => {
  it('W4, F5: 10,000 schedules lose no step that was reported', async () => {
    const holder = libraryIn(test.folder);
    let reported = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), acts, async (scheduler, windows) => {
        const end = await race(holder, scheduler, windows);
        reported += end.reported;
        refused += end.refused;
      }),
      { numRuns: 10_000, seed, verbose: 1 },
    );
    await holder.close();
    console.log(
      `W4, F5: seed ${seed}, 10,000 schedules, ${reported} steps reported, ${refused} refused at first`,
    );
    expect(refused).toBeGreaterThan(1000);
  });

  it('W7: 1000 results belong to the content that their run began with', async () => {
    const pool = createSimulationPool({ size: 2 });
    const host = createHost({ simulate: pool.simulate, library: libraryApart(test.folder) });
    const ask = async <T>(method: string, input: unknown): Promise<T> => {
      const reply = (await host.handle(method, input)) as Reply<T>;
      if (!reply.ok) throw new Error(JSON.stringify(reply.failure).slice(0, 500));
      return reply.value;
    };
    const window = { id: 'w', openedAt: 0 };
    for (let round = 0; round < 1000; round += 1) {
      const { plan, planHash } = await ask<PlanState>('library.import', { text: smallPlanText({ days: 1 }) });
      const { run } = await ask<{ run: string }>('plan.simulate', { plan, options: { replications: 1 } });
      await ask('library.rename', { plan, base: 0, window, name: `Changed ${round}` });
      for (let after = -1; ; ) {
        const state = await ask<RunState>('simulation.next', { run, after });
        after = state.sequence;
        if (state.state === 'done') break;
        expect(state.state).toBe('running');
      }
      const [kept] = await ask<readonly KeptResult[]>('plan.results', { plan });
      expect(kept).toMatchObject({ planHash, stale: true, result: { planHash } });
      await ask('library.remove', { plan });
      await ask('library.erase', { plan });
    }
    await host.close();
    await pool.close();
    console.log('W7: 1000 of 1000');
  });
});
