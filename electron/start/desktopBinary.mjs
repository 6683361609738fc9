// Whether Electron's binary is here, and the one way to fetch it. Requiring the package would try a download by itself.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runUnseen } from './childProcess.mjs';
import { message } from './messages.mjs';
import { node24 } from './node24.mjs';
import { inProject } from './projectRoot.mjs';

const attemptFile = inProject('node_modules', '.saff-electron-attempt');
const capMs = 180_000;

/** The path of Electron's binary, or undefined where it is not installed. */
export function desktopBinary() {
  const pathFile = inProject('node_modules', 'electron', 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = inProject('node_modules', 'electron', 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

export const wasFetchTried = () => existsSync(attemptFile);

/** Tries once to fetch the binary; gives the reason where that failed. The attempt is remembered.
 * @returns {Promise<string | undefined>}
 */
export async function fetchDesktopBinary() {
  const installer = inProject('node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return 'electron/install.js';
  process.stderr.write(`${message('fetchingDesktop')}\n`);
  writeFileSync(attemptFile, 'Electron was tried once; "npm run desktop" tries again.\n');
  const { code, output } = await runUnseen(node24() ?? process.execPath, [installer], { capMs });
  if (desktopBinary()) return undefined;
  const reason = output.split('\n').find((line) => /error|failed|code/i.test(line)) ?? `code ${code}`;
  return reason.trim().slice(0, 200);
}

/** Whether there is a display to show a window on.
 * @param {NodeJS.ProcessEnv} environment @param {NodeJS.Platform} platform
 */
export function hasDisplay(environment, platform) {
  if (platform === 'win32' || platform === 'darwin') {
    return !environment.CI && !environment.SSH_CONNECTION && !environment.SSH_TTY;
  }
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}
