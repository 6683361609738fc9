import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../electron/serve/openBrowser.ts';

const url = 'http://127.0.0.1:4711/#code=abc';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saff-browsers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a program on the path that notes its arguments and ends with this code. */
function plant(name: string, code: number): void {
  writeFileSync(
    join(folder, name),
    `#!/bin/sh\necho "$@" > '${join(folder, `${name}.args`)}'\nexit ${code}\n`,
  );
  chmodSync(join(folder, name), 0o755);
}
const argsOf = (name: string): string | undefined => {
  const file = join(folder, `${name}.args`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};
const open = (env: NodeJS.ProcessEnv = { DISPLAY: ':9' }) =>
  openBrowser(url, { platform: 'linux', env: { ...env, PATH: folder } });

describe.skipIf(process.platform === 'win32')('openBrowser', () => {
  it('opens an installed browser as an application', async () => {
    plant('chromium', 0);
    plant('xdg-open', 0);
    expect(await open()).toEqual({ ok: true, value: 'application' });
    expect(argsOf('chromium')).toBe(`--app=${url}`);
    expect(argsOf('xdg-open')).toBeUndefined();
  });

  it('goes on to the next where one does not start', async () => {
    plant('chromium', 1);
    plant('microsoft-edge', 1);
    plant('xdg-open', 0);
    expect(await open({ WAYLAND_DISPLAY: 'wayland-0' })).toEqual({ ok: true, value: 'browser' });
    expect(argsOf('microsoft-edge')).toBe(`--app=${url}`);
    expect(argsOf('xdg-open')).toBe(url);
  });

  it('says that there is no browser', async () => {
    expect(await open()).toEqual({ ok: false, failure: 'noBrowser' });
    plant('xdg-open', 3);
    expect(await open()).toEqual({ ok: false, failure: 'noBrowser' });
  });

  it('opens nothing without a display', async () => {
    plant('chromium', 0);
    expect(await open({})).toEqual({ ok: false, failure: 'noDisplay' });
    await pause(50);
    expect(argsOf('chromium')).toBeUndefined();
  });

  it('takes a browser that goes on running for opened', async () => {
    writeFileSync(join(folder, 'chromium'), '#!/bin/sh\nexec /bin/sleep 3\n');
    chmodSync(join(folder, 'chromium'), 0o755);
    expect(await open()).toEqual({ ok: true, value: 'application' });
  });

  it('looks in no folder that is relative to the current one', async () => {
    plant('chromium', 0);
    const before = process.cwd();
    process.chdir(folder);
    const outcome = await openBrowser(url, { platform: 'linux', env: { DISPLAY: ':9', PATH: '.::bin' } });
    process.chdir(before);
    expect(outcome).toEqual({ ok: false, failure: 'noBrowser' });
    expect(argsOf('chromium')).toBeUndefined();
  });
});
