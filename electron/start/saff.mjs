#!/usr/bin/env node
// `npx saff`, `npm run saff -- ...`: the command line of the product. Only the product writes to standard output.
import { runInForeground } from './childProcess.mjs';
import { ensureBuilt, ensureInstalled, node24 } from './ensure.mjs';
import { leanArguments, leanEnvironment } from './leanMemory.mjs';
import { runScript } from './messages.mjs';
import { inProject } from './projectRoot.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  await ensureInstalled();
  const stays = args[0] === 'serve';
  await ensureBuilt(stays ? ['host', 'renderer'] : ['host']);
  const node = node24() ?? process.execPath;
  const words = [inProject('dist', 'host', 'main.js'), ...args];
  if (stays) return runInForeground(node, words);
  return runInForeground(node, [...leanArguments(args[0]), ...words], { env: leanEnvironment(process.env) });
});
