// One start at a time installs or builds. The lock is a file that its holder touches while it lives;
// one whose holder is dead, or that nobody has touched for half a minute, is taken over.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const touchEveryMs = 2_000;
const abandonedAfterMs = 30_000;
const lookAgainMs = 150;

/** Does the work while holding the lock; waits for another holder first.
 * @template T
 * @param {string} file @param {() => Promise<T>} work @param {() => void} [onWait]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true });
  const mark = `${process.pid} ${process.hrtime.bigint()}`;
  for (let waited = false; !tryTake(file, mark); ) {
    if (!waited) onWait();
    waited = true;
    await pause(lookAgainMs);
  }
  const touch = setInterval(() => touchFile(file), touchEveryMs);
  const release = () => {
    if (readOrEmpty(file) === mark) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    process.off('exit', release);
    release();
  }
}

/** @param {string} file @param {string} mark */
function tryTake(file, mark) {
  try {
    writeFileSync(file, mark, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const found = readOrEmpty(file);
  if (isAbandoned(file, found)) removeIfStill(file, found, mark);
  return false;
}

/** Two waiters may find the same dead holder: whoever moves a newer lock away by mistake puts it back.
 * @param {string} file @param {string} found @param {string} mark
 */
function removeIfStill(file, found, mark) {
  const aside = `${file}.${mark.replace(' ', '-')}`;
  try {
    renameSync(file, aside);
    if (readOrEmpty(aside) === found) rmSync(aside, { force: true });
    else renameSync(aside, file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
}

/** @param {string} file @param {string} found */
function isAbandoned(file, found) {
  const pid = Number.parseInt(found, 10);
  const untouchedMs = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return untouchedMs > abandonedAfterMs || (pid > 0 && !isAlive(pid));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} file */
function touchFile(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder may have been emptied by hand; the work goes on.
  }
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
