#!/usr/bin/env node
// `npm start`: installs and builds what is missing, then opens the desktop window,
// or where that cannot be, says why in one line and starts the loopback host.
import { runInForeground } from './childProcess.mjs';
import { desktopBinary, fetchDesktopBinary, hasDisplay, wasFetchTried } from './desktopBinary.mjs';
import { ensureBuilt, ensureInstalled, node24 } from './ensure.mjs';
import { message, runScript } from './messages.mjs';
import { inProject, projectRoot } from './projectRoot.mjs';
import { decodeStartOptions } from './startOptions.mjs';

/** A desktop process that ends this soon with a failure never showed its window. */
const stillbornMs = 10_000;

await runScript(async () => {
  const options = decodeStartOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${message('usage')}\n`);
    return 0;
  }
  await ensureInstalled();
  const display = hasDisplay(process.env, process.platform);
  const wantsWindow = display && options.open;
  if (wantsWindow && !desktopBinary() && !wasFetchTried()) await fetchDesktopBinary();

  let reason = display ? message('reasonNotOpened') : message('reasonNoDisplay');
  const binary = wantsWindow ? desktopBinary() : undefined;
  if (binary) {
    await ensureBuilt(['desktop', 'renderer']);
    const begun = performance.now();
    const code = await runInForeground(binary, [projectRoot, ...languageFlag(options.lang)]);
    const stillborn = code !== 0 && code !== 130 && code !== 143 && performance.now() - begun < stillbornMs;
    if (!stillborn) return code;
    reason = message('reasonDesktopFailed', { code });
  } else if (wantsWindow) {
    reason = message('reasonNoDesktop');
  }

  await ensureBuilt(['host', 'renderer']);
  process.stdout.write(`${reason}\n`);
  const flags = [
    ...languageFlag(options.lang),
    ...(options.port === undefined ? [] : ['--port', options.port]),
    ...(wantsWindow ? ['--open'] : ['--no-open']),
    ...(display ? [] : ['--report']),
  ];
  return runInForeground(
    node24() ?? process.execPath,
    [inProject('dist', 'host', 'main.js'), 'serve', ...flags],
    {
      channel: true,
    },
  );
});

/** @param {string | undefined} language */
function languageFlag(language) {
  return language === undefined ? [] : ['--lang', language];
}
