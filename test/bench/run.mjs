#!/usr/bin/env node
// `npm run bench [-- --quick] [-- --json]`: contacts per CPU-second of the engine against the C program. Installs what
// is missing and runs main.ts on Node 24, from the sources: nothing of the build is needed.
import { runInForeground } from '../../electron/start/childProcess.mjs';
import { ensureInstalled, node24 } from '../../electron/start/ensure.mjs';
import { runScript } from '../../electron/start/messages.mjs';
import { inProject } from '../../electron/start/projectRoot.mjs';

await runScript(async () => {
  await ensureInstalled();
  const main = inProject('test', 'bench', 'main.ts');
  return runInForeground(node24() ?? process.execPath, [main, ...process.argv.slice(2)]);
});
