// Sees to it that node_modules is what package-lock.json says. A stamp with the lock's hash makes the check cheap,
// and nothing is fetched when it matches. Install scripts never run (the compiler of better-sqlite3's would be needed);
// the one that is wanted, which fetches Node 24, is started here by hand.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, sep } from 'node:path';
import { withLock } from './buildLock.mjs';
import { runUnseen } from './childProcess.mjs';
import { message, StartFailure } from './messages.mjs';
import { node24, packagedNode } from './node24.mjs';
import { inProject } from './projectRoot.mjs';

const stampFile = inProject('node_modules', '.saff-installed');

/** Installs the packages and Node 24 where they are missing or not those of the lock. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(
    inProject('dist', '.lock'),
    async () => {
      if (isInstalled()) return;
      if (!matchesLock()) await installPackages();
      if (!existsSync(packagedNode())) await installNode24();
      writeFileSync(stampFile, lockStamp());
    },
    () => say(message('waiting')),
  );
}

const isInstalled = () => readOrEmpty(stampFile) === lockStamp() && node24() !== undefined;

function lockStamp() {
  const hash = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/** Whether someone's own `npm ci` left just the packages of the lock (those that are optional may be absent). */
function matchesLock() {
  const found = readOrEmpty(inProject('node_modules', '.package-lock.json'));
  if (readOrEmpty(stampFile) !== '' || found === '') return false;
  /** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked */
  /** @type {Record<string, Locked>} */
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
  /** @type {Record<string, Locked>} */
  const present = JSON.parse(found).packages;
  return Object.entries(wanted).every(([folder, { version, integrity, optional, devOptional }]) => {
    if (folder === '' || (!present[folder] && (optional || devOptional))) return true;
    return present[folder]?.version === version && present[folder]?.integrity === integrity;
  });
}

async function installPackages() {
  say(message('installing'));
  rmSync(stampFile, { force: true });
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--loglevel=error',
  ];
  const { code, output } = await runNpm(['ci', ...flags, '--no-audit', '--no-fund', '--no-progress']);
  if (code !== 0) throw new StartFailure(message('installFailed', { reason: shortReason(output, code) }));
}

async function installNode24() {
  const folder = inProject('node_modules', 'node');
  const { code, output } = await runUnseen(hostNode(), ['installArchSpecificPackage.js'], {
    cwd: folder,
    env: { ...hostEnvironment(), npm_config_loglevel: 'error' },
  });
  if (code !== 0 && node24() === undefined)
    throw new StartFailure(message('runtimeFailed', { reason: shortReason(output, code) }));
  if (existsSync(packagedNode())) giveNodeToScripts();
}

/** What npm would have done had the script run in time: npm scripts then run on this Node too. */
function giveNodeToScripts() {
  if (process.platform === 'win32') return;
  const link = inProject('node_modules', '.bin', 'node');
  rmSync(link, { force: true });
  symlinkSync('../node/bin/node', link);
}

/** @param {readonly string[]} args */
function runNpm(args) {
  const npmCli = process.env.npm_execpath ?? '';
  const env = hostEnvironment();
  if (npmCli.endsWith('npm-cli.js') && existsSync(npmCli))
    return runUnseen(hostNode(), [npmCli, ...args], { env });
  return runUnseen('npm', args, { env, shell: process.platform === 'win32' });
}

/** npm puts node_modules/.bin first on the path, and with it a Node that the installation is about to remove. */
function hostEnvironment() {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = (process.env[pathName] ?? '').split(delimiter);
  const kept = folders.filter((folder) => !folder.includes(`node_modules${sep}.bin`));
  return { ...process.env, [pathName]: kept.join(delimiter), NODE_ENV: 'development' };
}

function hostNode() {
  const candidates = [process.env.npm_node_execpath, process.execPath];
  return candidates.find((path) => path && !path.includes('node_modules') && existsSync(path)) ?? 'node';
}

/** The one line of npm's complaint that says what is wrong.
 * @param {string} output @param {number} code
 */
function shortReason(output, code) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!|warn)\s*/i, '').trim())
    .filter((line) => line !== '' && !/^(code|errno|syscall|A complete log|.*\.log$)/.test(line));
  return (lines[0] ?? `code ${code}`).slice(0, 200);
}

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
