import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB, fewestLines, largestLoad } from '../../core/queueing/erlangB.ts';
import { erlangs, fraction } from '../../core/units/quantities.ts';
import { expectNear, succeeded } from './near.ts';
import { validationFile, validationFolder } from './validationFile.ts';

// Lines, load, blocking: from the validation records, computed there by recursion and by summation with many digits.
const cases: readonly (readonly [number, number, number])[] = [
  [1, 0.5, 0.3333333333333333],
  [2, 1, 0.2],
  [4, 2, 0.09523809523809523],
  [12, 9, 0.0830866114658268],
  [25, 20, 0.050221777890794614],
  [30, 30, 0.13245979049117945],
  [75, 70, 0.0516569006279333],
  [123, 132, 0.11333930857891658],
  [200, 180, 0.010324995204982297],
  [1000, 900, 5.929862670146224e-5],
  [5000, 5000, 0.011199358278505486],
  [10000, 9000, 2.0916197944192897e-26],
  [20000, 19990, 0.005308561025033426],
  [500, 100, 3.0489006616114876e-178],
];

interface Records {
  readonly cases: readonly {
    readonly id: string;
    readonly servers: number;
    readonly offered_erlangs: number;
    readonly blocking: number;
    readonly carried_erlangs?: number;
    readonly utilization?: number;
    readonly rel_tol: number;
  }[];
  readonly max_load_for_blocking: readonly {
    readonly servers: number;
    readonly blocking_target: number;
    readonly max_offered_erlangs: number;
    readonly rel_tol: number;
  }[];
  readonly min_servers: readonly {
    readonly offered_erlangs: number;
    readonly blocking_target: number;
    readonly min_servers: number;
  }[];
}

describe('erlangB', () => {
  it.each(cases)('on %d lines with %d Erlangs blocks %d', (lines, load, blocking) => {
    expectNear(succeeded(erlangB(lines, erlangs(load))).blocking, blocking, { relative: 1e-10 }, 'blocking');
  });

  it('satisfies the recursion from one line to the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 1e-3, max: 4000, noNaN: true }),
        (n, load) => {
          const before = succeeded(erlangB(n, erlangs(load))).blocking;
          const after = succeeded(erlangB(n + 1, erlangs(load))).blocking;
          const expected = (load * before) / (n + 1 + load * before);
          expectNear(after, expected, { relative: 1e-11, absolute: 1e-300 }, `${n} lines, ${load} Erlangs`);
        },
      ),
    );
  });

  it('never gives a number outside its range, however large or small the load', () => {
    for (const [lines, load] of [
      [1, 1e-6],
      [100_000, 1e-3],
      [100_000, 99_999],
      [10_000, 5000],
      [10, 1e9],
      [1_000_000, 1e6],
    ] as const) {
      const { blocking, carried, occupancy } = succeeded(erlangB(lines, erlangs(load)));
      expect(blocking).toBeGreaterThanOrEqual(0);
      expect(blocking).toBeLessThanOrEqual(1);
      expectNear(carried, load * (1 - blocking), { relative: 1e-6 }, 'carried');
      expectNear(occupancy, carried / lines, { relative: 1e-12 }, 'occupancy');
    }
  });

  it('names every input outside its range', () => {
    const result = erlangB(0.5, erlangs(-1));
    expect(result).toEqual({
      ok: false,
      failure: [
        { code: 'outOfRange', path: ['lines'], params: { value: 0.5, least: 1, most: 1_000_000 } },
        { code: 'outOfRange', path: ['load'], params: { value: -1, least: 0, most: 1e9 } },
      ],
    });
    expect(erlangB(Number.NaN, erlangs(1)).ok).toBe(false);
  });
});

describe('fewestLines and largestLoad', () => {
  it('give the worked examples', () => {
    expect(succeeded(fewestLines(erlangs(20), fraction(0.01)))).toBe(30);
    expect(succeeded(largestLoad(15, fraction(0.01))).toFixed(3)).toBe('8.108');
  });

  it('undo each other', () => {
    for (const lines of [1, 7, 60, 900]) {
      const load = succeeded(largestLoad(lines, fraction(0.02)));
      expect(succeeded(fewestLines(erlangs(load * (1 - 1e-12)), fraction(0.02)))).toBe(lines);
      expect(succeeded(fewestLines(erlangs(load * (1 + 1e-12)), fraction(0.02)))).toBe(lines + 1);
    }
  });

  it('refuse a goal outside its range and say when none is enough', () => {
    expect(fewestLines(erlangs(5), fraction(0)).ok).toBe(false);
    expect(largestLoad(5, fraction(1)).ok).toBe(false);
    expect(fewestLines(erlangs(1e9), fraction(1e-9))).toEqual({
      ok: false,
      failure: [{ code: 'unreachable', path: ['mostBlocking'], params: {} }],
    });
  });
});

const records = validationFile<Records>('erlang_b.json');
describe('erlangB against the validation records', () => {
  if (records === undefined) {
    it(`found no ${validationFolder}: only the ${cases.length} cases above were checked`, () => {
      expect(cases.length).toBeGreaterThanOrEqual(12);
    });
    return;
  }

  it('gives every record of erlang_b.json', () => {
    let checked = 0;
    for (const record of records.cases) {
      const tolerance = { relative: record.rel_tol };
      const outcome = succeeded(erlangB(record.servers, erlangs(record.offered_erlangs)));
      expectNear(outcome.blocking, record.blocking, tolerance, record.id);
      if (record.carried_erlangs !== undefined) {
        expectNear(outcome.carried, record.carried_erlangs, tolerance, `${record.id} carried`);
      }
      if (record.utilization !== undefined) {
        expectNear(outcome.occupancy, record.utilization, tolerance, `${record.id} occupancy`);
      }
      checked += 1;
    }
    expect(checked).toBeGreaterThanOrEqual(50);
  });

  it('gives every largest load and fewest lines', () => {
    let checked = 0;
    for (const record of records.max_load_for_blocking) {
      const load = succeeded(largestLoad(record.servers, fraction(record.blocking_target)));
      expectNear(load, record.max_offered_erlangs, { relative: record.rel_tol }, `${record.servers} lines`);
      checked += 1;
    }
    for (const record of records.min_servers) {
      const lines = succeeded(fewestLines(erlangs(record.offered_erlangs), fraction(record.blocking_target)));
      expect(lines, `${record.offered_erlangs} Erlangs`).toBe(record.min_servers);
      checked += 1;
    }
    expect(checked).toBeGreaterThanOrEqual(100);
  });
});
