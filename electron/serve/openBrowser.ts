// Opens an address for the person at this machine: in an installed Chromium, Chrome or Edge as an application, or
// else in the default browser. Programs' arguments can be read by other users, so the address has to be one that is
// worth nothing afterwards (`openingUrl` of the server).
import { spawn } from 'node:child_process';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { installedBrowsers } from './installedBrowsers.ts';

/** A browser that ends this soon with a failure has shown nothing. */
const stillbornMs = 1_500;

export type Opened = 'application' | 'browser';
export type OpenFailure = 'noDisplay' | 'noBrowser';

export interface Surroundings {
  readonly platform?: NodeJS.Platform;
  readonly env?: NodeJS.ProcessEnv;
}

export async function openBrowser(
  url: string,
  around: Surroundings = {},
): Promise<Result<Opened, OpenFailure>> {
  const { platform = process.platform, env = process.env } = around;
  if (!hasDisplay(platform, env)) return failed('noDisplay');
  for (const browser of installedBrowsers(platform, env)) {
    if (await starts(browser, [`--app=${url}`], env)) return ok('application');
  }
  const [program, ...args] = defaultOpener(platform);
  if (await starts(program, [...args, url], env)) return ok('browser');
  return failed('noBrowser');
}

function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function defaultOpener(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  // Not `cmd /c start`: a shell would read the address.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

/** Starts a program on its own and gives whether it went on, or ended without complaint. */
function starts(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((settle) => {
    const child = spawn(program, args, { env, stdio: 'ignore', detached: true });
    const alive = setTimeout(() => settle(true), stillbornMs);
    const done = (started: boolean): void => {
      clearTimeout(alive);
      settle(started);
    };
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
    child.unref();
  });
}
