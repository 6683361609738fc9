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
    // `npm test` walks most journeys in one language each.
    ...(filters.length > 0 ? [] : [{ name: 'journeys in both directions', run: journeysInBothDirections }]),
  ]);
  return Number(process.exitCode ?? 1);
});

function journeysInBothDirections() {
  process.env.SAFF_EVERY_LANGUAGE = '1';
  return runVitest(['journeys'], []);
}
