import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, type NotedServer, openNotedServer } from './notedServer.ts';
import { pageText, rawRequest, sendRaw, statusOf } from './startedServer.ts';

let server: NotedServer;
beforeAll(async () => {
  server = await openNotedServer();
});
afterAll(() => server.stop());

describe('what the loopback server says', () => {
  it('answers a good request', async () => {
    const answer = await server.post([json, server.secretHeader], '{"a":1}');
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain('{"ok":true,"value":"answered"}');
    expect(server.reached.at(-1)).toEqual(['app.describe', { a: 1 }]);
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
    expect(one?.headers.get('content-security-policy')).not.toBe(
      other?.headers.get('content-security-policy'),
    );
  });

  it('answers HEAD with the headers of GET, and other methods on a page not at all', async () => {
    const head = await server.ask('HEAD /', []);
    expect(statusOf(head)).toBe(200);
    expect(head.split('\r\n\r\n')[1]).toBe('');
    expect(statusOf(await server.ask('PUT /', []))).toBe(405);
    expect(statusOf(await server.ask('TRACE /', []))).toBe(405);
    expect(statusOf(await server.ask('OPTIONS *', []))).toBe(405);
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
    const answer = await server.ask(`GET ${Buffer.from(path).toString('latin1')}`, []);
    expect([400, 401, 403, 404]).toContain(statusOf(answer));
    const body = answer.split('\r\n\r\n')[1] ?? '';
    expect(body).not.toMatch(/outside|root:|shown/);
  });

  it('H12: protects every answer, the refusals and the broken ones too', async () => {
    const answers = {
      page: await server.ask('GET /', []),
      asset: await server.ask('GET /assets/index-B3xk9_aQ.js', []),
      data: await server.post([json, server.secretHeader]),
      absent: await server.ask('GET /absent', []),
      unauthorised: await server.post([json]),
      foreign: await server.askAs('GET /', [['Host', 'evil.test']]),
      wrongMethod: await server.ask('DELETE /', []),
      wrongType: await server.post([server.secretHeader]),
      notJson: await server.post([json, server.secretHeader], '{'),
      broken: await sendRaw(server.port, 'nonsense\r\n\r\n'),
      longHeaders: await server.ask('GET /', [['X-Long', 'x'.repeat(20_000)]]),
      unexpected: await server.ask(
        'POST /api/app.describe',
        [json, server.secretHeader, ['Expect', 'tea']],
        '{}',
      ),
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
    expect(Object.values(answers).map(statusOf)).toEqual([
      200, 200, 200, 404, 401, 403, 405, 415, 400, 400, 431, 200,
    ]);
  });

  it('takes JSON in UTF-8 only, and fails with a value on everything else', async () => {
    for (const body of ['', '{', '\xff', 'NaN']) {
      const length = ['Content-Length', String(body.length)] as const;
      const headers = [['Host', server.authority] as const, json, server.secretHeader, length];
      const answer = await sendRaw(server.port, rawRequest('POST /api/x', headers, body));
      expect(statusOf(answer)).toBe(400);
      expect(answer).toContain('"code":"invalidInput"');
    }
  });

  it('answers a bug of the host with an id, and logs it under that id', async () => {
    const answer = await server.post([json, server.secretHeader], '{}', '/api/explode');
    expect(statusOf(answer)).toBe(500);
    expect(answer).toMatch(/"code":"internal","params":\{"errorId":"[0-9a-f]{12}"\}/);
    expect(answer).not.toContain('planted');
    expect(String(server.logged.splice(0))).toContain('planted');
  });
});
