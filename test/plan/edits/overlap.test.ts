import { describe, expect, it } from 'vitest';
import type { Command } from '../../../core/plan/edits/command.ts';
import { overlap, touchedPlaces } from '../../../core/plan/edits/overlap.ts';
import { stepName } from '../../../core/plan/edits/stepName.ts';

const set = (...at: (string | number)[]): Command => ({ change: 'set', at, value: 1 });
const add = (value: unknown, ...at: string[]): Command => ({ change: 'add', at, value });
const remove = (...at: (string | number)[]): Command => ({ change: 'remove', at });
const move = (...at: (string | number)[]): Command => ({ change: 'move', at, position: 0 });

describe('overlap', () => {
  it.each([
    [set('teams', 'a', 'name'), set('teams', 'a', 'name'), true],
    [set('teams', 'a'), set('teams', 'a', 'name'), true],
    [set('teams', 'a', 'name'), set('teams', 'b', 'name'), false],
    [set('teams', 'a', 'name'), set('teams', 'a', 'tier'), false],
    [add({ id: 'b' }, 'teams'), set('teams', 'a', 'name'), false],
    [add({ id: 'b' }, 'teams'), remove('teams', 'b'), true],
    [add('text', 'notes'), add('text', 'notes'), true],
    [set('handling', 0, 'time'), set('handling', 1, 'time'), true],
    [move('teams', 'a'), set('teams', 'b', 'name'), true],
    [set(), set('name'), true],
  ] as const)('of %j and %j is %s', (one, other, expected) => {
    expect(overlap(touchedPlaces([one]), touchedPlaces([other]))).toBe(expected);
    expect(overlap(touchedPlaces([other]), touchedPlaces([one]))).toBe(expected);
  });
});

describe('stepName', () => {
  it.each([
    [[set('name')], 'rename', ['name']],
    [[set()], 'replace', []],
    [[set('teams', 'a', 'name')], 'set', ['teams', 'a', 'name']],
    [[add({ id: 'b' }, 'teams')], 'add', ['teams', 'b']],
    [[remove('teams', 'a')], 'remove', ['teams', 'a']],
    [[move('teams', 'a')], 'move', ['teams', 'a']],
    [[set('teams', 'a', 'name'), set('teams', 'a', 'tier')], 'set', ['teams', 'a']],
    [[set('teams', 'a', 'name'), remove('tiers', 'x')], 'several', []],
  ] as const)('of %j is %s at %j', (commands, code, at) => {
    expect(stepName(commands)).toEqual({ code, at });
  });
});
