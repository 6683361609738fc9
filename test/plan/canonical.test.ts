import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, serialisePlan } from '../../core/plan/canonical.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { planHash } from '../../core/plan/planHash.ts';
import { sha256 } from '../../core/plan/sha256.ts';
import { parsedPlan, smallPlan, threeTierPlan } from '../support/plans.ts';

/** The same JSON with the keys of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

describe('sha256', () => {
  it('gives the published values of FIPS 180-4', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
    expect(sha256('a'.repeat(1_000_000))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });

  it('agrees with the platform on any text, around every length of the last block', () => {
    const expected = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    for (let length = 0; length < 200; length += 1) {
      const text = 'é'.repeat(length % 7) + 'a'.repeat(length);
      expect(sha256(text)).toBe(expected(text));
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sha256(text) === expected(text)));
    expect(sha256('\ud800a')).toBe(expected('\ud800a'));
  });
});

describe('canonicalJson', () => {
  it('sorts keys, leaves out what is absent, and writes no spaces', () => {
    expect(canonicalJson({ b: 1, a: [0.5, null, 'س'], c: undefined, B: -0 })).toBe(
      '{"B":0,"a":[0.5,null,"س"],"b":1}',
    );
  });

  it('does not depend on the order of keys, and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('planHash', () => {
  it('is the same for a plan whose keys stand in another order, whose defaults are written out, or whose numbers are spelt otherwise', () => {
    const plan = parsedPlan(threeTierPlan());
    const spelt = JSON.stringify(reversed(plan)).replaceAll('0.3', '3.0e-1');
    expect(parsePlan(spelt).planHash).toBe(planHash(plan));
  });

  it('is another where anything is said otherwise', () => {
    const plan = parsedPlan(smallPlan());
    const hashes = [
      plan,
      { ...plan, name: 'Other' },
      { ...plan, incomplete: true },
      { ...plan, notes: ['a note'] },
      { ...plan, horizon: { ...plan.horizon, days: 8 } },
    ].map((plan) => planHash(plan));
    expect(new Set(hashes).size).toBe(5);
  });
});

describe('serialisePlan', () => {
  it('writes what parsePlan reads again as the same plan', () => {
    for (const input of [smallPlan(), threeTierPlan()]) {
      const plan = parsedPlan(input);
      const again = parsePlan(serialisePlan(plan));
      expect(again.plan).toEqual(plan);
      expect(again.planHash).toBe(planHash(plan));
    }
  });

  it('writes the fields in the order of the schema, whatever order they come in', () => {
    const plan = parsedPlan(smallPlan());
    const text = serialisePlan(plan);
    expect(serialisePlan(reversed(plan) as typeof plan)).toBe(text);
    expect(
      text.startsWith('{\n  "format": "saff-plan",\n  "formatVersion": 1,\n  "id": "single-queue",'),
    ).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
  });
});
