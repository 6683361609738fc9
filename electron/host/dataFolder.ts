// Where a person's plans lie: one place for the window, the browser and the terminal.
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** `SAFF_DATA` where it is set, else the place that the system keeps for data of programs. */
export function dataFolder(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const asked = env['SAFF_DATA'];
  if (asked) return resolve(asked);
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Saff');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Saff');
  const shared = env['XDG_DATA_HOME'];
  // The standard says that a path that is not absolute is to be ignored.
  return join(shared && isAbsolute(shared) ? shared : join(home, '.local', 'share'), 'saff');
}
