// D8: a file that is saved elsewhere, its writer killed at every call that it makes to the system.
// One command: npm run test:long -- test/files/writeWhole
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../electron/files/writeWhole.ts';
import { hasTracer, killedAt } from '../store/tracer.ts';

const writer = fileURLToPath(new URL('./writingProcess.ts', import.meta.url));
const length = 200_000;
const mostCalls = 2000;

describe('a file that is saved elsewhere', () => {
  it
    .skipIf(!hasTracer)
    .each([['openat'], ['write'], ['fsync'], ['chmod'], ['rename'], ['unlink'], ['close']])(
    'D8: holds the whole old content or the whole new one, killed at every %s',
    async (call) => {
      const folder = mkdtempSync(join(tmpdir(), 'saff-killed-file-'));
      const path = join(folder, 'plan.saff');
      const found = new Set<string>();
      let kills = 0;
      for (let count = 1; ; count += 1) {
        if (count > mostCalls) throw new Error('the writer never ended');
        writeFileSync(path, 'a'.repeat(length));
        const [command = '', ...words] = [
          ...killedAt(call, count),
          process.execPath,
          writer,
          path,
          `${length}`,
          '2',
        ];
        const { status } = spawnSync(command, words, {
          env: { ...process.env, NODE_OPTIONS: '', UV_THREADPOOL_SIZE: '1' },
        });
        const content = readFileSync(path, 'utf8');
        expect(content, `${call} ${count}`).toBe(content.charAt(0).repeat(length));
        found.add(content.charAt(0));
        await writeWhole(path, 'next');
        expect(readdirSync(folder), `${call} ${count}`).toEqual(['plan.saff']);
        if (status === 0) break;
        kills += 1;
      }
      rmSync(folder, { recursive: true });
      console.log(`D8 ${call}: killed at ${kills} calls; contents found ${[...found].sort().join(' ')}`);
      // Unkilled it comes to its last content.
      expect(found.has('c')).toBe(true);
    },
  );

  it('says so where there is no tracer', () => {
    if (!hasTracer) console.log('D8 of files did not run: there is no strace here');
    expect(typeof hasTracer).toBe('boolean');
  });
});
