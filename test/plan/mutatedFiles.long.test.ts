// F4: 10,000 changed files of each format.
// One command: npm run test:long -- test/plan/mutatedFiles
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSample } from '../../core/samples/index.ts';
import { filled, testLibrary } from '../store/testLibrary.ts';
import { mutatedLibraries, mutatedPlanFiles, type Outcome } from '../support/mutatedFiles.ts';
import { smallBundle } from '../support/smallBundle.ts';

const seed = Number(process.env['SAFF_SEED'] ?? 1);
const count = 10_000;
const tell = (what: string, { taken, refused, slowestMs }: Outcome): void => {
  const megabytes = process.memoryUsage.rss() / 1024 / 1024;
  console.log(
    `F4: ${count} changed ${what}, ${refused} refused, ${taken} read; slowest ${slowestMs.toFixed(0)} ms; ${megabytes.toFixed(0)} MB`,
  );
  expect(refused + taken).toBe(count);
  expect(megabytes).toBeLessThanOrEqual(512);
};

describe('files that were changed', () => {
  it('F4: plans are read, or refused with faults of the closed list', async () => {
    const outcome = await mutatedPlanFiles(openSample('online-shop') ?? '', count, seed);
    tell('plan files', outcome);
    expect(outcome.refused).toBeGreaterThan(count / 2);
  });

  it('F4: bundles are read, or refused with faults of the closed list', async () => {
    const outcome = await mutatedPlanFiles(smallBundle(), count, seed);
    tell('bundles', outcome);
    expect(outcome.refused).toBeGreaterThan(count / 2);
  });

  it('F4: libraries are opened and checked, or refused with a failure of the closed list', async () => {
    const test = testLibrary();
    filled(test);
    test.library.close();
    const sound = readFileSync(test.file);
    test.remove();
    const outcome = await mutatedLibraries(sound, count, seed);
    tell('libraries', outcome);
    expect(outcome.refused).toBeGreaterThan(count / 10);
  });
});
