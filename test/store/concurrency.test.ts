// Group W of the catalogue, as far as it is about the library and quick.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { createHost } from '../../electron/host/createHost.ts';
import { isNetworkType } from '../../electron/store/networkFolder.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { savedNotes, startEditing, stateAfter } from './startEditing.ts';
import { addPlan, editNow, setName, type TestLibrary, testLibrary, valueOf } from './testLibrary.ts';

let test: TestLibrary;
beforeEach(() => {
  test = testLibrary();
});
afterEach(() => test.remove());

describe('a library that several use at once', () => {
  it('W1: takes the edits of two processes, all of them, and neither is told to wait', async () => {
    addPlan(test.library);
    test.library.close();
    const each = 40;
    const both = [startEditing(test.folder, { edits: each }), startEditing(test.folder, { edits: each })];
    await Promise.all(both.map((editing) => editing.said('end')));
    const lines = both.flatMap((editing) => editing.lines());
    // An edit on an older state is refused and made again on the present one.
    expect(lines.filter((line) => line.startsWith('refused') && !line.endsWith('staleRevision'))).toEqual([]);
    const saved = savedNotes(lines);
    expect(saved).toHaveLength(2 * each);
    expect(stateAfter(test.folder, saved)).toMatchObject({ findings: [], lost: [], unreported: 0 });
  });

  it('W1: is opened and checked in the middle of another’s edits, and found sound each time', async () => {
    addPlan(test.library);
    test.library.close();
    const editing = startEditing(test.folder, { edits: 300 });
    await editing.said('saved');
    for (let round = 0; round < 15; round += 1) {
      const library = openLibrary({ folder: test.folder });
      expect(library.status()).toMatchObject({ state: 'open', failure: null });
      expect(valueOf(library.check()).findings).toEqual([]);
      library.close();
    }
    editing.child.kill('SIGKILL');
    await editing.exited;
  });

  it('W2: is the same library by another path', () => {
    const { plan } = addPlan(test.library);
    const link = join(test.folder, 'link');
    symlinkSync(test.folder, link);
    const other = openLibrary({ folder: link });
    valueOf(editNow(other, plan, [setName('by the link')]));
    expect(valueOf(test.library.open(plan)).document.name).toBe('by the link');
    other.close();
  });

  it('W3: is free at once when the process that held it is killed', async () => {
    const { plan } = addPlan(test.library);
    const editing = startEditing(test.folder);
    await editing.said('saved', 3);
    editing.child.kill('SIGKILL');
    await editing.exited;
    expect(editNow(test.library, plan, [setName('next')]).ok).toBe(true);
  });

  it('W8: shows a window within a second what another process has written', async () => {
    addPlan(test.library);
    const { sequence } = valueOf(test.library.list(false));
    const waiting = testWait(test, sequence);
    const editing = startEditing(test.folder, { edits: 1 });
    await editing.said('saved');
    const seen = await waiting;
    expect(seen.plans[0]?.revision).toBe(1);
  });

  it('W9: knows folders of a network', () => {
    expect([0x6969, 0xff534d42, 0xfe534d42, 0x65735546].every(isNetworkType)).toBe(true);
    // ext4, tmpfs, btrfs, xfs, overlay.
    expect([0xef53, 0x01021994, 0x9123683e, 0x58465342, 0x794c7630].some(isNetworkType)).toBe(false);
    // Node gives the number as the system does, which may be a negative one.
    expect(isNetworkType(0xff534d42 | 0)).toBe(true);
  });

  it('F9: the model of two windows would notice an undo that takes back what another did', () => {
    const { plan } = addPlan(test.library);
    valueOf(test.library.edit({ plan, base: 0, window: { id: 'a', openedAt: 0 }, commands: [setName('A')] }));
    const notes = [{ change: 'add', at: ['notes'], value: 'B' }] as const;
    valueOf(test.library.edit({ plan, base: 1, window: { id: 'b', openedAt: 0 }, commands: notes }));
    // A window that claims to have opened the plan after the other's edit undoes that edit: just what must not happen.
    const state = valueOf(test.library.undo({ plan, base: 2, window: { id: 'a', openedAt: 2 } }));
    expect(state.document).toMatchObject({ name: 'A', notes: [] });
  });

  it('H17: answers every method with a failure of the closed list while it cannot be used', async () => {
    const host = createHost({ simulate: () => Promise.reject(new Error('unused')) });
    const reply = await host.handle('library.list', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'libraryUnavailable' } });
    expect(failureCodes).toContain('libraryUnavailable');
    expect(await host.handle('library.status', {})).toMatchObject({ ok: true, value: { state: 'closed' } });
    await host.close();
  });
});

async function testWait({ library }: TestLibrary, sequence: number) {
  for (;;) {
    const seen = valueOf(await library.changes(sequence));
    if (seen.plans.length > 0) return seen;
  }
}
