import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filled, testLibrary } from '../store/testLibrary.ts';
import { mutatedLibraries, mutatedPlanFiles } from '../support/mutatedFiles.ts';
import { smallBundle } from '../support/smallBundle.ts';
import { smallPlanText } from '../support/smallPlan.ts';

describe('files that were changed', () => {
  it.each([
    ['plans', smallPlanText()],
    ['bundles', smallBundle()],
  ])('F4: %s are read, or refused with faults of the closed list', async (_, sound) => {
    const { refused } = await mutatedPlanFiles(sound, 120, 7);
    expect(refused).toBeGreaterThan(60);
  });

  it('F4: libraries are opened and checked, or refused with a failure of the closed list', async () => {
    const test = testLibrary();
    filled(test);
    test.library.close();
    const sound = readFileSync(test.file);
    test.remove();
    const { refused } = await mutatedLibraries(sound, 60, 7);
    expect(refused).toBeGreaterThan(5);
  });
});
