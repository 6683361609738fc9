// The Chromium that the browser tests run in: found, or installed where that needs no question, never done without.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string, isRunnable: (path: string) => boolean }} Place */

/** @type {Place} */
const here = { platform: process.platform, env: process.env, home: homedir(), isRunnable };

/** The path of a Chromium, Chrome or Edge on this machine, or undefined.
 * @param {Place} [place]
 * @returns {string | undefined}
 */
export function findChromium(place = here) {
  const asked = place.env.SAFF_CHROMIUM;
  if (asked) return place.isRunnable(asked) ? asked : undefined;
  return [...standardPaths(place), ...playwrightPaths(place)].find(place.isRunnable);
}

/** Finds a Chromium, or installs one as root on Debian; else gives the one command to type.
 * @returns {{ path: string } | { remedy: string }}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return { path: found };
  if (!process.env.SAFF_CHROMIUM && canInstall()) {
    process.stdout.write('No Chromium found; installing it (apt-get install chromium).\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const command = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium';
    spawnSync('sh', ['-c', command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const installed = findChromium();
    if (installed) return { path: installed };
  }
  return { remedy: remedyFor(process.platform) };
}

const canInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** @param {NodeJS.Platform} platform */
function remedyFor(platform) {
  if (process.env.SAFF_CHROMIUM)
    return `SAFF_CHROMIUM names ${process.env.SAFF_CHROMIUM}, which cannot be run.`;
  if (platform === 'darwin') return 'No Chromium found. Type: brew install --cask chromium';
  if (platform === 'win32') return 'No Chromium found. Type: winget install -e --id Hibbiki.Chromium';
  if (existsSync('/etc/debian_version')) return 'No Chromium found. Type: sudo apt-get install -y chromium';
  return 'No Chromium found. Type: node node_modules/playwright-core/cli.js install chromium';
}

/** @param {Place} place */
function standardPaths({ platform, env, home }) {
  if (platform === 'darwin') {
    const applications = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      applications.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const programs = [
      ['Chromium', 'Application', 'chrome.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return roots.flatMap((root) => programs.map((program) => join(root, ...program)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [
    '/usr/bin',
    '/snap/bin',
    ...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
  ];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {Place} place */
function playwrightPaths({ platform, env, home }) {
  const cache =
    env.PLAYWRIGHT_BROWSERS_PATH ||
    (platform === 'darwin'
      ? join(home, 'Library', 'Caches', 'ms-playwright')
      : platform === 'win32'
        ? join(env.LOCALAPPDATA ?? home, 'ms-playwright')
        : join(home, '.cache', 'ms-playwright'));
  const inside = [
    ['chrome-linux64', 'chrome'],
    ['chrome-linux', 'chrome'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-mac-arm64', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-win64', 'chrome.exe'],
    ['chrome-win', 'chrome.exe'],
  ];
  if (!existsSync(cache)) return [];
  const versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  const newestFirst = versions.sort((one, other) => Number(other.slice(9)) - Number(one.slice(9)));
  return newestFirst.flatMap((version) => inside.map((parts) => join(cache, version, ...parts)));
}

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
