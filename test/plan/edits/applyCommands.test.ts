import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialisePlan } from '../../../core/plan/canonical.ts';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { parseDraftValue } from '../../../core/plan/parsePlan.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { threeTierPlan } from '../../support/plans.ts';
import { anyCommands } from './anyCommands.ts';

const draftOf = (value: unknown): Plan => {
  const { draft } = parseDraftValue(value);
  if (draft === null) throw new Error('no draft');
  return draft;
};
const plan = draftOf(threeTierPlan());

const applied = (document: unknown, ...commands: Command[]) => {
  const outcome = applyCommands(document, commands);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
};

describe('applyCommands', () => {
  it('works as in its documentation', () => {
    const { document, inverse } = applied({ a: [1] }, { change: 'add', at: ['a'], value: 2 });
    expect(document).toEqual({ a: [1, 2] });
    expect(inverse).toEqual([{ change: 'remove', at: ['a', 1] }]);
  });

  it('leaves the document that comes in as it is', () => {
    const before = structuredClone(plan);
    const [team] = plan.teams;
    applied(
      plan,
      { change: 'set', at: ['teams', team?.id ?? '', 'name'], value: 'Other' },
      { change: 'move', at: ['teams', team?.id ?? ''], position: 1 },
      { change: 'remove', at: ['teams', 0] },
    );
    expect(plan).toEqual(before);
  });

  it('applies nothing of a step that does not fit', () => {
    const outcome = applyCommands(plan, [
      { change: 'set', at: ['name'], value: 'Other' },
      { change: 'remove', at: ['teams', 'absent'] },
    ]);
    expect(outcome).toMatchObject({
      ok: false,
      failure: [{ code: 'placeMissing', path: ['teams', 'absent'], params: { part: 'absent' } }],
    });
  });

  it('names parts by their id, so that a step means the same part after others were added', () => {
    const { commands, inverse } = applied(
      { list: [{ id: 'a' }, { id: 'b', x: 1 }] },
      { change: 'set', at: ['list', 1, 'x'], value: 2 },
    );
    expect(commands[0]?.at).toEqual(['list', 'b', 'x']);
    expect(inverse[0]?.at).toEqual(['list', 'b', 'x']);
  });

  it('takes back a change of the id itself by the new id', () => {
    const { document, inverse } = applied(
      { list: [{ id: 'a' }] },
      { change: 'set', at: ['list', 'a', 'id'], value: 'b' },
    );
    expect(inverse).toEqual([{ change: 'set', at: ['list', 'b', 'id'], value: 'a' }]);
    expect(applied(document, ...inverse).document).toEqual({ list: [{ id: 'a' }] });
  });

  it('takes back the removal of an id, which leaves the part without a name', () => {
    const list = [{ id: 'a', x: 1 }];
    const { document, inverse } = applied({ list }, { change: 'remove', at: ['list', 'a', 'id'] });
    expect(inverse).toEqual([{ change: 'set', at: ['list', 0, 'id'], value: 'a' }]);
    expect(applied(document, ...inverse).document).toEqual({ list });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the field %s', (field) => {
    const outcome = applyCommands({}, [{ change: 'set', at: [field, 'x'], value: 1 }]);
    expect(outcome).toMatchObject({ ok: false, failure: [{ code: 'valueForbiddenKey' }] });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, new Map()])(
    'I7: refuses the value %s, which is no JSON',
    (value) => {
      expect(applyCommands(plan, [{ change: 'set', at: ['notes'], value }]).ok).toBe(false);
    },
  );

  it('F2: undo after do gives the same bytes, redo after undo too', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyCommands(plan), (commands) => {
        const done = applyCommands(plan, commands);
        if (!done.ok) return;
        const { draft } = parseDraftValue(done.value.document);
        if (draft === null) return;
        tried += 1;
        const undone = draftOf(applied(draft, ...done.value.inverse).document);
        expect(serialisePlan(undone)).toBe(serialisePlan(plan));
        const redone = draftOf(applied(undone, ...done.value.commands).document);
        expect(serialisePlan(redone)).toBe(serialisePlan(draft));
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(tried).toBeGreaterThan(100);
  });
});
