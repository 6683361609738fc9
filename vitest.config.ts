import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const never = ['**/node_modules/**', '**/dist/**'];
/**
 * Tests of `core`, by its folders. It is pure, so that its tests need no process each: what is loaded and compiled for one serves
 * the next. All of the contract but its types is the hosts'.
 */
const ofCore = readdirSync(new URL('./core', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'contract')
  .map(({ name }) => `test/${name}/**/*.test.ts`);

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: false,
    // A forgotten `.only` must not hide the other tests.
    allowOnly: false,
    // A second, as it is elsewhere, is too short where others are at work.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...never, ...ofCore, 'test/journeys/**', 'test/**/*.long.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'core',
          environment: 'node',
          include: ofCore,
          exclude: [...never, 'test/**/*.long.test.ts'],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['test/journeys/**/*.test.ts'],
          exclude: [...never, 'test/**/*.long.test.ts'],
          globalSetup: ['test/support/chromiumSetup.mjs'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'long',
          environment: 'node',
          include: ['test/**/*.long.test.ts'],
          exclude: never,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
