import { describe, expect, it } from 'vitest';
import { fault } from '../../core/units/fault.ts';
import { fraction, hours, hoursOf, seconds, secondsOf } from '../../core/units/quantities.ts';
import { failed, ok } from '../../core/units/result.ts';

describe('quantities', () => {
  it('are plain numbers at run time', () => {
    expect(seconds(20)).toBe(20);
    expect(JSON.stringify({ share: fraction(0.8) })).toBe('{"share":0.8}');
  });

  it('turn hours into seconds and back', () => {
    expect(secondsOf(hours(1.5))).toBe(5400);
    expect(hoursOf(seconds(5400))).toBe(1.5);
  });
});

describe('ok and failed', () => {
  it('make the two kinds of result', () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(failed('full')).toEqual({ ok: false, failure: 'full' });
  });
});

describe('fault', () => {
  it('has no parameters unless they are given', () => {
    expect(fault('outOfRange', ['queues', 2])).toEqual({
      code: 'outOfRange',
      path: ['queues', 2],
      params: {},
    });
    expect(fault('outOfRange', [], { most: 1 }).params).toEqual({ most: 1 });
  });
});
