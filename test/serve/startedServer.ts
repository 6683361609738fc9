// A real server over a real host for tests, with a small page of its own, and the ways to talk to it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../electron/host/createHost.ts';
import type { ErrorLog } from '../../electron/host/errorLog.ts';
import { type RunningServer, startServer } from '../../electron/serve/server.ts';

export const pageText = '<!doctype html><html><head><title>Saff</title></head><body>page</body></html>';

/** A folder with a page, a fingerprinted asset, and beside the folder a file that nobody may read. */
export function createAssetsFolder(page = pageText): { folder: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'saff-page-'));
  const folder = join(root, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'assets', 'index-B3xk9_aQ.js'), 'export const shown = true;');
  writeFileSync(join(root, 'private.txt'), 'outside');
  return { folder, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export interface StartedServer extends RunningServer {
  readonly secret: string;
  readonly stop: () => Promise<void>;
}

export async function startedServer(
  host: Host,
  options: { page?: string; log?: ErrorLog } = {},
): Promise<StartedServer> {
  const { folder, remove } = createAssetsFolder(options.page);
  const started = await startServer({ host, assetsFolder: folder, ...(options.log && { log: options.log }) });
  if (!started.ok) throw new Error(started.failure.code);
  const server = started.value;
  const stop = async (): Promise<void> => {
    await server.close();
    await host.close();
    remove();
  };
  return { ...server, secret: new URL(server.url).hash.slice(1), stop };
}

/** Sends these very bytes, and gives all that comes back until the connection ends. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((settle) => {
    let answer = '';
    const socket = connect({ port, host: '127.0.0.1' });
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => settle(answer));
    socket.on('close', () => settle(answer));
    socket.write(text, 'latin1');
  });
}

/** A request line with headers, each `[name, value]`; the connection ends with the answer. */
export const rawRequest = (
  start: string,
  headers: readonly (readonly [string, string])[],
  body = '',
): string =>
  [
    `${start} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
    '',
    body,
  ].join('\r\n');

/** The number in the first line of an answer; undefined where none came. */
export const statusOf = (answer: string): number | undefined => {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1];
  return status === undefined ? undefined : Number(status);
};
