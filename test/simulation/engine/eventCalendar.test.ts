import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventCalendar, type TieKey, type TieOrder } from '../../../core/simulation/engine/eventCalendar.ts';
import { WheelCalendar } from '../../../core/simulation/engine/wheelCalendar.ts';

const byCode = (a: number, b: number): boolean => a < b;

// Of a wheel: stretches of which one holds all events, of which each holds few, and of which a turn is short.
const calendars = {
  EventCalendar: (capacity: number, before: TieOrder, keyOf?: TieKey) =>
    new EventCalendar(capacity, before, keyOf),
  'WheelCalendar of long stretches': (capacity: number, before: TieOrder, keyOf?: TieKey) =>
    new WheelCalendar(capacity, 100, 1000, before, keyOf),
  'WheelCalendar of short stretches': (capacity: number, before: TieOrder, keyOf?: TieKey) =>
    new WheelCalendar(capacity, 0.7, 1000, before, keyOf),
  'WheelCalendar of many turns': (capacity: number, before: TieOrder, keyOf?: TieKey) =>
    new WheelCalendar(capacity, 0.0003, 100, before, keyOf),
  'WheelCalendar of turns that are not told apart': (capacity: number, before: TieOrder, keyOf?: TieKey) =>
    new WheelCalendar(capacity, 0.000_001, 1, before, keyOf),
};

describe.each(Object.entries(calendars))('%s', (_, create) => {
  it('gives events in the order of time, equal times in the order of the rule, as a sorted list does', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('push' as const), time: fc.nat({ max: 20 }) }),
      fc.record({ kind: fc.constant('pop' as const), time: fc.constant(0) }),
      fc.record({ kind: fc.constant('replace' as const), time: fc.nat({ max: 20 }) }),
      fc.record({ kind: fc.constant('remove' as const), time: fc.nat({ max: 20 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 300 }), (steps) => {
        const calendar = create(2, byCode);
        const reference: (readonly [number, number])[] = [];
        const sort = () => reference.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        steps.forEach(({ kind, time }, code) => {
          if (kind === 'push') {
            calendar.push(time, code);
            reference.push([time, code]);
          } else if (kind === 'remove') {
            const [gone] = reference.splice(time, 1);
            if (gone !== undefined) calendar.remove(gone[0], gone[1]);
          } else if (reference.length > 0) {
            reference.shift();
            if (kind === 'pop') calendar.pop();
            else {
              calendar.replace(time, code);
              reference.push([time, code]);
            }
          }
          sort();
          expect(calendar.size).toBe(reference.length);
          expect(calendar.nextTime()).toBe(reference[0]?.[0] ?? Number.POSITIVE_INFINITY);
          if (reference[0] !== undefined) expect(calendar.nextCode()).toBe(reference[0][1]);
        });
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('asks the rule, not the code, who comes first at one instant', () => {
    const calendar = create(4, (a, b) => a > b);
    for (const code of [3, 9, 1, 7]) calendar.push(5, code);
    const order: number[] = [];
    while (calendar.size > 0) {
      order.push(calendar.nextCode());
      calendar.pop();
    }
    expect(order).toEqual([9, 7, 3, 1]);
  });

  it('keeps simultaneous events in the order that they had when they came, whatever their codes mean later', () => {
    const meanings = new Map([
      [1, 10],
      [2, 20],
      [3, 30],
      [4, 40],
    ]);
    const meaning = (code: number): number => meanings.get(code) ?? 0;
    const calendar = create(4, (a, b) => meaning(a) < meaning(b), meaning);
    // The present stretch begins with them, so that they are not asked for their keys later.
    calendar.push(5, 1);
    for (const code of [2, 3, 4]) calendar.push(5, code);
    calendar.pop();
    // The slot of a void event has another contact by now.
    meanings.set(2, 50);
    const order: number[] = [];
    while (calendar.size > 0) {
      order.push(calendar.nextCode());
      calendar.pop();
    }
    expect(order).toEqual([2, 3, 4]);
  });

  it('takes out only what is on it', () => {
    const calendar = create(1, byCode);
    calendar.push(3, 7);
    expect(() => calendar.remove(3, 8)).toThrow('no event 8 at 3');
    expect(() => calendar.remove(2, 7)).toThrow('no event 7 at 2');
    calendar.remove(3, 7);
    expect(calendar.size).toBe(0);
  });

  it('is empty with the next event at infinity', () => {
    expect(create(1, byCode).nextTime()).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([Number.NaN, -1e-9, Number.NEGATIVE_INFINITY])('refuses the time %d', (time) => {
    const calendar = create(1, byCode);
    expect(() => calendar.push(time, 1)).toThrow('event time');
    calendar.push(1, 1);
    expect(() => calendar.replace(time, 1)).toThrow('event time');
    expect([calendar.size, calendar.nextTime()]).toEqual([1, 1]);
  });
});
