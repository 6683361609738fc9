// Builds what is stale. Each bundle is built into a folder beside its own and then takes its place.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { withLock } from './buildLock.mjs';
import { runUnseen } from './childProcess.mjs';
import { describeFiles, fingerprint } from './fingerprint.mjs';
import { message, StartFailure } from './messages.mjs';
import { node24 } from './node24.mjs';
import { inProject, projectRoot } from './projectRoot.mjs';

/** @typedef {'host' | 'desktop' | 'renderer' | 'bench'} BundleName */

/** @type {Record<BundleName, { config: string, modes: string[], roots: string[], except: string[], gives: string[] }>} */
const bundles = {
  host: {
    config: 'vite.host.config.ts',
    modes: ['host'],
    roots: ['core', 'locales', 'electron'],
    except: ['electron/start', 'electron/desktop'],
    gives: [
      'main.js',
      'simulationWorker.js',
      'studyWorker.js',
      'libraryWorker.js',
      'planWorker.js',
      'notices.md',
    ],
  },
  desktop: {
    config: 'vite.host.config.ts',
    modes: ['desktop', 'preload'],
    roots: ['core', 'locales', 'electron'],
    except: ['electron/start', 'electron/cli'],
    gives: [
      'main.js',
      'preload.cjs',
      'simulationWorker.js',
      'studyWorker.js',
      'libraryWorker.js',
      'planWorker.js',
      'notices.md',
    ],
  },
  renderer: {
    config: 'vite.config.ts',
    modes: ['production'],
    roots: ['core', 'locales', 'renderer'],
    except: ['core/queueing', 'core/simulation'],
    gives: ['index.html', 'notices.md'],
  },
  // The benchmark measures what a user runs: JavaScript, and the host's own worker.
  bench: {
    config: 'vite.host.config.ts',
    modes: ['bench'],
    roots: ['core', 'electron/host', 'electron/workers', 'test/bench', 'test/support'],
    except: [],
    gives: ['main.js', 'memoryOfYear.js', 'simulationWorker.js'],
  },
};
const allRoots = ['core', 'electron', 'renderer', 'locales', 'test/bench', 'test/support'];
const sharedRoots = ['package-lock.json', 'vite.config.ts', 'vite.host.config.ts'];
/** All that is built for a user. */
export const allBundles = /** @type {BundleName[]} */ (['host', 'desktop', 'renderer']);

/** Builds those of the named bundles whose sources have changed since they were built; gives their names.
 * @param {readonly BundleName[]} [names]
 * @returns {Promise<readonly BundleName[]>}
 */
export async function ensureBuilt(names = allBundles) {
  if (staleAmong(names).stale.length === 0) return [];
  return withLock(
    inProject('dist', '.lock'),
    async () => {
      removeLeftovers();
      const { stale, files, built } = staleAmong(names);
      if (stale.length > 0) say(message('building', { bundles: stale.join(', ') }));
      const failures = [];
      for (const outcome of await Promise.allSettled(stale.map(buildBundle))) {
        if (outcome.status === 'fulfilled') built[outcome.value.name] = outcome.value.prints(files);
        else failures.push(outcome.reason);
      }
      writeStamps({ files, built });
      if (failures.length > 0) throw failures[0];
      return stale;
    },
    () => say(message('waiting')),
  );
}

/** @typedef {import('./fingerprint.mjs').KnownFiles} KnownFiles */
/** @typedef {{ files: KnownFiles, built: Partial<Record<BundleName, string>> }} Stamps */

/** @param {readonly BundleName[]} names */
function staleAmong(names) {
  const { files: known, built } = readStamps();
  const files = describeFiles(projectRoot, [...allRoots, ...sharedRoots], known);
  const stale = names.filter((name) => {
    const complete = bundles[name].gives.every((file) => existsSync(inProject('dist', name, file)));
    return !complete || built[name] !== bundlePrint(name, files);
  });
  return { stale, files, built };
}

/** @param {BundleName} name @param {KnownFiles} files */
function bundlePrint(name, files) {
  const { roots, except } = bundles[name];
  const below = (/** @type {string} */ path) => (/** @type {string} */ root) => path.startsWith(`${root}/`);
  return fingerprint(
    files,
    (path) => sharedRoots.includes(path) || (roots.some(below(path)) && !except.some(below(path))),
  );
}

/** @param {BundleName} name */
async function buildBundle(name) {
  const { config, modes } = bundles[name];
  const target = inProject('dist', name);
  const fresh = inProject('dist', `.fresh-${name}-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  for (const mode of modes) {
    const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
    const flags = [
      '--config',
      inProject(config),
      '--configLoader',
      'native',
      '--logLevel',
      'warn',
      '--mode',
      mode,
    ];
    const { code, output } = await runUnseen(
      node24() ?? process.execPath,
      [vite, 'build', ...flags, '--outDir', fresh, '--emptyOutDir', 'false'],
      { env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' } },
    );
    if (code !== 0) {
      rmSync(fresh, { recursive: true, force: true });
      throw new StartFailure(message('buildFailed', { bundle: name }), 1, withoutStack(output));
    }
  }
  const outgoing = inProject('dist', `.former-${name}-${process.pid}`);
  if (existsSync(target)) await renameWhenFree(target, outgoing);
  await renameWhenFree(fresh, target);
  rmSync(outgoing, { recursive: true, force: true });
  return { name, prints: (/** @type {KnownFiles} */ files) => bundlePrint(name, files) };
}

/** @param {string} output */
const withoutStack = (output) =>
  stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => !/^\s+at |\[Getter\/Setter\]|^\}$/.test(line))
    .join('\n');

/** Windows refuses to rename a folder while a scanner reads it; a moment later it does.
 * @param {string} from @param {string} to
 */
async function renameWhenFree(from, to) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(100);
    }
  }
}

/** What a start that was killed during its build left behind. */
function removeLeftovers() {
  for (const entry of readdirSync(inProject('dist'))) {
    if (/^\.(fresh|former)-/.test(entry)) rmSync(inProject('dist', entry), { recursive: true, force: true });
  }
}

/** @returns {Stamps} */
function readStamps() {
  try {
    return JSON.parse(readFileSync(inProject('dist', '.stamps.json'), 'utf8'));
  } catch {
    return { files: {}, built: {} };
  }
}

/** @param {Stamps} stamps */
function writeStamps(stamps) {
  const temporary = join(inProject('dist'), `.stamps-${process.pid}.json`);
  writeFileSync(temporary, JSON.stringify(stamps));
  renameSync(temporary, inProject('dist', '.stamps.json'));
}

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);
