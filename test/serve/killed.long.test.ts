// D1, D9 and H15 over the served program: it is killed, or asked to end, at random moments of a person's editing.
// One command: npm run test:long -- test/serve/killed   (SAFF_ROUNDS=5 for a quicker look)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { stateAfter } from '../store/startEditing.ts';
import { canBeWatched, startServedProgram } from '../support/servedProgram.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { chooser } from './hostileRequests.ts';

const choose = chooser(Number(process.env['SAFF_SEED'] ?? 1));
const rounds = Number(process.env['SAFF_ROUNDS'] ?? 40);
const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};

describe.skipIf(!canBeWatched)('the served program', () => {
  it(`D1, D9, H15: ${rounds} times killed or asked to end loses no edit that it reported, and leaves no process behind`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'saff-killed-'));
    const saved: string[] = [];
    const secrets = new Set<string>();
    let processes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const served = await startServedProgram({ folder });
      secrets.add(served.secret);
      const { client, child } = served;
      const listed = await client.call('library.list', {});
      if (!listed.ok) throw new Error(listed.failure.code);
      let plan = listed.value.plans[0];
      if (plan === undefined) {
        const added = await client.call('library.import', { text: smallPlanText({ days: 400 }) });
        if (!added.ok) throw new Error(added.failure.code);
        plan =
          (await client.call('library.list', {}).then((reply) => reply.ok && reply.value.plans[0])) ||
          undefined;
      }
      if (plan === undefined) throw new Error('no plan');
      await client.call('plan.simulate', { plan: plan.plan, options: { replications: 1000 } });
      const gone = new Promise<void>((settle) => child.once('close', () => settle()));
      const end = pause(50 + choose(600)).then(() => {
        const workers = served.children();
        processes += workers.length;
        child.kill(round % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
        return workers;
      });
      for (let base = plan.revision, count = 0; ; count += 1) {
        const note = `${round}-${count}`;
        const window = { id: 'w', openedAt: base };
        const commands = [{ change: 'add' as const, at: ['notes'], value: note }];
        const reply = await client.call('plan.edit', { plan: plan.plan, base, window, commands });
        if (!reply.ok) {
          expect(reply.failure.code).toMatch(/^(?:unreachable|libraryUnavailable)$/);
          break;
        }
        base = reply.value.revision;
        saved.push(note);
      }
      const workers = await end;
      await gone;
      await expect.poll(() => workers.filter(isAlive), { timeout: 20_000 }).toEqual([]);
      const found = stateAfter(folder, saved);
      expect(found, `round ${round}`).toMatchObject({ state: 'open', findings: [], lost: [] });
      expect(found.unreported).toBeLessThanOrEqual(round + 1);
    }
    rmSync(folder, { recursive: true, force: true });
    console.log(
      `D1, D9, H15: ${rounds} ends, ${saved.length} edits reported, 0 lost; ${processes} workers, none left; ${secrets.size} secrets`,
    );
    expect(secrets.size).toBe(rounds);
    expect(saved.length).toBeGreaterThan(rounds);
  });
});
