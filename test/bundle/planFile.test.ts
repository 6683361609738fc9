import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostResults, readPlanFile, serialiseBundle } from '../../core/bundle/planFile.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { engineVersion } from '../../core/simulation/version.ts';
import { fakeResult } from '../support/fakeResult.ts';
import { simulatePlan } from '../support/simulatePlan.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const parsed = parsePlan(smallPlanText());
const plan = parsed.plan ?? never();
const planHash = parsed.planHash ?? never();
function never(): never {
  throw new Error('the small plan has faults');
}
const result = (seed: number): SimulationResult => ({
  ...fakeResult(plan, { seed, replications: 3 }),
  planHash,
  engineVersion,
});
const read = (text: string) => readPlanFile(text, engineVersion);
const bundle = serialiseBundle(plan, [result(2), result(1)]);
type Fields = Record<string, unknown>;
const changed = (change: (fields: Fields) => void): string => {
  const fields = JSON.parse(bundle) as Fields;
  change(fields);
  return JSON.stringify(fields);
};
const faultsOf = (text: string) => read(text).faults.map(({ code, path }) => [code, path.join('.')]);

describe('a bundle', () => {
  it('gives the plan and the results that were written', () => {
    const { draft, planHash: hash, results, faults, warnings } = read(bundle);
    expect([draft, hash, faults, warnings]).toEqual([plan, planHash, [], []]);
    expect(results).toEqual([result(1), result(2)]);
  });

  it('has the same bytes whatever the order and the repetition of the results', () => {
    expect(serialiseBundle(plan, [result(1), result(2), result(1)])).toBe(bundle);
    const { draft, results } = read(bundle);
    expect(serialiseBundle(draft ?? never(), results)).toBe(bundle);
  });

  it('carries a result of the engine itself without a difference', () => {
    const real = { ...simulatePlan(plan, { seed: 5, replications: 2 }).result, planHash };
    expect(read(serialiseBundle(plan, [real])).results).toEqual([JSON.parse(JSON.stringify(real))]);
  });

  it('keeps one line for each result, so that a comparison of two bundles shows the plan by its lines', () => {
    const lines = bundle.split('\n');
    expect(lines.filter((line) => line.startsWith('    {"axis"'))).toHaveLength(2);
    expect(lines).toContain('    "id": "small",');
  });

  it('may hold no result, and a plan with faults', () => {
    expect(read(serialiseBundle(plan, []))).toMatchObject({ planHash, results: [], faults: [] });
    const faulty = changed((fields) => {
      fields['results'] = [];
      (fields['plan'] as { routing: unknown }).routing = [{ when: {}, to: { tier: 'absent' } }];
    });
    expect(read(faulty).plan).toBeNull();
  });

  it('is read as a plan where it is one, whatever its texts say', () => {
    const named = smallPlanText().replace('"small"', '"small", "description": "\\"saff-bundle\\""');
    expect(read(named)).toMatchObject({ results: [], faults: [] });
  });

  it.each([
    [
      'versionNewer',
      'formatVersion',
      (f: Fields) => {
        f['formatVersion'] = 2;
      },
    ],
    [
      'versionUnknown',
      'formatVersion',
      (f: Fields) => {
        f['formatVersion'] = '1';
      },
    ],
    [
      'unknownField',
      'extra',
      (f: Fields) => {
        f['extra'] = 1;
      },
    ],
    [
      'missingField',
      'results',
      (f: Fields) => {
        delete f['results'];
      },
    ],
    [
      'expectedList',
      'results',
      (f: Fields) => {
        f['results'] = {};
      },
    ],
    [
      'expectedObject',
      'results.0',
      (f: Fields) => {
        f['results'] = [5];
      },
    ],
    [
      'notAPlan',
      'plan.format',
      (f: Fields) => {
        f['plan'] = { format: 'x' };
      },
    ],
    [
      'resultTwice',
      'results.1',
      (f: Fields) => {
        f['results'] = [result(1), result(1)];
      },
    ],
    [
      'resultOfOtherPlan',
      'results.0.planHash',
      (f: Fields) => {
        f['results'] = [{ ...result(1), planHash: 'a'.repeat(64) }];
      },
    ],
    [
      'numberTooSmall',
      'results.0.seed',
      (f: Fields) => {
        f['results'] = [{ ...result(1), seed: -1 }];
      },
    ],
    [
      'unknownField',
      'results.0.other',
      (f: Fields) => {
        f['results'] = [{ ...result(1), other: 1 }];
      },
    ],
    [
      'listTooLong',
      'results',
      (f: Fields) => {
        f['results'] = Array.from({ length: mostResults + 1 }, (_, at) => result(at));
      },
    ],
  ] as const)('is refused with %s at %s, and nothing of it is used', (code, path, change) => {
    const text = changed((fields) => void change(fields));
    expect(faultsOf(text)).toContainEqual([code, path]);
    expect(read(text)).toMatchObject({ draft: null, results: [] });
  });

  it('refuses numbers and keys that JSON readers disagree about, as a plan does', () => {
    expect(faultsOf(bundle.replace('"seed":1,', '"seed":1e400,'))).toEqual([
      ['jsonNumberOverflow', 'results.0.seed'],
    ]);
    expect(faultsOf(bundle.replace('"results":', '"__proto__": 1,\n  "results":'))[0]?.[0]).toBe(
      'jsonForbiddenKey',
    );
    expect(faultsOf(bundle.replace('"results":', '"plan": 1,\n  "results":'))[0]?.[0]).toBe(
      'jsonDuplicateKey',
    );
  });

  it('leaves out a result of another engine whose form is not known, and says so', () => {
    const text = changed((fields) => {
      fields['results'] = [{ engineVersion: '0.1.0', figures: {} }, result(1)];
    });
    const { results, warnings, faults } = read(text);
    expect([results, faults]).toEqual([[result(1)], []]);
    expect(warnings).toEqual([
      { code: 'resultOfOtherEngine', path: ['results', 0], params: { version: '0.1.0' } },
    ]);
  });

  it('never throws and never gives half of itself, however it was damaged', () => {
    fc.assert(
      fc.property(fc.nat(bundle.length - 1), fc.nat(20), fc.string({ maxLength: 5 }), (at, cut, put) => {
        const damaged = bundle.slice(0, at) + put + bundle.slice(at + cut);
        const { draft, results, faults } = read(damaged);
        expect(draft !== null || (results.length === 0 && faults.length > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
