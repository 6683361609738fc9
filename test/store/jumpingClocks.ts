// D10: a process edits and makes backups while its clock jumps, and is killed; again and again on one library.
import { join } from 'node:path';
import { expect } from 'vitest';
import { isGoodBackup, listBackups } from '../../electron/store/backups.ts';
import { libraryMigrations } from '../../electron/store/migrations/index.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { savedNotes, startEditing, stateAfter } from './startEditing.ts';
import { valueOf } from './testLibrary.ts';

export interface JumpingOutcome {
  readonly saved: number;
  readonly backups: number;
  /** Days by the clock on which backups were made: how far it jumped. */
  readonly days: number;
}

/** `folder` has a closed library with one plan. */
export async function editedWhileClocksJump(folder: string, rounds: number): Promise<JumpingOutcome> {
  const saved: string[] = [];
  const days = new Set<string>();
  let newest = 0;
  for (let round = 0; round < rounds; round += 1) {
    const editing = startEditing(folder, { mode: 'rotate', clockAt: round * 5 });
    await editing.said('backup', 4 + (round % 5));
    editing.child.kill('SIGKILL');
    await editing.exited;
    saved.push(...savedNotes(editing.lines()));
    const made = editing.lines().flatMap((line) => /^backup (\d+) (\S{10})/.exec(line)?.slice(1, 3) ?? []);
    for (let at = 0; at < made.length; at += 2) {
      // Each is newer than the one before, whatever the clock says.
      expect(Number(made[at])).toBeGreaterThan(newest);
      newest = Number(made[at]);
      days.add(made[at + 1] ?? '');
    }
    const found = stateAfter(folder, saved);
    expect(found, `round ${round}`).toMatchObject({ state: 'open', findings: [], lost: [] });
    expect(found.unreported).toBeLessThanOrEqual(round + 1);
    const backups = listBackups(join(folder, 'backups'));
    expect(backups[0]?.number).toBeGreaterThanOrEqual(newest);
    expect(backups.length).toBeLessThanOrEqual(10);
    expect(isGoodBackup(backups[0]?.file ?? '', libraryMigrations)).toBe(true);
  }
  const library = openLibrary({ folder });
  const plan = valueOf(library.list(false)).plans[0]?.plan ?? '';
  const revisions: number[] = [];
  for (let before: number | undefined; ; before = revisions.at(-1)) {
    const steps = valueOf(library.history(plan, before, 200));
    revisions.push(...steps.map(({ revision }) => revision));
    if (steps.length === 0) break;
  }
  library.close();
  expect(revisions).toEqual(revisions.map((_, index) => revisions.length - index));
  expect(revisions.length).toBeGreaterThanOrEqual(saved.length);
  return { saved: saved.length, backups: newest, days: days.size };
}
