import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { libraryIn } from '../../electron/host/libraryHolder.ts';
import { acts, race } from './races.ts';
import { testLibrary } from './testLibrary.ts';

const test = testLibrary();
const holder = libraryIn(test.folder);
afterAll(async () => {
  await holder.close();
  test.remove();
});

describe('windows whose requests meet in any order', () => {
  it('W4, F5: lose no step that was reported, and end as some order of the steps would', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), acts, async (scheduler, windows) => {
        refused += (await race(holder, scheduler, windows)).refused;
      }),
      { numRuns: 40, seed: 4 },
    );
    expect(refused).toBeGreaterThan(10);
  });

  it('F9: would be noticed where an edit on an older state is taken over another’s', async () => {
    const lastWins: typeof holder = {
      ...holder,
      get: async () => {
        const opened = await holder.get();
        if (!opened.ok) return opened;
        const library = opened.value;
        // Planted bug: what comes last is written as if it had been made on the present state, and told a revision too few.
        const edit: typeof library.edit = async (asked) => {
          const state = await library.open(asked.plan);
          const reply = await library.edit({ ...asked, base: state.ok ? state.value.revision : 0 });
          return reply.ok ? { ok: true, value: { ...reply.value, revision: asked.base + 1 } } : reply;
        };
        return { ok: true, value: { ...library, edit } };
      },
    };
    const found = await fc.check(
      fc.asyncProperty(fc.scheduler(), acts, async (scheduler, windows) => {
        await race(lastWins, scheduler, windows);
      }),
      { numRuns: 60, seed: 4, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
  });
});
