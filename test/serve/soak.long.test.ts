// L9: hours of work on the served program: edits, each with its answer by formula, undo, simulations, cancelled ones, looks at the
// library.
// One command: npm run test:long -- test/serve/soak   (two hours; SAFF_SOAK_MINUTES=15 for fewer)
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reply } from '../../core/contract/failures.ts';
import { heldMegabytes } from '../support/heldMemory.ts';
import { canBeWatched, type ServedProgram, startServedProgram } from '../support/servedProgram.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const minutes = Number(process.env['SAFF_SOAK_MINUTES'] ?? 120);
const editsAsked = 10_000;
const runsAsked = 200;

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure).slice(0, 500));
  return reply.value;
}

interface Sample {
  readonly hours: number;
  readonly own: number;
  readonly all: number;
  readonly files: number;
  readonly log: number;
}

async function simulate({ client }: ServedProgram, plan: string, cancels: boolean): Promise<string> {
  const { run } = valueOf(await client.call('plan.simulate', { plan, options: { replications: 6 } }));
  for (let after = -1; ; ) {
    const state = valueOf(await client.call('simulation.next', { run, after }));
    after = state.sequence;
    if (state.state !== 'running') return state.state;
    if (cancels) valueOf(await client.call('simulation.cancel', { run }));
  }
}

describe.skipIf(!canBeWatched)('the served program', () => {
  it(
    `L9: keeps its memory, its files and its log within bounds over ${minutes} minutes`,
    async () => {
      const served = await startServedProgram({ inspected: true });
      onTestFinished(() => served.stop());
      const { client } = served;
      const window = { id: 'soak', openedAt: 0 };
      const opened = valueOf(await client.call('library.import', { text: smallPlanText({ days: 7 }) }));
      const { plan } = opened;
      let base = opened.revision;
      let edits = 0;
      let runs = 0;
      const samples: Sample[] = [];
      const held: { readonly hours: number; readonly megabytes: number }[] = [];
      const begun = performance.now();
      const share = (): number => (performance.now() - begun) / (minutes * 60_000);
      let nextSample = 0;
      let nextLook = 0;
      while (share() < 1 || edits < editsAsked || runs < runsAsked) {
        const commands = [{ change: 'set' as const, at: ['name'], value: `name ${edits}` }];
        const kind = edits % 10 === 8 ? 'plan.undo' : edits % 10 === 9 ? 'plan.redo' : 'plan.edit';
        const reply = await (kind === 'plan.edit'
          ? client.call(kind, { plan, base, window, commands })
          : client.call(kind, { plan, base, window }));
        base = valueOf(reply).revision;
        edits += 1;
        // As the window does after each edit.
        const text = smallPlanText({ days: 7 }).replace('1200', String(900 + (edits % 500)));
        valueOf(await client.call('plan.evaluate', { text }));
        if (edits % Math.max(1, Math.floor(editsAsked / runsAsked)) === 0) {
          const cancels = runs % 10 === 9;
          const state = await simulate(served, plan, cancels);
          if (!cancels) expect(state).toBe('done');
          runs += 1;
          if (runs % 20 === 0) expect(valueOf(await client.call('library.check', {})).findings).toEqual([]);
        }
        if (share() > nextSample) {
          nextSample += 1 / 240;
          const hours = (performance.now() - begun) / 3_600_000;
          const files = served.openFiles();
          samples.push({ hours, ...served.usedMegabytes(), files, log: served.logMegabytes() });
        }
        if (share() > nextLook) {
          nextLook += 1 / 24;
          const hours = (performance.now() - begun) / 3_600_000;
          held.push({ hours, megabytes: await heldMegabytes(served.said()) });
        }
        // Spread over the time that there is.
        if (edits / editsAsked > share()) await pause(Math.min(1000, (minutes * 60_000) / editsAsked));
      }
      const later = samples.filter(({ hours }) => hours > (samples.at(-1)?.hours ?? 0) / 2);
      const laterHeld = held.filter(({ hours }) => hours > (held.at(-1)?.hours ?? 0) / 2);
      const slope = slopeOf(laterHeld.map((look) => [look.hours, look.megabytes]));
      const heldAt = [held[0], held[1], laterHeld[0], laterHeld.at(-1)].map((look) =>
        look?.megabytes.toFixed(1),
      );
      const files = later.map((sample) => sample.files);
      const log = Math.max(...samples.map((sample) => sample.log));
      const megabytes = (part: 'own' | 'all'): string =>
        `${samples[0]?.[part].toFixed(0)}, ${later[0]?.[part].toFixed(0)}, ${later.at(-1)?.[part].toFixed(0)}`;
      console.log(
        `L9: ${minutes} minutes, ${edits} edits, ${runs} runs. Held at the start, a minute later, at the half and the end:
      ${heldAt.join(', ')} MB; slope of the second half ${slope.toFixed(2)} MB an hour. Taken up: ${megabytes('own')} MB (with its processes ${megabytes('all')}).
      Files ${Math.min(...files)} to ${Math.max(...files)}; log at most ${log.toFixed(1)} MB; said ${served.said().length} characters`,
      );
      expect(log).toBeLessThanOrEqual(64);
      expect(Math.max(...files) - Math.min(...files)).toBeLessThanOrEqual(8);
      expect(served.said().length).toBeLessThan(30_000_000);
      expect(slope).toBeLessThan(1);
      expect(Math.max(...samples.map(({ own }) => own))).toBeLessThan(512);
      const history = valueOf(await client.call('plan.history', { plan, limit: 1 }));
      expect(history[0]?.revision).toBe(base);
    },
    4 * 3_600_000,
  );
});

/** Of the line that fits best. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const below = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return above / below;
}
