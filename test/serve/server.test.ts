import { existsSync, readFileSync } from 'node:fs';
import { createServer as createTcpServer, connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../../electron/host/createHost.ts';
import { startServer } from '../../electron/serve/server.ts';
import { createAssetsFolder, pageText, rawRequest, sendRaw, startedServer, type StartedServer, statusOf } from './startedServer.ts';

/** A host that only notes what reached it. */
const reached: [string, unknown][] = [];
const host: Host = {
  handle: async (method, input) => {
    reached.push([method, input]);
    if (method === 'explode') throw new Error('planted');
    return { ok: true, value: 'answered' };
  },
  close: async () => {},
};
const logged: unknown[] = [];

let server: StartedServer;
let authority: string;
beforeAll(async () => {
  server = await startedServer(host, { log: (_id, error) => logged.push(error) });
  authority = `127.0.0.1:${server.port}`;
});
afterAll(() => server.stop());

const json = ['Content-Type', 'application/json'] as const;
const secret = () => ['X-Saff-Secret', server.secret] as const;
const ask = async (start: string, headers: (readonly [string, string])[], body = '', ownHost = true) => {
  const length = body === '' ? [] : ([['Content-Length', String(Buffer.byteLength(body))]] as const);
  const named = ownHost ? ([['Host', authority]] as const) : [];
  return sendRaw(server.port, rawRequest(start, [...named, ...headers, ...length], body));
};
const post = (headers: (readonly [string, string])[], body = '{}', path = '/api/app.describe') =>
  ask(`POST ${path}`, headers, body);

describe('the loopback server', () => {
  it('answers a good request', async () => {
    const answer = await post([json, secret()], '{"a":1}');
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain('{"ok":true,"value":"answered"}');
    expect(reached.at(-1)).toEqual(['app.describe', { a: 1 }]);
  });

  it('answers the printed address with the page at once, without redirect and without secret', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
    const response = await fetch(server.url, { redirect: 'error' });
    const text = await response.text();
    expect(response.status).toBe(200);
    const nonce = /<meta property="csp-nonce" nonce="([\w-]+)">/.exec(text)?.[1] ?? '';
    expect(text.replace(/<meta.*?>/, '')).toBe(pageText);
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(text).not.toContain(server.secret);
  });

  it('gives each page its own nonce', async () => {
    const [one, other] = await Promise.all([fetch(server.address), fetch(server.address)]);
    expect(one?.headers.get('content-security-policy')).not.toBe(other?.headers.get('content-security-policy'));
  });

  it('answers HEAD with the headers of GET, and other methods on a page not at all', async () => {
    const head = await ask('HEAD /', []);
    expect(statusOf(head)).toBe(200);
    expect(head.split('\r\n\r\n')[1]).toBe('');
    expect(statusOf(await ask('PUT /', []))).toBe(405);
    expect(statusOf(await ask('TRACE /', []))).toBe(405);
    expect(statusOf(await ask('OPTIONS *', []))).toBe(405);
  });

  it.runIf(process.platform === 'linux')('H1: listens on 127.0.0.1 and ::1 only', () => {
    const ipv4 = listeningAddresses('/proc/net/tcp');
    const ipv6 = listeningAddresses('/proc/net/tcp6');
    expect(ipv4).toEqual(['0100007F']);
    expect(ipv6.filter((address) => address !== '00000000000000000000000001000000')).toEqual([]);
  });

  it('H1: takes another port each time', async () => {
    const second = await startedServer(host);
    expect(second.port).not.toBe(server.port);
    await second.stop();
  });

  it('H1: refuses connections to the other addresses of this machine', async () => {
    const others = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    const foreign = others.filter(({ internal, family }) => !internal && family === 'IPv4').map((entry) => entry.address);
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
    const before = reached.length;
    const wrong = `${server.secret.startsWith('A') ? 'B' : 'A'}${server.secret.slice(1)}`;
    for (const value of [undefined, '', wrong, server.secret.slice(1), `${server.secret}A`, 'A'.repeat(10_000), 'é\xff']) {
      const headers = value === undefined ? [json] : [json, ['X-Saff-Secret', value] as const];
      expect(statusOf(await post(headers))).toBe(401);
      expect(statusOf(await ask('GET /api/app.describe', headers))).toBe(401);
      expect(statusOf(await ask('OPTIONS /api/app.describe', headers))).toBe(401);
      expect(statusOf(await ask('GET /api', headers))).toBe(401);
      expect(statusOf(await post(headers, '{}', '/api/anything/else'))).toBe(401);
    }
    expect(statusOf(await post([json, secret(), secret()]))).toBe(401);
    expect(statusOf(await ask('GET /api/x', [['Connection', 'Upgrade'], ['Upgrade', 'websocket']]))).toBe(401);
    expect(statusOf(await ask('OPTIONS /api/session', []))).toBe(401);
    expect(reached).toHaveLength(before);
    expect(logged).toEqual([]);
  });

  it('H3: refuses foreign hosts before it looks at anything else', async () => {
    const { port } = server;
    const hosts = ['evil.test', `0.0.0.0:${port}`, `127.0.0.1.evil.com:${port}`, `127.0.0.1.:${port}`, `2130706433:${port}`];
    hosts.push(`127.0.0.1:${port + 1}`, '127.0.0.1', 'localhost', '');
    for (const name of hosts) {
      for (const start of ['GET /', 'POST /api/app.describe', 'GET /assets/index-B3xk9_aQ.js', 'OPTIONS /api/x']) {
        const answer = await ask(start, [['Host', name], json, secret()], '', false);
        expect(statusOf(answer)).toBe(403);
        expect(answer).not.toContain('shown');
      }
    }
    expect(statusOf(await ask('GET /', [], '', false))).toBe(403);
    expect(statusOf(await ask('GET /', [['Host', 'evil.test']]))).toBe(403);
    expect(statusOf(await sendRaw(port, 'GET / HTTP/1.0\r\n\r\n'))).toBe(403);
    expect(statusOf(await ask(`GET http://evil.test/`, [['Host', 'evil.test']], '', false))).toBe(403);
    expect(statusOf(await ask('GET /', [['Host', `localhost:${port}`]], '', false))).toBe(200);
  });

  it('H5: refuses foreign origins, and requests that the browser says another site made', async () => {
    const before = reached.length;
    for (const origin of ['null', `http://${authority}.evil.test`, `http://127.0.0.1:${server.port + 1}`, 'http://evil.test']) {
      expect(statusOf(await post([json, secret(), ['Origin', origin]]))).toBe(403);
      expect(statusOf(await ask('GET /', [['Origin', origin]]))).toBe(403);
    }
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect(statusOf(await post([json, secret(), ['Sec-Fetch-Site', site]]))).toBe(403);
    }
    expect(reached).toHaveLength(before);
    const good: (readonly [string, string])[] = [['Origin', `http://${authority}`], ['Sec-Fetch-Site', 'same-origin']];
    expect(statusOf(await post([json, secret(), ...good]))).toBe(200);
  });

  it('H6: takes no body that a form of another site could send', async () => {
    const before = reached.length;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx']) {
      expect(statusOf(await post([['Content-Type', type], secret()]))).toBe(415);
    }
    expect(statusOf(await post([secret()]))).toBe(415);
    expect(statusOf(await post([json, ['Content-Type', 'text/plain'], secret()]))).toBe(415);
    expect(reached).toHaveLength(before);
  });

  it('H7, H10: sets no cookie and lets no other origin in', async () => {
    for (const headers of [[json, secret()], [json], [json, secret(), ['Origin', 'null'] as const]]) {
      expect(await post([...headers])).not.toMatch(/\r\n(set-cookie|access-control-[\w-]+):/i);
    }
    expect(await ask('OPTIONS /api/x', [['Access-Control-Request-Method', 'POST']])).not.toMatch(/access-control/i);
  });

  it('H8: says the secret in no answer', async () => {
    const answers = await Promise.all([
      post([json, secret()]),
      post([json, secret()], 'no JSON'),
      post([json, secret()], '{}', `/api/${server.secret}`),
      ask(`GET /${server.secret}`, []),
      ask('GET /', [secret()]),
    ]);
    for (const answer of answers) expect(answer).not.toContain(server.secret);
  });

  it('H8: exchanges the code of the opening address once', async () => {
    const opening = new URL(server.openingUrl());
    expect(opening.href).not.toContain(server.secret);
    const code = /^#code=([\w-]+)$/.exec(opening.hash)?.[1] ?? '';
    const exchange = () => post([json], JSON.stringify({ code }), '/api/session');
    const answer = await exchange();
    expect(statusOf(answer)).toBe(200);
    const fresh = (JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as { value: { secret: string } }).value.secret;
    expect(statusOf(await post([json, ['X-Saff-Secret', fresh]]))).toBe(200);
    expect(statusOf(await exchange())).toBe(401);
    expect(statusOf(await post([json, ['X-Saff-Secret', fresh]]))).toBe(401);
    expect(statusOf(await post([json, secret()]))).toBe(200);
    for (const body of ['{}', '[]', 'null', '{"code":5}', '{"code":""}', '"x"']) {
      expect(statusOf(await post([json], body, '/api/session'))).toBe(401);
    }
  });

  it.each([
    '/../private.txt',
    '/assets/../../private.txt',
    '/..%2fprivate.txt',
    '/%2e%2e/private.txt',
    '/%2e%2e%2fprivate.txt',
    '/%252e%252e%252fprivate.txt',
    '/..\\private.txt',
    '/..%5cprivate.txt',
    '/assets/..%5c..%5cprivate.txt',
    '/....//private.txt',
    '//private.txt',
    '/./index.html',
    '/index.html%00.js',
    '/index.html::$DATA',
    '/INDEX.HTML',
    '/INDEX~1.HTM',
    '/assets/',
    '/assets',
    '/assets/index-B3xk9_aQ.js/',
    '/assets/index-B3xk9_aQ.js%00',
    '/private.txt',
    '/etc/passwd',
    '/%2fetc%2fpasswd',
    '/file:///etc/passwd',
    '/@fs/etc/passwd?raw',
    '/%c0%ae%c0%ae/private.txt',
    '/\u{ff0e}\u{ff0e}/private.txt',
    '/api/../private.txt',
  ])('H11: gives nothing from outside for %s', async (path) => {
    const answer = await ask(`GET ${Buffer.from(path).toString('latin1')}`, []);
    expect([400, 401, 403, 404]).toContain(statusOf(answer));
    const body = answer.split('\r\n\r\n')[1] ?? '';
    expect(body).not.toMatch(/outside|root:|shown/);
  });

  it('H12: protects every answer, the refusals and the broken ones too', async () => {
    const answers = {
      page: await ask('GET /', []),
      asset: await ask('GET /assets/index-B3xk9_aQ.js', []),
      data: await post([json, secret()]),
      absent: await ask('GET /absent', []),
      unauthorised: await post([json]),
      foreign: await ask('GET /', [['Host', 'evil.test']], '', false),
      wrongMethod: await ask('DELETE /', []),
      wrongType: await post([secret()]),
      notJson: await post([json, secret()], '{'),
      broken: await sendRaw(server.port, 'nonsense\r\n\r\n'),
      longHeaders: await ask('GET /', [['X-Long', 'x'.repeat(20_000)]]),
      unexpected: await ask('POST /api/app.describe', [json, secret(), ['Expect', 'tea']], '{}'),
    };
    for (const [name, answer] of Object.entries(answers)) {
      const headers = answer.split('\r\n\r\n')[0]?.toLowerCase() ?? '';
      expect(headers, name).toMatch(/content-security-policy: default-src 'none'; script-src 'self'; /);
      expect(headers, name).toContain("frame-ancestors 'none'");
      expect(headers, name).not.toMatch(/unsafe-inline|unsafe-eval/);
      expect(headers, name).toContain('x-content-type-options: nosniff');
      expect(headers, name).toContain('cross-origin-resource-policy: same-origin');
      expect(headers, name).toContain('cross-origin-opener-policy: same-origin');
      expect(headers, name).toContain('referrer-policy: no-referrer');
      const kept = name === 'asset' ? 'public, max-age=31536000, immutable' : 'no-store';
      expect(headers, name).toContain(`cache-control: ${kept}`);
    }
    expect(Object.values(answers).map(statusOf)).toEqual([200, 200, 200, 404, 401, 403, 405, 415, 400, 400, 431, 200]);
  });

  it('takes JSON in UTF-8 only, and fails with a value on everything else', async () => {
    for (const body of ['', '{', '\xff', 'NaN']) {
      const length = ['Content-Length', String(body.length)] as const;
      const headers = [['Host', authority] as const, json, secret(), length];
      const answer = await sendRaw(server.port, rawRequest('POST /api/x', headers, body));
      expect(statusOf(answer)).toBe(400);
      expect(answer).toContain('"code":"invalidInput"');
    }
  });

  it('answers a bug of the host with an id, and logs it under that id', async () => {
    const answer = await post([json, secret()], '{}', '/api/explode');
    expect(statusOf(answer)).toBe(500);
    expect(answer).toMatch(/"code":"internal","params":\{"errorId":"[0-9a-f]{12}"\}/);
    expect(answer).not.toContain('planted');
    expect(String(logged.splice(0))).toContain('planted');
  });

  it('H13: refuses a body that is too large, declared or not, without reading it', async () => {
    const before = reached.length;
    const start = [['Host', authority] as const, json, secret()];
    const declared = rawRequest('POST /api/x', [...start, ['Content-Length', '1000000000']]);
    expect(statusOf(await sendRaw(server.port, declared))).toBe(413);
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    const endless = rawRequest('POST /api/x', [...start, ['Transfer-Encoding', 'chunked']], chunk.repeat(45));
    expect(statusOf(await sendRaw(server.port, endless))).toBe(413);
    const unknown = rawRequest('POST /api/x', [start[0] ?? json, json, ['Content-Length', '1000000000']]);
    expect(statusOf(await sendRaw(server.port, unknown))).toBe(401);
    expect(reached).toHaveLength(before);
  });

  it('H13: says 408 to a client that does not finish its headers', async () => {
    const answer = await sendRaw(server.port, `GET / HTTP/1.1\r\nHost: ${authority}\r\nX-Slow`);
    expect(statusOf(answer)).toBe(408);
  });

  it('H13: serves a good client while 400 idle connections are open', async () => {
    const idle: Socket[] = [];
    for (let count = 0; count < 400; count++) {
      const socket = connect({ port: server.port, host: '127.0.0.1' });
      socket.on('error', () => {});
      idle.push(socket);
      await new Promise((settle) => socket.once('connect', settle));
      if (count % 50 === 49) expect(statusOf(await post([json, secret()]))).toBe(200);
    }
    for (const socket of idle) socket.destroy();
  });

  it('H4: outlives thousands of malformed requests', async () => {
    let state = 1;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    const bytes = (length: number): string =>
      Array.from({ length }, () => String.fromCharCode(random(256))).join('');
    for (let round = 0; round < 100; round++) {
      const requests = Array.from({ length: 20 }, () => {
        const header = ['Host', 'Origin', 'Upgrade', 'Content-Length', 'Transfer-Encoding', bytes(3)][random(6)];
        return `GET /${bytes(random(9))} HTTP/1.1\r\nHost: ${authority}\r\n${header}: ${bytes(random(40))}\r\n\r\n`;
      });
      await Promise.all(requests.map((request) => sendRaw(server.port, `${request}\r\nConnection: close\r\n\r\n`)));
    }
    expect(statusOf(await post([json, secret()]))).toBe(200);
  });
});

describe('startServer', () => {
  it('says that the port is taken', async () => {
    const { folder, remove } = createAssetsFolder();
    const outcome = await startServer({ host, assetsFolder: folder, port: server.port });
    expect(outcome).toEqual({ ok: false, failure: { code: 'portTaken', params: { port: server.port } } });
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
    const ended = Promise.all([idle, slow].map((socket) => new Promise((settle) => socket.once('close', settle))));
    for (const socket of [idle, slow]) socket.on('error', () => {}).resume();
    await closing.stop();
    await ended;
    const again = createTcpServer();
    await new Promise<void>((settle) => again.listen(closing.port, '127.0.0.1', settle));
    await new Promise((settle) => again.close(settle));
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

async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((settle) => probe.listen(0, '127.0.0.1', settle));
  const address = probe.address();
  await new Promise((settle) => probe.close(settle));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
