import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialisePlan } from '../../core/plan/canonical.ts';
import { threeTierPlan } from '../support/plans.ts';
import {
  addNote,
  addPlan,
  editNow,
  failureOf,
  setName,
  type TestLibrary,
  testLibrary,
  valueOf,
  windowAt,
} from './testLibrary.ts';

let test: TestLibrary;
beforeEach(() => {
  test = testLibrary();
});
afterEach(() => test.remove());

describe('editing a plan', () => {
  it('saves each step as it is made, without a button', () => {
    const { plan } = addPlan(test.library);
    const state = valueOf(editNow(test.library, plan, [setName('Night shift')]));
    expect(state).toMatchObject({ revision: 1, document: { name: 'Night shift' }, undo: { code: 'rename' } });
    expect(valueOf(test.reopened().open(plan))).toMatchObject({
      revision: 1,
      document: { name: 'Night shift' },
      undo: { code: 'rename', at: ['name'] },
      redo: null,
    });
  });

  it('undoes and makes again without limit, over restarts, byte by byte', () => {
    const { plan, document } = addPlan(test.library, JSON.stringify(threeTierPlan()));
    const texts = [serialisePlan(document)];
    for (let count = 1; count <= 40; count += 1) {
      const state = valueOf(
        editNow(test.library, plan, [addNote(`note ${count}`), setName(`Name ${count}`)]),
      );
      texts.push(serialisePlan(state.document));
    }
    let library = test.reopened();
    let { revision } = valueOf(library.open(plan));
    for (let count = 39; count >= 0; count -= 1) {
      const state = valueOf(library.undo({ plan, base: revision, window: windowAt('two', revision) }));
      expect(serialisePlan(state.document)).toBe(texts[count]);
      revision = state.revision;
    }
    const nothing = library.undo({ plan, base: revision, window: windowAt('two', revision) });
    expect(failureOf(nothing)?.code).toBe('nothingToUndo');
    library = test.reopened();
    for (let count = 1; count <= 40; count += 1) {
      const state = valueOf(library.redo({ plan, base: revision, window: windowAt('three', revision) }));
      expect(serialisePlan(state.document)).toBe(texts[count]);
      revision = state.revision;
    }
    expect(failureOf(library.redo({ plan, base: revision, window: windowAt('three', revision) }))?.code).toBe(
      'nothingToRedo',
    );
    expect(valueOf(library.check()).findings).toEqual([]);
  });

  it('forgets what could be made again once something else is done', () => {
    const { plan } = addPlan(test.library);
    valueOf(editNow(test.library, plan, [setName('one')]));
    valueOf(test.library.undo({ plan, base: 1, window: windowAt('a', 9) }));
    const state = valueOf(editNow(test.library, plan, [setName('two')]));
    expect(state.redo).toBeNull();
    const undone = valueOf(test.library.undo({ plan, base: 3, window: windowAt('a', 9) }));
    expect(undone.redo).toEqual({ code: 'rename', at: ['name'] });
  });

  it('keeps a plan that has faults, and says which', () => {
    const { plan } = addPlan(test.library);
    const state = valueOf(
      editNow(test.library, plan, [{ change: 'set', at: ['demand', 'calls', 'channel'], value: 'gone' }]),
    );
    expect(state.planHash).toBeNull();
    expect(state.faults.map(({ code }) => code)).toContain('unknownChannel');
    expect(valueOf(test.reopened().open(plan)).faults).toEqual(state.faults);
  });

  it('refuses what is no field value, with the faults, and changes nothing', () => {
    const { plan } = addPlan(test.library);
    const refused = editNow(test.library, plan, [{ change: 'set', at: ['handling', 0, 'time'], value: -1 }]);
    expect(failureOf(refused)).toMatchObject({ code: 'editRefused', faults: [expect.anything()] });
    const missing = editNow(test.library, plan, [{ change: 'remove', at: ['teams', 'absent'] }]);
    expect(failureOf(missing)?.faults?.[0]?.code).toBe('placeMissing');
    expect(valueOf(test.library.open(plan)).revision).toBe(0);
  });

  it('makes no step of what changes nothing', () => {
    const { plan, document } = addPlan(test.library);
    const state = valueOf(
      editNow(test.library, plan, [{ change: 'set', at: ['name'], value: document.name }]),
    );
    expect(state.revision).toBe(0);
    expect(valueOf(test.library.history(plan, undefined, 10))).toEqual([]);
  });

  it('tells the history, the latest first, a page at a time', () => {
    const { plan } = addPlan(test.library);
    for (const name of ['a', 'b', 'c']) valueOf(editNow(test.library, plan, [setName(name)]));
    valueOf(test.library.undo({ plan, base: 3, window: windowAt('w', 3) }));
    const history = valueOf(test.library.history(plan, undefined, 2));
    expect(history.map(({ revision, kind, target, undone }) => [revision, kind, target, undone])).toEqual([
      [4, 'undo', 3, false],
      [3, 'edit', null, true],
    ]);
    expect(valueOf(test.library.history(plan, 3, 10)).map(({ revision }) => revision)).toEqual([2, 1]);
  });
});

