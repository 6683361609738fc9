#!/usr/bin/env node
// `npm run desktop`: like `npm start`, but tries again to fetch Electron and shows what Electron itself says.
import { runInForeground } from './childProcess.mjs';
import { desktopBinary, fetchDesktopBinary, hasDisplay } from './desktopBinary.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { message, runScript, StartFailure } from './messages.mjs';
import { projectRoot } from './projectRoot.mjs';

await runScript(async () => {
  await ensureInstalled();
  if (!desktopBinary()) {
    const reason = await fetchDesktopBinary();
    if (reason !== undefined) throw new StartFailure(message('desktopFetchFailed', { reason }));
  }
  if (!hasDisplay(process.env, process.platform)) throw new StartFailure(message('desktopNeedsDisplay'));
  await ensureBuilt(['desktop', 'renderer']);
  return runInForeground(desktopBinary() ?? 'electron', [projectRoot, ...process.argv.slice(2)]);
});
