#!/usr/bin/env node
// `npm test`: types, lint, build, then all tests with a real browser; `npm test -- <filter>` narrows the tests.
// Needs nothing installed. Ends with the line `N passed, N failed`.
import { ensureBuilt, ensureInstalled } from '../electron/start/ensure.mjs';
import { runScript } from '../electron/start/messages.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { asOneTest, runSteps, runTool, runToolBeside, runVitest } from './support/testRun.mjs';

const filters = process.argv.slice(2);
const colours = process.stdout.isTTY ? 'force' : 'off';

/** @type {ReturnType<typeof runToolBeside>} */
let types;

await runScript(async () => {
  await runSteps([
    { name: 'packages', run: () => asOneTest(ensureInstalled) },
    {
      name: 'lint',
      run: () => {
        // Needs one core for longer than what follows needs the other.
        types = runToolBeside(['node_modules/typescript/bin/tsc', '-b']);
        // What goes wrong with it is told in its own step.
        types.catch(() => undefined);
        return runTool(['node_modules/@biomejs/biome/bin/biome', 'ci', `--colors=${colours}`, '.']);
      },
    },
    { name: 'build', run: () => asOneTest(ensureBuilt) },
    { name: 'browser', run: () => asOneTest(chooseChromium) },
    { name: 'types', run: () => types },
    ...(filters.length > 0
      ? [{ name: 'tests', run: () => runVitest(['core', 'unit', 'journeys'], filters) }]
      : [
          { name: 'tests', run: () => runVitest(['core', 'unit'], []) },
          { name: 'journeys', run: () => runVitest(['journeys'], []) },
        ]),
  ]);
  return Number(process.exitCode ?? 1);
});

function chooseChromium() {
  const chromium = ensureChromium();
  if ('remedy' in chromium) throw new Error(chromium.remedy);
  process.env.SAFF_CHROMIUM = chromium.path;
  process.stdout.write(`${chromium.path}\n`);
}
