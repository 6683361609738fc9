// Campaigns of failing disks: full ones, and system calls that fail once or for ever.
// One command: npm run test:long -- test/store/diskFaults
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { libraryMigrations } from '../../electron/store/migrations/index.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { secondMigration } from './secondMigration.ts';
import { savedNotes, stateAfter } from './startEditing.ts';
import { addNote, addPlan, editNow, failureOf, valueOf } from './testLibrary.ts';
import { copyOf, failingAt, hasTracer, hotTemplateFolder, ran, templateFolder } from './tracer.ts';

const mount = mkdtempSync(join(tmpdir(), 'saff-small-disk-'));
const isMounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
afterAll(() => {
  if (isMounted) execFileSync('umount', [mount]);
  rmSync(mount, { recursive: true, force: true });
});

describe('a disk', () => {
  it.skipIf(!isMounted)(
    'D5: that is full loses nothing that was reported, and takes more once there is room',
    () => {
      const filler = join(mount, 'filler');
      writeFileSync(filler, Buffer.alloc(600_000));
      const library = openLibrary({ folder: join(mount, 'plans') });
      const { plan } = addPlan(library);
      const saved: string[] = [];
      let full = 0;
      for (let count = 0; full < 5 && count < 1_000; count += 1) {
        const note = `${count} ${'x'.repeat(3_000)}`;
        const outcome = editNow(library, plan, [addNote(note)]);
        if (outcome.ok) saved.push(note);
        else {
          expect(failureOf(outcome)?.code).toMatch(/^(?:diskFull|notSaved)$/);
          full += 1;
        }
      }
      expect(full).toBe(5);
      expect(valueOf(library.open(plan)).document.notes).toEqual(saved);
      expect(library.backup().ok).toBe(false);
      rmSync(filler);
      valueOf(editNow(library, plan, [addNote('after')]));
      library.close();
      expect(stateAfter(join(mount, 'plans'), [...saved, 'after'])).toMatchObject({
        state: 'open',
        findings: [],
        lost: [],
        unreported: 0,
      });
      console.log(`D5: ${saved.length} edits reported as saved before the disk was full, 0 lost`);
    },
  );

  it.skipIf(!hasTracer)('D6: whose fsync fails from some call on is never said to have saved', async () => {
    const template = templateFolder();
    let runs = 0;
    for (let from = 1; from < 200; from += 1) {
      const folder = copyOf(template);
      const { lines } = await ran(folder, { edits: 6, under: failingAt('fsync', 'EIO', `${from}+`, folder) });
      const said = lines();
      expect(said, `fsync ${from}`).toContain('end');
      const firstRefused = said.findIndex((line) => line.startsWith('refused'));
      const after = firstRefused < 0 ? [] : said.slice(firstRefused);
      expect(
        after.filter((line) => line.startsWith('saved')),
        `fsync ${from}`,
      ).toEqual([]);
      expect(stateAfter(folder, savedNotes(said)), `fsync ${from}`).toMatchObject({
        state: 'open',
        findings: [],
        lost: [],
      });
      rmSync(folder, { recursive: true });
      runs += 1;
      if (firstRefused < 0 && savedNotes(said).length === 6) break;
    }
    expect(runs).toBeGreaterThan(5);
    console.log(`D6: ${runs} runs`);
  });

  const faults = ['EIO', 'ENOSPC', 'EROFS'] as const;
  const calls = ['pwrite64', 'openat', 'ftruncate', 'fsync'] as const;
  const cases = calls.flatMap((call) =>
    faults.flatMap((error) => ['', '+'].map((more) => [call, error, more] as const)),
  );

  it.skipIf(!hasTracer).each(cases)(
    'D7: whose %s fails with %s%s leaves a typed error and a sound library',
    async (call, error, more) => {
      const templates = [templateFolder(), await hotTemplateFolder()];
      let failed = 0;
      for (const template of templates) {
        for (let count = 1; count < 300; count += more === '' && error === 'EIO' ? 1 : 4) {
          const folder = copyOf(template);
          const { lines } = await ran(folder, {
            edits: 4,
            under: failingAt(call, error, `${count}${more}`, folder),
          });
          const said = lines();
          expect(said, `${call} ${error} ${count}${more}`).toContain('end');
          const found = stateAfter(folder, savedNotes(said));
          expect(found, `${call} ${error} ${count}${more}`).toMatchObject({
            state: 'open',
            findings: [],
            lost: [],
          });
          rmSync(folder, { recursive: true });
          if (savedNotes(said).length === 4) break;
          failed += 1;
        }
      }
      console.log(`D7 ${call} ${error}${more}: ${failed} runs in which something failed`);
    },
  );

  it.skipIf(!hasTracer)(
    'M9: that is full in the middle of a migration leaves the old form, intact',
    async () => {
      const template = templateFolder();
      const versions: unknown[] = [];
      for (let count = 1; count < 300; count += 1) {
        const folder = copyOf(template);
        const { lines } = await ran(folder, {
          mode: 'migrate',
          under: failingAt('pwrite64', 'ENOSPC', `${count}+`, folder),
        });
        expect(lines(), `${count}`).toContain('end');
        const database = new Database(join(folder, 'library.db'), { readonly: true });
        const version = database.pragma('user_version', { simple: true });
        database.close();
        versions.push(version);
        const migrations = version === 1 ? libraryMigrations : [...libraryMigrations, secondMigration];
        const library = openLibrary({ folder, migrations });
        expect(valueOf(library.list(false)).plans).toHaveLength(1);
        expect(valueOf(library.check()).findings).toEqual([]);
        library.close();
        rmSync(folder, { recursive: true });
        if (lines().includes('open')) break;
      }
      expect(versions).toContain(1);
      expect(versions.at(-1)).toBe(2);
      console.log(`M9: ${versions.length} runs`);
    },
  );

  it('says what could not be tried here', () => {
    if (!hasTracer) console.log('D6, D7, M9 did not run: there is no strace here');
    if (!isMounted) console.log('D5 did not run with a real disk: this account may not mount one');
    expect([typeof hasTracer, typeof isMounted]).toEqual(['boolean', 'boolean']);
  });
});
