// Campaigns of kills: at random moments, and at every single system call of a scripted session.
// One command: npm run test:long -- test/store/kills
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isGoodBackup, listBackups } from '../../electron/store/backups.ts';
import { libraryMigrations } from '../../electron/store/migrations/index.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { editedWhileClocksJump } from './jumpingClocks.ts';
import { secondMigration } from './secondMigration.ts';
import { savedNotes, startEditing, stateAfter } from './startEditing.ts';
import { temporaryFolder, valueOf } from './testLibrary.ts';
import { copyOf, fileCalls, hasTracer, hotTemplateFolder, killedAt, ran, templateFolder } from './tracer.ts';

const kills = 200;
const clockKills = 50;
const mostCalls = 5_000;
/** Of the session that is killed at every call; fewer for a quicker look. */
const sessionEdits = Number(process.env['SAFF_SESSION_EDITS'] ?? 50);

describe('a process that is killed', () => {
  it(`D1: ${kills} times at random moments loses no edit that it reported`, async () => {
    const folder = templateFolder();
    const saved: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const editing = startEditing(folder, { pauseMs: 20 });
      await editing.said('open');
      await new Promise((settle) => setTimeout(settle, (kill * 37) % 300));
      editing.child.kill('SIGKILL');
      await editing.exited;
      saved.push(...savedNotes(editing.lines()));
      const found = stateAfter(folder, saved);
      expect(found, `kill ${kill}`).toMatchObject({ state: 'open', findings: [], lost: [] });
      expect(found.unreported).toBeLessThanOrEqual(kill + 1);
    }
    expect(saved.length).toBeGreaterThan(kills);
    console.log(`D1: ${kills} kills, ${saved.length} edits reported as saved, 0 lost`);
    rmSync(folder, { recursive: true });
  });

  it(`D10: ${clockKills} times while its clock jumps by years loses no edit and no newest backup`, async () => {
    const folder = templateFolder();
    const { saved, backups, days } = await editedWhileClocksJump(folder, clockKills);
    rmSync(folder, { recursive: true });
    console.log(
      `D10: ${clockKills} kills, ${saved} edits reported, ${backups} backups on ${days} days, 0 lost`,
    );
    expect(days).toBeGreaterThan(4);
  });

  describe.skipIf(!hasTracer).each(fileCalls)('at every %s', (call) => {
    /** Runs until a run comes to its end unkilled, and judges each; gives how many were killed. */
    const atEach = async (
      template: () => string,
      options: Parameters<typeof ran>[1],
      judge: (folder: string, lines: readonly string[], at: string) => void,
    ): Promise<number> => {
      for (let count = 1; count <= mostCalls; count += 1) {
        const folder = template();
        const editing = await ran(folder, { ...options, under: killedAt(call, count) });
        const lines = editing.lines();
        judge(folder, lines, `${call} ${count}`);
        rmSync(folder, { recursive: true });
        if (lines.includes('end')) return count - 1;
      }
      throw new Error('the session never ended');
    };

    const judgeEdits = (folder: string, lines: readonly string[], at: string): void => {
      const found = stateAfter(folder, savedNotes(lines));
      expect(found, at).toMatchObject({ state: 'open', findings: [], lost: [] });
    };

    it('D2: of a session of edits, nothing reported is lost', async () => {
      const template = templateFolder();
      const killed = await atEach(
        () => copyOf(template),
        { edits: sessionEdits },
        (folder, lines, at) => {
          judgeEdits(folder, lines, at);
          expect(stateAfter(folder, savedNotes(lines)).unreported, at).toBeLessThanOrEqual(1);
        },
      );
      console.log(`D2 ${call}: killed at ${killed} calls`);
      if (call === 'pwrite64' || call === 'fsync') expect(killed).toBeGreaterThan(10);
    });

    it('F8: of the recovery after a kill, nothing reported is lost', async () => {
      const template = await hotTemplateFolder();
      const killed = await atEach(() => copyOf(template), { edits: 2 }, judgeEdits);
      console.log(`F8 ${call}: killed at ${killed} calls`);
    });

    it('D12: of making a library, there is a sound one afterwards, or none', async () => {
      const killed = await atEach(temporaryFolder, { mode: 'create' }, (folder, lines, at) => {
        const library = openLibrary({ folder });
        const { plans } = valueOf(library.list(false));
        expect(plans.length, at).toBeGreaterThanOrEqual(
          Number(lines.some((line) => line.startsWith('added'))),
        );
        expect(valueOf(library.check()).findings, at).toEqual([]);
        library.close();
      });
      console.log(`D12 ${call}: killed at ${killed} calls`);
    });

    it('D8: of a backup, there is a whole one or none, and the next leaves no rest', async () => {
      const template = templateFolder();
      const killed = await atEach(
        () => copyOf(template),
        { mode: 'backup', edits: 1 },
        (folder, lines, at) => {
          for (const { file } of listBackups(join(folder, 'backups')))
            expect(isGoodBackup(file, libraryMigrations), at).toBe(true);
          judgeEdits(folder, lines, at);
          const library = openLibrary({ folder });
          valueOf(library.backup());
          library.close();
          expect(
            readdirSync(join(folder, 'backups')).every((name) => name.endsWith('.db')),
            at,
          ).toBe(true);
        },
      );
      console.log(`D8 ${call}: killed at ${killed} calls`);
    });

    it('M3: of a migration, the library is of the old form or of the new one, with its content', async () => {
      const template = templateFolder();
      const versions = new Set<unknown>();
      const killed = await atEach(
        () => copyOf(template),
        { mode: 'migrate' },
        (folder, _, at) => {
          const database = new Database(join(folder, 'library.db'), { readonly: true });
          const version = database.pragma('user_version', { simple: true });
          database.close();
          versions.add(version);
          const migrations = version === 1 ? libraryMigrations : [...libraryMigrations, secondMigration];
          const library = openLibrary({ folder, migrations });
          expect(valueOf(library.list(false)).plans, at).toHaveLength(1);
          expect(valueOf(library.check()).findings, at).toEqual([]);
          library.close();
        },
      );
      expect([...versions].every((version) => version === 1 || version === 2)).toBe(true);
      console.log(`M3 ${call}: killed at ${killed} calls`);
    });
  });

  it('says so where there is no tracer', () => {
    if (!hasTracer) console.log('D2, D8, D12, M3, F8 did not run: there is no strace here');
    expect(typeof hasTracer).toBe('boolean');
  });
});
