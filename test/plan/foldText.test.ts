import { describe, expect, it } from 'vitest';
import { foldText, matches } from '../../core/plan/foldText.ts';

describe('foldText', () => {
  it.each([
    ['علي', 'علی'],
    ['كتاب', 'کتاب'],
    ['مي\u200Cشود', 'میشود'],
    ['سـلام', 'سلام'],
    ['مُحَمَّد', 'محمد'],
    ['آب', 'اب'],
    ['أحمد', 'احمد'],
    ['مدرسة', 'مدرسه'],
    ['مسئول', 'مسيول'],
    ['رد\u06C0', 'رده'],
    ['رده\u0654', 'رده'],
    ['تیم ۱۲', 'تيم ١٢'],
    ['Ünïcode  TEAM', 'unicode team'],
    ['\uFEDF\uFE8E', 'لا'],
    ['\u202Bتیم\u202C', 'تیم'],
  ])('makes %j and %j the same', (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  it('keeps different words apart', () => {
    expect(foldText('تیم')).not.toBe(foldText('تیر'));
  });

  it('finds a part of a name', () => {
    expect(matches('تیم پشتیبانی ۲', 'پشتيباني 2')).toBe(true);
    expect(matches('تیم پشتیبانی', 'فروش')).toBe(false);
  });
});
