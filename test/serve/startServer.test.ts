import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../electron/serve/server.ts';
import { notingHost } from './notedServer.ts';
import { createAssetsFolder, type StartedServer, startedServer } from './startedServer.ts';

const host = notingHost();

describe('startServer', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startedServer(host);
  });
  afterAll(() => server.stop());

  it('says that the port is taken', async () => {
    const { folder, remove } = createAssetsFolder();
    const outcome = await startServer({ host, assetsFolder: folder, port: server.port });
    expect(outcome).toEqual({ ok: false, failure: { code: 'portTaken', params: { port: server.port } } });
    remove();
  });

  it('H14: asks a program that has the port already for nothing, and tells it nothing', async () => {
    const heard: string[] = [];
    const fake = createTcpServer((socket) => {
      heard.push('connected');
      socket.on('data', (bytes) => heard.push(String(bytes)));
    });
    await new Promise<void>((settle) => fake.listen(0, '127.0.0.1', settle));
    const { port } = fake.address() as AddressInfo;
    const { folder, remove } = createAssetsFolder();
    const outcome = await startServer({ host, assetsFolder: folder, port });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'portTaken' } });
    expect(heard).toEqual([]);
    await new Promise((settle) => fake.close(settle));
    remove();
  });

  it('says that there is no page', async () => {
    const outcome = await startServer({ host, assetsFolder: '/nowhere/at/all' });
    expect(outcome).toEqual({ ok: false, failure: { code: 'pageMissing', params: {} } });
  });

  it('H7: starts where another program has the same port of ::1, and does without it', async () => {
    const port = await freePort();
    const other = createTcpServer();
    const isTaken = await new Promise((settle) => {
      other.once('error', () => settle(false));
      other.listen({ host: '::1', port, ipv6Only: true }, () => settle(true));
    });
    const { folder, remove } = createAssetsFolder();
    const started = await startServer({ host, assetsFolder: folder, port });
    expect(started.ok).toBe(true);
    if (started.ok) await started.value.close();
    if (isTaken) await new Promise((settle) => other.close(settle));
    remove();
  });

  it('asks for the language in the address', async () => {
    const { folder, remove } = createAssetsFolder();
    const started = await startServer({ host, assetsFolder: folder, language: 'fa' });
    if (!started.ok) throw new Error(started.failure.code);
    expect(started.value.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?lang=fa#[\w-]{43}$/);
    expect(started.value.openingUrl()).toMatch(/\/\?lang=fa#code=[\w-]{43}$/);
    expect((await fetch(started.value.url, { redirect: 'error' })).status).toBe(200);
    await started.value.close();
    remove();
  });

  it('closes every connection, the idle and the busy ones, and frees the port', async () => {
    const closing = await startedServer(host);
    const idle = connect({ port: closing.port, host: '127.0.0.1' });
    const slow = connect({ port: closing.port, host: '127.0.0.1' });
    slow.write('POST /api/x HTTP/1.1\r\n');
    await new Promise((settle) => slow.once('connect', settle));
    const ended = Promise.all(
      [idle, slow].map((socket) => new Promise((settle) => socket.once('close', settle))),
    );
    for (const socket of [idle, slow]) socket.on('error', () => {}).resume();
    await closing.stop();
    await ended;
    const again = createTcpServer();
    await new Promise<void>((settle) => again.listen(closing.port, '127.0.0.1', settle));
    await new Promise((settle) => again.close(settle));
  });
});

async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((settle) => probe.listen(0, '127.0.0.1', settle));
  const address = probe.address();
  await new Promise((settle) => probe.close(settle));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
