#!/usr/bin/env node
// `npm test`: types, lint, build, then all tests with a real browser; `npm test -- <filter>` narrows the tests.
// Needs nothing installed. Ends with the line `N passed, N failed`.
import { ensureBuilt, ensureInstalled } from '../electron/start/ensure.mjs';
import { runScript } from '../electron/start/messages.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { asOneTest, runSteps, runTool, runVitest } from './support/testRun.mjs';

const filters = process.argv.slice(2);
const colours = process.stdout.isTTY ? 'force' : 'off';

await runScript(async () => {
  await runSteps([
    { name: 'packages', run: () => asOneTest(ensureInstalled) },
    { name: 'types', run: () => runTool(['node_modules/typescript/bin/tsc', '-b']) },
    {
      name: 'lint',
      run: () => runTool(['node_modules/@biomejs/biome/bin/biome', 'ci', `--colors=${colours}`, '.']),
    },
    { name: 'build', run: () => asOneTest(ensureBuilt) },
    { name: 'browser', run: () => asOneTest(chooseChromium) },
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
