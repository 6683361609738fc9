import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryApart, libraryIn } from '../../electron/host/libraryHolder.ts';
import {
  openRemoteLibrary,
  type RemoteLibrary,
  type RemoteLibraryParts,
} from '../../electron/host/remoteLibrary.ts';
import { inProcess } from '../../electron/workers/isolate.ts';
import { setName, type TestLibrary, testLibrary, valueOf, windowAt } from '../store/testLibrary.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const slowWorker = new URL('./slowLibraryWorker.ts', import.meta.url);

let test: TestLibrary;
const opened: RemoteLibrary[] = [];
beforeEach(() => {
  test = testLibrary();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((library) => library.close()));
  test.remove();
});
const open = (parts: Partial<RemoteLibraryParts> = {}): RemoteLibrary => {
  const library = openRemoteLibrary({ folder: test.folder, ...parts });
  opened.push(library);
  return library;
};
const rename = (plan: string, base: number, name: string) =>
  ({ plan, base, window: windowAt('w'), commands: [setName(name)] }) as const;

describe('the library in a thread of its own', () => {
  it('answers like the library itself', async () => {
    const library = open();
    const { plan, planHash } = valueOf(await library.add(smallPlanText()));
    expect(valueOf(await library.edit(rename(plan, 0, 'Apart')))).toMatchObject({ revision: 1 });
    expect(await library.open(plan)).toEqual(test.library.open(plan));
    expect(await library.list(false)).toEqual(test.library.list(false));
    expect(valueOf(await library.check()).findings).toEqual([]);
    expect(await library.open('absent')).toMatchObject({ ok: false, failure: { code: 'unknownPlan' } });
    expect(planHash).not.toBeNull();
  });

  it('does calls in the order in which they were made', async () => {
    const library = open();
    const { plan } = valueOf(await library.add(smallPlanText()));
    const names = ['one', 'two', 'three', 'four'];
    const edits = await Promise.all(names.map((name, base) => library.edit(rename(plan, base, name))));
    expect(edits.map((edit) => valueOf(edit).revision)).toEqual([1, 2, 3, 4]);
  });

  it('wakes who waits for a change', async () => {
    const library = open();
    const { sequence } = valueOf(await library.list(false));
    const waiting = library.changes(sequence);
    const { plan } = valueOf(await library.add(smallPlanText()));
    expect(valueOf(await waiting).plans.map((summary) => summary.plan)).toEqual([plan]);
  });

  it('L10: leaves the host free while it is busy', async () => {
    const library = open({ workerFile: slowWorker });
    await library.list(false);
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    await library.search('block');
    clearInterval(turning);
    expect(turns).toBeGreaterThan(20);
  });

  it('L10: takes edits while a query of minutes goes on, and ends that query when it is closed', async () => {
    const library = open({ workerFile: slowWorker, startReading: inProcess });
    const { plan } = valueOf(await library.add(smallPlanText()));
    let hasLooked = false;
    const looking = library.check().then((answer) => {
      hasLooked = true;
      return answer;
    });
    for (const [base, name] of ['one', 'two', 'three'].entries())
      expect(valueOf(await library.edit(rename(plan, base, name))).revision).toBe(base + 1);
    expect(hasLooked).toBe(false);
    await library.close();
    expect(await looking).toMatchObject({ ok: false, failure: { code: 'libraryUnavailable' } });
    // No lock is left: the file can be written, and its log written back, by the next.
    expect(valueOf(test.library.edit(rename(plan, 3, 'after'))).revision).toBe(4);
    test.bare((database) => {
      expect(database.pragma('wal_checkpoint(TRUNCATE)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }]);
    });
  });

  it('L10: ends a look that takes too long, says so, and looks again when asked', async () => {
    const library = open({ workerFile: slowWorker, startReading: inProcess, longestReadMs: 400 });
    valueOf(await library.add(smallPlanText()));
    for (let round = 0; round < 2; round += 1)
      expect(await library.check()).toMatchObject({ ok: false, failure: { code: 'lookEnded' } });
    expect((await library.list(false)).ok).toBe(true);
  });

  it('says that an edit may not be saved when its thread is lost, and goes on in a new one', async () => {
    const library = open({ workerFile: slowWorker });
    const { plan } = valueOf(await library.add(smallPlanText()));
    const lost = library.search('exit');
    const unknown = library.edit(rename(plan, 0, 'unknown'));
    expect(await lost).toMatchObject({ ok: false, failure: { code: 'libraryLost' } });
    expect(await unknown).toMatchObject({ ok: false, failure: { code: 'libraryLost' } });
    const { revision } = valueOf(await library.open(plan));
    expect(valueOf(await library.edit(rename(plan, revision, 'again'))).revision).toBe(revision + 1);
  });

  it('throws a defect of the library on', async () => {
    await expect(open({ workerFile: slowWorker }).search('throw')).rejects.toThrow('planted');
  });

  it('answers nothing after it was closed', async () => {
    const library = open();
    await library.list(false);
    await library.close();
    expect(await library.list(false)).toMatchObject({ ok: false, failure: { code: 'libraryUnavailable' } });
  });

  it('is opened when something first asks for it, here or apart', async () => {
    for (const holder of [libraryIn(test.folder), libraryApart(test.folder)]) {
      const library = valueOf(await holder.get());
      expect((await library.status()).state).toBe('open');
      await holder.close();
    }
  });
});
