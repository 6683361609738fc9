#!/usr/bin/env node
// `npm run test:long`: the tests that take minutes. Ends with the line `N passed, N failed`.
import { ensureBuilt, ensureInstalled } from '../electron/start/ensure.mjs';
import { runScript } from '../electron/start/messages.mjs';
import { asOneTest, runSteps, runVitest } from './support/testRun.mjs';

await runScript(async () => {
  await runSteps([
    { name: 'packages', run: () => asOneTest(ensureInstalled) },
    { name: 'build', run: () => asOneTest(ensureBuilt) },
    { name: 'long tests', run: () => runVitest(['long'], process.argv.slice(2)) },
  ]);
  return Number(process.exitCode ?? 1);
});
