import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planLimitBytes, readPlanFile } from '../../electron/files/readPlanFile.ts';
import { fakeHost } from '../cli/fakeHost.ts';
import { run } from '../cli/testIo.ts';
import { shopResult } from '../report/shopResult.ts';

const folder = mkdtempSync(join(tmpdir(), 'saff-plan-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const onPosix = it.skipIf(process.platform === 'win32');

const codeOf = async (path: string): Promise<string> => {
  const read = await readPlanFile(path);
  return read.ok ? 'read' : read.failure.code;
};

describe('readPlanFile', () => {
  it('reads a file, without its byte order mark', async () => {
    expect(await readPlanFile(file('plan.json', '\uFEFF{"صف": 1}'))).toEqual({
      ok: true,
      value: '{"صف": 1}',
    });
  });

  it('reads a file through a link', async () => {
    const link = join(folder, 'link.json');
    symlinkSync(file('linked.json', '{}'), link);
    expect(await codeOf(link)).toBe('read');
  });

  it('refuses what is missing', async () => {
    expect(await codeOf(join(folder, 'nothing.json'))).toBe('planFileMissing');
    expect(await codeOf(join(file('a.json', '{}'), 'below'))).toBe('planFileMissing');
    expect(await codeOf('a\u0000b')).toBe('planFileMissing');
  });

  it('refuses a folder', async () => {
    expect(await codeOf(folder)).toBe('planNotAFile');
  });

  onPosix('refuses devices and pipes at once', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await codeOf(pipe)).toBe('planNotAFile');
    expect(await codeOf('/dev/zero')).toBe('planNotAFile');
  });

  onPosix('refuses links that lead round in a circle', async () => {
    symlinkSync(join(folder, 'two'), join(folder, 'one'));
    symlinkSync(join(folder, 'one'), join(folder, 'two'));
    expect(await codeOf(join(folder, 'one'))).toBe('planLinkLoop');
  });

  it('refuses what is larger than the limit', async () => {
    const path = file('large.json', '');
    truncateSync(path, planLimitBytes + 1);
    expect(await codeOf(path)).toBe('planFileTooLarge');
    truncateSync(path, planLimitBytes);
    expect(await codeOf(path)).toBe('read');
  });

  it('refuses what is no UTF-8', async () => {
    expect(await codeOf(file('windows-1256.json', new Uint8Array([0x7b, 0xd5, 0xdd, 0x7d])))).toBe(
      'planNotText',
    );
  });
});

describe('a plan file that cannot be read', () => {
  it.each([
    ['planNotAFile', folder],
    ['planFileMissing', join(folder, 'nothing.json')],
  ])('ends with 1, the code %s and the path', async (code, path) => {
    const {
      code: exit,
      out,
      err,
    } = await run(['check', path], { openHost: fakeHost(shopResult), columns: 110 });
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain(code);
    expect(err.replace(/\s+/g, '')).toContain(path);
  });

  it('may have the name of a sample when it is given with its folder', async () => {
    const path = file('online-shop', '{}');
    const { err } = await run(['check', path], { openHost: fakeHost(shopResult) });
    expect(err).toContain('notAPlan');
  });
});
