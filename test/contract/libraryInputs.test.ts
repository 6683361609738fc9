import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { libraryMethods } from '../../core/contract/libraryMethods.ts';
import { failed } from '../../core/units/result.ts';
import { createHost } from '../../electron/host/createHost.ts';
import { libraryIn } from '../../electron/host/libraryHolder.ts';
import { testLibrary, valueOf } from '../store/testLibrary.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const test = testLibrary();
const host = createHost({
  simulate: () => Promise.resolve(failed({ code: 'runCancelled', params: {} } as const)),
  library: libraryIn(test.folder),
});
afterAll(async () => {
  await host.close();
  test.remove();
});

/** New ones for each method, because another may have removed them. */
const plans: string[] = [];
beforeEach(() => {
  plans.length = 0;
  for (let count = 0; count < 3; count += 1) plans.push(valueOf(test.library.add(smallPlanText())).plan);
});

/** Inputs of the right shape, with whatever values. */
const name = fc.constantFrom(
  '',
  'teams',
  'first',
  'groups',
  'notes',
  '__proto__',
  'constructor',
  'name',
  'horizon',
  'days',
);
const place = fc.array(fc.oneof(name, fc.nat(3)), { maxLength: 4 });
const value = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true }),
  fc.json(),
  fc.constant('x'.repeat(30_000)),
);
const command = fc.oneof(
  fc.record({ change: fc.constant('set'), at: fc.constant(['name']), value: fc.string({ unit: 'binary' }) }),
  fc.record({ change: fc.constant('add'), at: fc.constant(['notes']), value: fc.string({ unit: 'binary' }) }),
  fc.record({ change: fc.constant('set'), at: place, value }),
  fc.record({ change: fc.constant('add'), at: place, value }, { requiredKeys: ['change', 'at', 'value'] }),
  fc.record({ change: fc.constant('remove'), at: place }),
  fc.record({ change: fc.constant('move'), at: place, position: fc.nat(4) }),
);
const known = {
  plan: fc.nat(3).map((index) => plans[index] ?? 'none'),
  base: fc.nat(3),
  window: fc.record({ id: fc.constantFrom('a', 'b', '\ud800'), openedAt: fc.nat(5) }),
  commands: fc.array(command, { minLength: 1, maxLength: 3 }),
  name: fc.oneof(
    fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.constantFrom('\0', '\ud800', 'a\0b', '\udfff!')),
    fc.record({ fa: fc.string() }),
  ),
  note: fc.string({ unit: 'binary' }),
  text: fc.constantFrom('', '{}', smallPlanText()),
  query: fc.string({ unit: 'binary' }),
  version: fc.constant('none'),
  sample: fc.constantFrom('absent', '../x'),
  removed: fc.boolean(),
  unlessPresent: fc.boolean(),
  results: fc.boolean(),
  before: fc.nat(4),
  limit: fc.integer({ min: 1, max: 9 }),
  after: fc.constant(-1),
  options: fc.constant({ replications: 1 }),
} as const;

describe('the library', () => {
  it.each(Object.keys(libraryMethods).filter((method) => method !== 'library.repair'))(
    'H17: answers any input of %s with a reply of the contract, and stays sound',
    async (method) => {
      const fields = Object.keys(
        libraryMethods[method as keyof typeof libraryMethods].input.shape,
      ) as (keyof typeof known)[];
      const shaped = fc.record(Object.fromEntries(fields.map((field) => [field, known[field]])));
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(fc.oneof({ arbitrary: shaped, weight: 4 }, fc.anything()), async (input) => {
          const reply = await host.handle(method, input);
          if (reply.ok) answered += 1;
          else expect(failureCodes.filter((code) => code !== 'internal')).toContain(reply.failure.code);
        }),
        { numRuns: method === 'library.backup' ? 5 : 150, seed: 3 },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
      if (method === 'plan.edit') expect(answered).toBeGreaterThan(0);
      const check = test.library.check();
      expect(check.ok && check.value.findings).toEqual([]);
    },
  );
});
