// R8: the page of the desktop application crashes fifty times in the midst of editing, and fifty times one of its worker processes is
// killed in the midst of a simulation, over one library.
// One command: npm run test:long -- test/journeys/desktopCrashes   (SAFF_SESSIONS=3 for a quicker look)
import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../core/contract/failures.ts';
import { type Desktop, startDesktop } from '../support/electronDouble/startDesktop.ts';
import { canBeWatched, childrenOf, percentile } from '../support/servedProgram.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const mainScript = fileURLToPath(new URL('../../dist/desktop/main.js', import.meta.url));
const sessions = Number(process.env['SAFF_SESSIONS'] ?? 25);
/** A third within a minute would bring back the library alone. */
const crashesOfSession = 2;

const commandOf = (processId: number): string => {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

describe.skipIf(!canBeWatched)('the desktop application', () => {
  it(`R8: comes back from ${sessions * crashesOfSession} crashes of its page and as many of its workers`, async () => {
    let dataFolder: string | undefined;
    let revision = 0;
    let plan = '';
    const times: number[] = [];
    let runsLost = 0;
    for (let session = 0; session < sessions; session += 1) {
      const desktop: Desktop = startDesktop(mainScript, ['--lang', 'en'], dataFolder);
      dataFolder = desktop.dataFolder;
      const { ask } = desktop;
      const request = async <T>(method: string, input: unknown): Promise<T> => {
        const expression = `window.saff.request(${JSON.stringify(method)}, ${JSON.stringify(input)})`;
        const reply = (await ask('evaluate', { expression })) as Reply<T>;
        if (!reply.ok) throw new Error(JSON.stringify(reply.failure).slice(0, 300));
        return reply.value;
      };
      const isShown = (name: string) =>
        ask('waitFor', {
          expression: `document.querySelector('h1')?.textContent.includes(${JSON.stringify(name)}) === true`,
        });
      await desktop.shown();
      if (session === 0) {
        await ask('waitFor', { expression: `document.querySelector('[data-sample]') !== null` });
        await ask('evaluate', {
          expression: `document.querySelector('[data-sample="online-shop"]').click()`,
        });
        await ask('waitFor', { expression: `document.querySelector('[data-step=undo]') !== null` });
        const { plans } = await request<{ plans: { plan: string }[] }>('library.list', {});
        plan = plans[0]?.plan ?? '';
      } else {
        await ask('waitFor', { expression: `document.querySelector('[data-plan]') !== null` });
        await ask('evaluate', {
          expression: `document.querySelector('[data-plan] a, [data-plan] button').click()`,
        });
        await isShown(`Edit ${revision}`);
      }
      for (let crash = 0; crash < crashesOfSession; crash += 1) {
        for (let edit = 0; edit < 3; edit += 1) {
          const name = `Edit ${revision + 1}`;
          const window = { id: `session-${session}`, openedAt: revision };
          const state = await request<{ revision: number }>('library.rename', {
            plan,
            base: revision,
            window,
            name,
          });
          revision = state.revision;
        }
        await isShown(`Edit ${revision}`);
        const begun = performance.now();
        await ask('crash', {});
        await isShown(`Edit ${revision}`);
        times.push(performance.now() - begun);

        const text = smallPlanText({ days: 1000 });
        const options = { replications: 100 };
        const { run } = await request<{ run: string }>('simulation.start', { text, options });
        let state = { state: 'running', sequence: -1, doneFraction: 0 };
        while (state.state === 'running') {
          // The window simulates its plan, too: whose worker is which is not known from outside.
          if (state.doneFraction > 0)
            for (const id of childrenOf(desktop.processId))
              if (commandOf(id).includes('simulationWorker')) process.kill(id, 'SIGKILL');
          state = await request('simulation.next', { run, after: state.sequence });
        }
        expect(state.state).toBe('failed');
        runsLost += 1;
      }
      const { document } = await request<{ document: { name: string } }>('library.open', { plan });
      expect(document.name).toBe(`Edit ${revision}`);
      const history = await request<readonly { revision: number }[]>('plan.history', { plan, limit: 200 });
      expect(history[0]?.revision).toBe(revision);
      expect((await request<{ findings: unknown[] }>('library.check', {})).findings).toEqual([]);
      await desktop.stop(session < sessions - 1);
    }
    const load = loadavg()[0] ?? 0;
    console.log(
      `R8: ${times.length} crashes of the page, ${runsLost} runs whose workers were killed, ${revision} edits, 0 lost; the page was back with its plan after
      ${percentile(times, 50).toFixed(0)} ms (median), ${Math.max(...times).toFixed(0)} ms at most; load ${load.toFixed(1)}`,
    );
    expect(revision).toBe(sessions * crashesOfSession * 3);
    if (load <= availableParallelism() + 1) expect(Math.max(...times)).toBeLessThanOrEqual(3000);
  });
});
