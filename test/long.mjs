#!/usr/bin/env node
// `npm run test:long`: the tests that take minutes. Ends with the line `N passed, N failed`.
import { ensureBuilt, ensureInstalled } from '../electron/start/ensure.mjs';
import { runScript } from '../electron/start/messages.mjs';
import { asOneTest, runSteps, runVitest } from './support/testRun.mjs';

const filters = process.argv.slice(2);

await runScript(async () => {
  await runSteps([
    { name: 'packages', run: () => asOneTest(ensureInstalled) },
    { name: 'build', run: () => asOneTest(ensureBuilt) },
    { name: 'long tests', run: () => runVitest(['long'], filters) },
    ...(filters.length > 0 ? [] : [{ name: 'what npm test does in part', run: whatIsDoneInPart }]),
  ]);
  return Number(process.exitCode ?? 1);
});

/** As test/support/walkedIn.ts says. */
function whatIsDoneInPart() {
  process.env.SAFF_WALKS_ALL = '1';
  return runVitest(
    ['core', 'unit', 'journeys'],
    ['test/journeys', 'test/queueing/weekRecords', 'test/published/steadyState'],
  );
}
