#!/usr/bin/env node
// `npm run test:mutations [-- RULE|WORD]`: plants every fault of mutations.ts in a copy of the engine and says which are
// caught. Installs what is missing and runs run.ts on Node 24.
import { runInForeground } from '../../electron/start/childProcess.mjs';
import { ensureInstalled, node24 } from '../../electron/start/ensure.mjs';
import { runScript } from '../../electron/start/messages.mjs';
import { inProject } from '../../electron/start/projectRoot.mjs';

await runScript(async () => {
  await ensureInstalled();
  const run = inProject('test', 'mutations', 'run.ts');
  return runInForeground(node24() ?? process.execPath, [run, ...process.argv.slice(2)]);
});
