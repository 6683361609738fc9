import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { libraryMethods } from '../../core/contract/libraryMethods.ts';
import { failed } from '../../core/units/result.ts';
import { createHost } from '../../electron/host/createHost.ts';
import { libraryIn } from '../../electron/host/libraryHolder.ts';
import { testLibrary, valueOf } from '../store/testLibrary.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { anyInput } from './anyInput.ts';

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

describe('the library', () => {
  it.each(Object.keys(libraryMethods).filter((method) => method !== 'library.repair'))(
    'H17: answers any input of %s with a reply of the contract, and stays sound',
    async (method) => {
      const shaped = anyInput(method as keyof typeof libraryMethods, () => plans);
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(shaped, async (input) => {
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
