#!/usr/bin/env node
// `npm run build`: installs what is missing and builds what is stale.
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { runScript } from './messages.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return 0;
});
