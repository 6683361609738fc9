// `saff serve` as a person starts it: the built program in a process of its own, over a library of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '../../core/contract/client.ts';
import { createLoopbackTransport } from '../../renderer/client/loopbackTransport.ts';

const program = fileURLToPath(new URL('../../dist/host/main.js', import.meta.url));
const pageBytes = 4096;
const megabyte = 1024 * 1024;

export interface ServedProgram {
  readonly child: ChildProcess;
  readonly processId: number;
  readonly folder: string;
  readonly port: number;
  readonly secret: string;
  readonly address: string;
  readonly client: Client;
  /** All that it has written, to both outputs. */
  readonly said: () => string;
  readonly children: () => readonly number[];
  /** Memory of the program itself, and of it with all its processes. */
  readonly usedMegabytes: () => { readonly own: number; readonly all: number };
  readonly openFiles: () => number;
  readonly logMegabytes: () => number;
  readonly stop: () => Promise<void>;
}

/** What this reads of the system is there on Linux only. */
export const canBeWatched = process.platform === 'linux';

export async function startServedProgram(
  options: {
    readonly under?: readonly string[];
    readonly folder?: string;
    readonly inspected?: boolean;
  } = {},
): Promise<ServedProgram> {
  if (!existsSync(program)) throw new Error('the program is not built: npm run build');
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'saff-served-'));
  const [command = '', ...words] = [
    ...(options.under ?? []),
    process.execPath,
    ...(options.inspected === true ? ['--inspect=127.0.0.1:0'] : []),
    program,
    'serve',
    '--no-open',
  ];
  const child = spawn(command, words, {
    env: { ...process.env, SAFF_DATA: folder, NODE_OPTIONS: '', SAFF_DEBUG: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const collect = (text: string): void => {
    said += text;
  };
  child.stderr.setEncoding('utf8').on('data', collect);
  const gone = new Promise<void>((settle) => child.once('close', () => settle()));
  const url = await new Promise<URL>((settle, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      collect(text);
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*#\S+/.exec(said);
      if (found !== null) settle(new URL(found[0]));
    });
    void gone.then(() => reject(new Error(`ended before it served:\n${said}`)));
  });
  const secret = url.hash.slice(1);
  const address = `${url.origin}/`;
  // A tracer runs the program as its child.
  const processId =
    (options.under?.length ?? 0) > 0 ? (childrenOf(child.pid ?? 0)[0] ?? child.pid ?? 0) : (child.pid ?? 0);
  const children = (): readonly number[] => childrenOf(processId);
  return {
    child,
    processId,
    folder,
    port: Number(url.port),
    secret,
    address,
    client: createClient(
      createLoopbackTransport(secret, (path, init) => fetch(new URL(path, address), init)),
    ),
    said: () => said,
    children,
    usedMegabytes: () => {
      const own = residentMegabytes(processId);
      return { own, all: own + children().reduce((sum, id) => sum + residentMegabytes(id), 0) };
    },
    openFiles: () => readdirSync(`/proc/${processId}/fd`).length,
    logMegabytes: () =>
      (statSync(join(folder, 'library.db-wal'), { throwIfNoEntry: false })?.size ?? 0) / megabyte,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function childrenOf(processId: number): readonly number[] {
  const tasks = `/proc/${processId}/task`;
  if (!existsSync(tasks)) return [];
  return readdirSync(tasks).flatMap((task) => {
    try {
      return readFileSync(`${tasks}/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  });
}

function residentMegabytes(processId: number): number {
  try {
    return (Number(readFileSync(`/proc/${processId}/statm`, 'utf8').split(' ')[1]) * pageBytes) / megabyte;
  } catch {
    return 0;
  }
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
