import { fork } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../electron/files/writeWhole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saff-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const parts = () => readdirSync(folder).filter((name) => name.endsWith('.saff-part'));

describe('writeWhole', () => {
  it('writes a new file, and another content in the place of an old one, whose rights stay', async () => {
    const path = join(folder, 'طرح من.saff');
    expect((await writeWhole(path, 'first')).ok).toBe(true);
    chmodSync(path, 0o640);
    expect((await writeWhole(path, Buffer.from('second'))).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('second');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(parts()).toEqual([]);
  });

  it('gives the system’s reason, and leaves what was there', async () => {
    const path = join(folder, 'kept.saff');
    writeFileSync(path, 'old');
    expect(await writeWhole(join(folder, 'absent', 'x.saff'), 'new')).toEqual({
      ok: false,
      failure: 'ENOENT',
    });
    mkdirSync(join(folder, 'folder.saff'));
    expect((await writeWhole(join(folder, 'folder.saff'), 'new')).ok).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(parts()).toEqual([]);
  });

  it('clears what a killed program left behind, and nothing else', async () => {
    const left = join(folder, '.plan.saff.0a1b2c3d4e5f.saff-part');
    const other = join(folder, '.other.saff.0a1b2c3d4e5f.saff-part');
    for (const name of [left, other]) writeFileSync(name, 'half');
    await writeWhole(join(folder, 'plan.saff'), 'whole');
    expect([existsSync(left), existsSync(other)]).toEqual([false, true]);
  });

  it('D8: killed at any moment, leaves the whole old content or the whole new one', async () => {
    const path = join(folder, 'killed.saff');
    const letters = new Set<string>();
    const length = 3_000_000;
    writeFileSync(path, 'a'.repeat(length));
    // Later and later: until contents have changed between kills, however slow the disk is.
    for (let kill = 0; kill < 8 || (letters.size < 2 && kill < 80); kill += 1) {
      const child = fork(fileURLToPath(new URL('./writingProcess.ts', import.meta.url)), [
        path,
        String(length),
      ]);
      await new Promise((settle) => child.once('message', settle));
      await new Promise((settle) => setTimeout(settle, kill * 7));
      const ended = new Promise((settle) => child.once('exit', settle));
      child.kill('SIGKILL');
      await ended;
      const content = readFileSync(path, 'utf8');
      expect(content.length).toBe(length);
      expect(content).toBe(content.charAt(0).repeat(length));
      letters.add(content.charAt(0));
    }
    await writeWhole(path, 'end');
    expect(parts()).toEqual([]);
    expect(letters.size).toBeGreaterThan(1);
  });
});
