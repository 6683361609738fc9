import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultCodes } from '../../core/plan/faultCodes.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import { smallPlan, threeTierPlan } from '../support/plans.ts';

const texts = [JSON.stringify(smallPlan()), JSON.stringify(threeTierPlan(), null, 2)];

/** Either a plan with its hash, or faults of the closed list that can be sent and shown. */
function expectAnswer(answer: ReturnType<typeof parsePlan>): void {
  expect(answer.plan === null).toBe(answer.faults.length > 0);
  expect(answer.planHash === null).toBe(answer.plan === null);
  for (const fault of [...answer.faults, ...answer.warnings]) {
    expect(faultCodes).toHaveProperty(fault.code);
    expect(JSON.parse(JSON.stringify(fault))).toEqual(fault);
  }
}

/** All places of a value, from the root down. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => placesOf(part, [...path, key]))
      : [];
  return [path, ...below];
}

/** A copy of the value in which one place holds something else; undefined takes it away. */
function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[step] = replaced(copy[step], rest, by);
  return copy;
}

describe('parsePlan', () => {
  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectAnswer(parsePlan(text))),
      { numRuns: 500 },
    );
  });

  it('answers any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => expectAnswer(parsePlan(text))),
      { numRuns: 500 },
    );
  });

  it('answers a plan in whose text something was cut, doubled or overwritten', () => {
    const change = fc.tuple(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat({ max: 20 }),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 5 }),
        fc.constantFrom('', '{', '}', '[', ']', ',', '"', '1e999', 'NaN'),
      ),
    );
    fc.assert(
      fc.property(change, ([text, at, length, put]) => {
        const from = at % text.length;
        expectAnswer(parsePlan(text.slice(0, from) + put + text.slice(from + length)));
      }),
      { numRuns: 1500 },
    );
  });

  it('answers a plan in which one value was replaced by another', () => {
    const plans = [smallPlan(), threeTierPlan()];
    const places = plans.flatMap((plan) => placesOf(plan).map((path) => [plan, path] as const));
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(
          fc.jsonValue({ maxDepth: 2 }),
          fc.constantFrom(undefined, 0, 1, -1, '', 'tier1', 'sameTeam', [], {}),
        ),
        ([plan, path], value) => expectAnswer(parsePlanValue(replaced(plan, path, value))),
      ),
      { numRuns: 1500 },
    );
  });

  it('answers values that are no JSON', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }), (value) =>
        expectAnswer(parsePlanValue(value)),
      ),
      { numRuns: 500 },
    );
  });
});
