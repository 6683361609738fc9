// What a bundle is made of, as one hash. A file is read again only when its size or time has changed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @typedef {Record<string, [size: number, mtimeMs: number, hash: string]>} KnownFiles */

/** The files below the given roots, each with its hash; roots that do not exist are left out.
 * @param {string} base folder that the paths are relative to
 * @param {readonly string[]} roots
 * @param {KnownFiles} known what was found the last time
 * @returns {KnownFiles}
 */
export function describeFiles(base, roots, known) {
  /** @type {KnownFiles} */
  const described = {};
  for (const root of roots) {
    for (const file of filesBelow(join(base, root))) {
      const path = relative(base, file).split(sep).join('/');
      const { size, mtimeMs } = statSync(file);
      const before = known[path];
      const unchanged = before !== undefined && before[0] === size && before[1] === mtimeMs;
      described[path] = unchanged ? before : [size, mtimeMs, hashOf(readFileSync(file))];
    }
  }
  return described;
}

/** One hash over the files whose path passes the filter; times do not count.
 * @param {KnownFiles} files @param {(path: string) => boolean} counts
 */
export function fingerprint(files, counts) {
  const paths = Object.keys(files).filter(counts).sort();
  return hashOf(paths.map((path) => `${path} ${files[path]?.[2]}\n`).join(''));
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name.endsWith('.md')) return [];
    if (entry.isDirectory()) return filesBelow(join(path, entry.name));
    return entry.isFile() ? [join(path, entry.name)] : [];
  });
}

/** @param {string | Buffer} content */
const hashOf = (content) => createHash('sha1').update(content).digest('hex');
