// A model of two windows on one library: what a person expects of edits, undo, redo, backups and restarts.
import fc from 'fast-check';
import type { PlanState } from '../../core/contract/library.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { addPlan, failureOf, type TestLibrary, valueOf } from './testLibrary.ts';

/** What a window, or the person with the whole program, does next. */
type Move =
  | { readonly kind: 'add' | 'undo' | 'redo' | 'stale'; readonly window: 0 | 1 }
  | { readonly kind: 'restart' }
  | { readonly kind: 'backup' }
  | { readonly kind: 'duplicate' };

const window = fc.constantFrom<0 | 1>(0, 1);
export const moves = (length: number): fc.Arbitrary<readonly Move[]> =>
  fc.array(
    fc.oneof(
      { arbitrary: window.map((one): Move => ({ kind: 'add', window: one })), weight: 5 },
      { arbitrary: window.map((one): Move => ({ kind: 'undo', window: one })), weight: 4 },
      { arbitrary: window.map((one): Move => ({ kind: 'redo', window: one })), weight: 3 },
      { arbitrary: window.map((one): Move => ({ kind: 'stale', window: one })), weight: 1 },
      { arbitrary: fc.constant<Move>({ kind: 'restart' }), weight: 1 },
      { arbitrary: fc.constant<Move>({ kind: 'backup' }), weight: 1 },
      { arbitrary: fc.constant<Move>({ kind: 'duplicate' }), weight: 1 },
    ),
    { minLength: 1, maxLength: length, size: 'max' },
  );

/** Parts with a name of their own, so that the windows do not touch each other's. */
const personaOf = (name: string): Command => ({
  change: 'add',
  at: ['company', 'personas'],
  value: { id: name, name },
});

interface Expected {
  /** Personas that stand now, each with the window that added it. */
  readonly standing: Map<string, 0 | 1>;
  /** Per window what it can undo and redo, the latest last. */
  readonly undo: readonly [string[], string[]];
  readonly redo: readonly [string[], string[]];
}

/**
 * Plays the moves and throws where the library differs from the model: a window's undo takes back its own latest step
 * and nothing of the other's, and what was saved is there after a restart.
 */
export function play(test: TestLibrary, played: readonly Move[]): void {
  let library = test.library;
  const { plan } = addPlan(library);
  const expected: Expected = { standing: new Map(), undo: [[], []], redo: [[], []] };
  let count = 0;
  const state = (): PlanState => valueOf(library.open(plan));
  const names = (): string[] => state().document.company.personas.map(({ id }) => id);

  for (const move of played) {
    const base = state().revision;
    if (move.kind === 'restart') library = test.reopened();
    else if (move.kind === 'backup') valueOf(library.backup());
    else if (move.kind === 'duplicate') valueOf(library.duplicate(plan));
    else if (move.kind === 'stale') {
      if (base === 0) continue;
      const asked = { plan, base: base - 1, window: { id: `w${move.window}`, openedAt: 0 } };
      const refused = library.edit({ ...asked, commands: [personaOf('stale')] });
      if (failureOf(refused)?.code !== 'staleRevision') throw new Error('a stale edit was taken');
    } else {
      const id = `w${move.window}`;
      const asked = { plan, base, window: { id, openedAt: 0 } };
      const undo = expected.undo[move.window];
      const redo = expected.redo[move.window];
      if (move.kind === 'add') {
        const name = `p${move.window}-${count++}`;
        valueOf(library.edit({ ...asked, commands: [personaOf(name)] }));
        expected.standing.set(name, move.window);
        undo.push(name);
        redo.length = 0;
      } else if (move.kind === 'undo') {
        const name = undo.pop();
        const undone = library.undo(asked);
        if (name === undefined) {
          if (failureOf(undone)?.code !== 'nothingToUndo') throw new Error('something was undone');
        } else {
          valueOf(undone);
          expected.standing.delete(name);
          redo.push(name);
        }
      } else {
        const name = redo.pop();
        const redone = library.redo(asked);
        if (name === undefined) {
          if (failureOf(redone)?.code !== 'nothingToRedo') throw new Error('something was made again');
        } else {
          valueOf(redone);
          expected.standing.set(name, move.window);
          undo.push(name);
        }
      }
    }
    const found = names().toSorted();
    const wanted = [...expected.standing.keys()].toSorted();
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      throw new Error(`after ${move.kind}: ${JSON.stringify({ found, wanted })}`);
  }
  const { findings } = valueOf(library.check());
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
}