describe('two windows on one plan', () => {
  it('W4: an edit on an older state is refused with both states, and nothing is lost', () => {
    const { plan } = addPlan(test.library);
    const other = test.another();
    valueOf(test.library.edit({ plan, base: 0, window: windowAt('a'), commands: [setName('A')] }));
    const stale = other.edit({ plan, base: 0, window: windowAt('b'), commands: [setName('B')] });
    expect(failureOf(stale)).toMatchObject({
      code: 'staleRevision',
      params: { base: 0, revision: 1 },
      conflict: { theirs: { document: { name: 'A' }, revision: 1 }, mine: { name: 'B' }, separate: false },
    });
    expect(valueOf(other.open(plan)).document.name).toBe('A');
  });

  it('W4: says when both edits can stand beside each other', () => {
    const { plan } = addPlan(test.library);
    const other = test.another();
    valueOf(test.library.edit({ plan, base: 0, window: windowAt('a'), commands: [setName('A')] }));
    const commands = [addNote('B')];
    const stale = failureOf(other.edit({ plan, base: 0, window: windowAt('b'), commands }));
    expect(stale?.conflict?.separate).toBe(true);
    expect(stale?.conflict?.mine?.notes).toEqual(['B']);
    const again = valueOf(other.edit({ plan, base: 1, window: windowAt('b'), commands }));
    expect(again.document).toMatchObject({ name: 'A', notes: ['B'] });
  });

  it('W6: undo takes back one’s own step, not the other window’s', () => {
    const { plan } = addPlan(test.library);
    valueOf(test.library.edit({ plan, base: 0, window: windowAt('a'), commands: [setName('A')] }));
    valueOf(test.library.edit({ plan, base: 1, window: windowAt('b'), commands: [addNote('B')] }));
    const state = valueOf(test.library.undo({ plan, base: 2, window: windowAt('a') }));
    expect(state.document).toMatchObject({ name: { en: 'Small' }, notes: ['B'] });
    const redone = valueOf(test.library.redo({ plan, base: 3, window: windowAt('a') }));
    expect(redone.document).toMatchObject({ name: 'A', notes: ['B'] });
  });

  it('W6: refuses to take back what another window built upon', () => {
    const { plan } = addPlan(test.library);
    valueOf(test.library.edit({ plan, base: 0, window: windowAt('a'), commands: [setName('A')] }));
    valueOf(test.library.edit({ plan, base: 1, window: windowAt('b'), commands: [setName('B')] }));
    const blocked = test.library.undo({ plan, base: 2, window: windowAt('a') });
    expect(failureOf(blocked)).toMatchObject({ code: 'undoBlocked', params: { revision: 2 } });
    expect(valueOf(test.library.open(plan)).document.name).toBe('B');
  });

  it('W8: the other one is told of a change within a second', async () => {
    const { plan } = addPlan(test.library);
    const other = test.another();
    const { sequence } = valueOf(other.list(false));
    const waiting = other.changes(sequence);
    valueOf(editNow(test.library, plan, [setName('seen')]));
    const seen = valueOf(await waiting);
    expect(seen.plans).toMatchObject([{ plan, revision: 1, name: 'seen' }]);
    expect(seen.sequence).toBe(sequence + 1);
  });

  it('is told that nothing changed after the longest wait', async () => {
    addPlan(test.library);
    const { sequence } = valueOf(test.library.list(false));
    expect(valueOf(await test.library.changes(sequence))).toEqual({ sequence, plans: [] });
  });
});
