import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moves, play } from './editsModel.ts';
import { testLibrary } from './testLibrary.ts';

describe('two windows on one library', () => {
  it('F1, W6: do what a model of them does, over edits, undo, redo, restarts and backups', () => {
    let played = 0;
    fc.assert(
      fc.property(moves(40), (list) => {
        const test = testLibrary();
        try {
          play(test, list);
          played += list.length;
        } finally {
          test.remove();
        }
      }),
      { numRuns: 15, seed: 11 },
    );
    expect(played).toBeGreaterThan(100);
  });
});
