#!/usr/bin/env node
// `npm run bench [-- --quick] [-- --json]`: CPU time per contact of the engine against a C program. Installs what is
// missing, bundles main.ts (built JavaScript is what a user runs, and Node's way of running TypeScript makes it slower) and
// runs it on Node 24.
import { runInForeground } from '../../electron/start/childProcess.mjs';
import { ensureBuilt, ensureInstalled, node24 } from '../../electron/start/ensure.mjs';
import { runScript } from '../../electron/start/messages.mjs';
import { inProject } from '../../electron/start/projectRoot.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureBuilt(['bench', 'host']);
  const main = inProject('dist', 'bench', 'main.js');
  return runInForeground(node24() ?? process.execPath, [main, ...process.argv.slice(2)]);
});
