// Any input for a method of the contract: things of no shape at all, and things of nearly the right shape.
import fc from 'fast-check';
import type { Method } from '../../core/contract/methods.ts';
import { methods } from '../../core/contract/methods.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const placeName = fc.constantFrom(
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
const place = fc.array(fc.oneof(placeName, fc.nat(3)), { maxLength: 4 });
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

/** For each field that a method may have, values of nearly the right kind; any other field gets anything. */
const known = (plans: () => readonly string[]): Readonly<Record<string, fc.Arbitrary<unknown>>> => ({
  plan: fc.nat(3).map((index) => plans()[index] ?? 'none'),
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
  id: fc.constantFrom('absent', '../x', '__proto__', 'online-shop'),
  run: fc.constantFrom('absent', '__proto__', ''),
  removed: fc.boolean(),
  before: fc.nat(4),
  limit: fc.integer({ min: 1, max: 9 }),
  after: fc.constant(-1),
  seed: fc.oneof(fc.nat(), fc.double()),
  replication: fc.nat(3),
  fromSeconds: fc.double({ min: 0, max: 1e5 }),
  toSeconds: fc.double({ min: 0, max: 1e5 }),
  options: fc.oneof(fc.constant({ replications: 1 }), fc.anything()),
});

export function anyInput(method: Method, plans: () => readonly string[]): fc.Arbitrary<unknown> {
  const fields = Object.keys(methods[method].input.shape);
  const kinds = known(plans);
  const shape = Object.fromEntries(fields.map((field) => [field, kinds[field] ?? fc.anything()]));
  return fc.oneof(
    { arbitrary: fc.record(shape), weight: 4 },
    { arbitrary: fc.record(shape, { requiredKeys: [] }), weight: 1 },
    fc.anything(),
    fc.dictionary(fc.constantFrom('id', 'text', 'run', 'plan', '__proto__', 'toString'), fc.anything()),
  );
}
