import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alwaysOpen,
  instantAfter,
  instantAfterIn,
  openedByHour,
  openSeconds,
  openSecondsIn,
  windowsFrom,
} from '../../../core/simulation/engine/openTime.ts';

const day = windowsFrom(Float64Array.of(100, 200, 500, 800));

/** Windows of whole seconds, with gaps. */
const anyWindows = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 50 }), length: fc.integer({ min: 1, max: 50 }) }), {
    maxLength: 12,
  })
  .map((spans) => {
    const bounds: number[] = [];
    let at = -20;
    for (const { gap, length } of spans) {
      bounds.push(at + gap, at + gap + length);
      at += gap + length;
    }
    return Float64Array.from(bounds);
  });

describe('openSeconds', () => {
  it.each([
    [0, 0],
    [100, 0],
    [150, 50],
    [200, 100],
    [499, 100],
    [650, 250],
    [9999, 400],
  ])('up to %i is %i', (t, expected) => {
    expect(openSeconds(day, t)).toBe(expected);
  });

  it('is the count of open seconds, whatever the windows', () => {
    fc.assert(
      fc.property(anyWindows, fc.integer({ min: 0, max: 700 }), (bounds, t) => {
        let open = 0;
        const first = bounds[0] ?? 0;
        for (let second = Math.min(first, 0); second < t; second += 1) {
          for (let i = 0; i < bounds.length; i += 2) {
            if (second >= (bounds[i] as number) && second < (bounds[i + 1] as number)) open += 1;
          }
        }
        expect(openSeconds(windowsFrom(bounds), t)).toBe(open);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('is elapsed time where it is always open', () => {
    expect(openSeconds(alwaysOpen, 12_345.5)).toBe(12_345.5);
  });
});

describe('instantAfter', () => {
  it.each([
    [0, 10, 110],
    [150, 50, 200],
    [150, 51, 501],
    [150, 0, 150],
    [300, 0, 300],
    [150, 400, Number.POSITIVE_INFINITY],
  ])('from %i after %i open seconds is %d', (from, seconds, expected) => {
    expect(instantAfter(day, from, seconds)).toBe(expected);
  });

  it('is the first instant by which that much was open', () => {
    fc.assert(
      fc.property(
        anyWindows,
        fc.nat({ max: 400 }),
        fc.integer({ min: 1, max: 300 }),
        (bounds, from, seconds) => {
          const windows = windowsFrom(bounds);
          const instant = instantAfter(windows, from, seconds);
          const passed = (to: number): number => openSeconds(windows, to) - openSeconds(windows, from);
          if (instant === Number.POSITIVE_INFINITY) expect(passed(1e9)).toBeLessThan(seconds);
          else {
            expect(passed(instant)).toBe(seconds);
            expect(passed(instant - 0.5)).toBeLessThan(seconds);
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  it('adds elapsed time where it is always open', () => {
    expect(instantAfter(alwaysOpen, 12.5, 30)).toBe(42.5);
  });
});

describe('openedByHour', () => {
  it('finds the same seconds and instants as a search', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 50_000 })), {
      minLength: 1,
      maxLength: 30,
    });
    const time = fc.integer({ min: -5000, max: 900_000 }).map((t) => t / 8);
    fc.assert(
      fc.property(gaps, fc.array(time), fc.nat({ max: 200_000 }), (lengths, times, seconds) => {
        let at = 0;
        const bounds = lengths.flatMap(([closed, open]) => {
          const opens = at + closed;
          at = opens + open;
          return [opens, at];
        });
        const windows = windowsFrom(Float64Array.from(bounds));
        const opened = openedByHour(windows);
        for (const t of times) {
          expect(openSecondsIn(windows, opened, t)).toBe(openSeconds(windows, t));
          expect(instantAfterIn(windows, opened, t, seconds)).toBe(instantAfter(windows, t, seconds));
        }
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
