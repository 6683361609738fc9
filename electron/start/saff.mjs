#!/usr/bin/env node
// `npx saff`, `npm run saff -- ...`: the command line of the product. Only the product writes to standard output.
import { runInForeground } from './childProcess.mjs';
import { ensureBuilt, ensureInstalled, node24 } from './ensure.mjs';
import { runScript } from './messages.mjs';
import { inProject } from './projectRoot.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  await ensureInstalled();
  await ensureBuilt(args[0] === 'serve' ? ['host', 'renderer'] : ['host']);
  return runInForeground(node24() ?? process.execPath, [inProject('dist', 'host', 'main.js'), ...args]);
});
