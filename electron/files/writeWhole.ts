// Writes a file as a whole or not at all: beside its place, onto the disk, and then into its place in one step. Whoever looks
// finds the old content or the new one, even after a power cut; what a killed program left behind goes with the next writing.
import { randomBytes } from 'node:crypto';
import { chmod, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failed, ok, type Result } from '../../core/units/result.ts';

const ending = '.saff-part';
const beginningOf = (path: string): string => `.${basename(path)}.`;

/** The failure is the system's code, such as ENOSPC. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<Result<null, string>> {
  const folder = dirname(path);
  const beside = join(folder, `${beginningOf(path)}${randomBytes(6).toString('hex')}${ending}`);
  try {
    await removeLeftovers(path);
    const handle = await open(beside, 'wx', 0o666);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const before = await stat(path).catch(() => undefined);
    if (before?.isFile() === true) await chmod(beside, before.mode & 0o777);
    await rename(beside, path);
    await syncFolder(folder);
    return ok(null);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return failed(code);
  }
}

async function removeLeftovers(path: string): Promise<void> {
  const names = await readdir(dirname(path));
  const left = names.filter((name) => name.startsWith(beginningOf(path)) && name.endsWith(ending));
  await Promise.all(left.map((name) => rm(join(dirname(path), name), { force: true })));
}

/** Makes the name durable, too. Systems that cannot do that for a folder do it by themselves. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle === undefined) return;
  try {
    await handle.sync();
  } catch {
    // The content is on the disk; only the moment of its name is left to the system.
  } finally {
    await handle.close();
  }
}
