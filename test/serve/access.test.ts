import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignHosts } from './foreignHosts.ts';
import { json, type NotedServer, notingHost, openNotedServer } from './notedServer.ts';
import { sendRaw, startedServer, statusOf } from './startedServer.ts';

let server: NotedServer;
beforeAll(async () => {
  server = await openNotedServer();
});
afterAll(() => server.stop());

describe('who may ask the loopback server', () => {
  it.runIf(process.platform === 'linux')('H1: listens on 127.0.0.1 and ::1 only', () => {
    const ipv4 = listeningAddresses('/proc/net/tcp');
    const ipv6 = listeningAddresses('/proc/net/tcp6');
    expect(ipv4).toEqual(['0100007F']);
    expect(ipv6.filter((address) => address !== '00000000000000000000000001000000')).toEqual([]);
  });

  it('H1: takes another port each time', async () => {
    const second = await startedServer(notingHost());
    expect(second.port).not.toBe(server.port);
    await second.stop();
  });

  it('H1: refuses connections to the other addresses of this machine', async () => {
    const others = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    const foreign = others
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map((entry) => entry.address);
    for (const address of [...foreign, '127.0.0.2']) {
      const outcome = await new Promise((settle) => {
        const socket = connect({ host: address, port: server.port });
        socket.once('connect', () => settle('connected'));
        socket.once('error', ({ code }: NodeJS.ErrnoException) => settle(code));
      });
      expect(outcome).not.toBe('connected');
    }
  });

  it('H2: refuses the API without secret, with a wrong one, and with one of another length', async () => {
    const before = server.reached.length;
    const wrong = `${server.secret.startsWith('A') ? 'B' : 'A'}${server.secret.slice(1)}`;
    for (const value of [
      undefined,
      '',
      wrong,
      server.secret.slice(1),
      `${server.secret}A`,
      'A'.repeat(10_000),
      'é\xff',
    ]) {
      const headers = value === undefined ? [json] : [json, ['X-Saff-Secret', value] as const];
      expect(statusOf(await server.post(headers))).toBe(401);
      expect(statusOf(await server.ask('GET /api/app.describe', headers))).toBe(401);
      expect(statusOf(await server.ask('OPTIONS /api/app.describe', headers))).toBe(401);
      expect(statusOf(await server.ask('GET /api', headers))).toBe(401);
      expect(statusOf(await server.post(headers, '{}', '/api/anything/else'))).toBe(401);
    }
    expect(statusOf(await server.post([json, server.secretHeader, server.secretHeader]))).toBe(401);
    expect(
      statusOf(
        await server.ask('GET /api/x', [
          ['Connection', 'Upgrade'],
          ['Upgrade', 'websocket'],
        ]),
      ),
    ).toBe(401);
    expect(statusOf(await server.ask('OPTIONS /api/session', []))).toBe(401);
    expect(server.reached).toHaveLength(before);
    expect(server.logged).toEqual([]);
  });

  it('H3: refuses foreign hosts before it looks at anything else', async () => {
    const { port } = server;
    const hosts = foreignHosts(port);
    for (const name of hosts) {
      for (const start of [
        'GET /',
        'POST /api/app.describe',
        'GET /assets/index-B3xk9_aQ.js',
        'OPTIONS /api/x',
      ]) {
        const answer = await server.askAs(start, [['Host', name], json, server.secretHeader]);
        expect(statusOf(answer)).toBe(403);
        expect(answer).not.toContain('shown');
      }
    }
    expect(statusOf(await server.askAs('GET /', []))).toBe(403);
    expect(statusOf(await server.ask('GET /', [['Host', 'evil.test']]))).toBe(403);
    expect(statusOf(await sendRaw(port, 'GET / HTTP/1.0\r\n\r\n'))).toBe(403);
    expect(statusOf(await server.askAs(`GET http://evil.test/`, [['Host', 'evil.test']]))).toBe(403);
    expect(statusOf(await server.askAs('GET /', [['Host', `localhost:${port}`]]))).toBe(200);
  });

  it('H5: refuses foreign origins, and requests that the browser says another site made', async () => {
    const before = server.reached.length;
    for (const origin of [
      'null',
      `http://${server.authority}.evil.test`,
      `http://127.0.0.1:${server.port + 1}`,
      'http://evil.test',
    ]) {
      expect(statusOf(await server.post([json, server.secretHeader, ['Origin', origin]]))).toBe(403);
      expect(statusOf(await server.ask('GET /', [['Origin', origin]]))).toBe(403);
    }
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect(statusOf(await server.post([json, server.secretHeader, ['Sec-Fetch-Site', site]]))).toBe(403);
    }
    expect(server.reached).toHaveLength(before);
    const good: (readonly [string, string])[] = [
      ['Origin', `http://${server.authority}`],
      ['Sec-Fetch-Site', 'same-origin'],
    ];
    expect(statusOf(await server.post([json, server.secretHeader, ...good]))).toBe(200);
  });

  it('H6: takes no body that a form of another site could send', async () => {
    const before = server.reached.length;
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
    ]) {
      expect(statusOf(await server.post([['Content-Type', type], server.secretHeader]))).toBe(415);
    }
    expect(statusOf(await server.post([server.secretHeader]))).toBe(415);
    expect(statusOf(await server.post([json, ['Content-Type', 'text/plain'], server.secretHeader]))).toBe(
      415,
    );
    expect(server.reached).toHaveLength(before);
  });

  it('H7, H10: sets no cookie and lets no other origin in', async () => {
    for (const headers of [
      [json, server.secretHeader],
      [json],
      [json, server.secretHeader, ['Origin', 'null'] as const],
    ]) {
      expect(await server.post([...headers])).not.toMatch(/\r\n(set-cookie|access-control-[\w-]+):/i);
    }
    expect(await server.ask('OPTIONS /api/x', [['Access-Control-Request-Method', 'POST']])).not.toMatch(
      /access-control/i,
    );
  });

  it('H8: says the secret in no answer', async () => {
    const answers = await Promise.all([
      server.post([json, server.secretHeader]),
      server.post([json, server.secretHeader], 'no JSON'),
      server.post([json, server.secretHeader], '{}', `/api/${server.secret}`),
      server.ask(`GET /${server.secret}`, []),
      server.ask('GET /', [server.secretHeader]),
    ]);
    for (const answer of answers) expect(answer).not.toContain(server.secret);
  });

  it('H8: exchanges the code of the opening address once', async () => {
    const opening = new URL(server.openingUrl());
    expect(opening.href).not.toContain(server.secret);
    const code = /^#code=([\w-]+)$/.exec(opening.hash)?.[1] ?? '';
    const exchange = () => server.post([json], JSON.stringify({ code }), '/api/session');
    const answer = await exchange();
    expect(statusOf(answer)).toBe(200);
    const fresh = (JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as { value: { secret: string } }).value
      .secret;
    expect(statusOf(await server.post([json, ['X-Saff-Secret', fresh]]))).toBe(200);
    expect(statusOf(await exchange())).toBe(401);
    expect(statusOf(await server.post([json, ['X-Saff-Secret', fresh]]))).toBe(401);
    expect(statusOf(await server.post([json, server.secretHeader]))).toBe(200);
    for (const body of ['{}', '[]', 'null', '{"code":5}', '{"code":""}', '"x"']) {
      expect(statusOf(await server.post([json], body, '/api/session'))).toBe(401);
    }
  });
});

/** The local addresses, as the kernel writes them, on which someone listens on the server's port. */
function listeningAddresses(table: string): string[] {
  const listening = '0A';
  const port = server.port.toString(16).toUpperCase().padStart(4, '0');
  const rows = existsSync(table) ? readFileSync(table, 'utf8').split('\n').slice(1) : [];
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, , state]) => state === listening && local?.endsWith(`:${port}`))
    .map(([, local = '']) => local.slice(0, -5));
}
