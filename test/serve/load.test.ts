import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, type NotedServer, openNotedServer } from './notedServer.ts';
import { rawRequest, sendRaw, statusOf } from './startedServer.ts';

let server: NotedServer;
beforeAll(async () => {
  server = await openNotedServer();
});
afterAll(() => server.stop());

describe('the loopback server under load', () => {
  it('H13: refuses a body that is too large, declared or not, without reading it', async () => {
    const before = server.reached.length;
    const start = [['Host', server.authority] as const, json, server.secretHeader];
    const declared = rawRequest('POST /api/x', [...start, ['Content-Length', '1000000000']]);
    expect(statusOf(await sendRaw(server.port, declared))).toBe(413);
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    const endless = rawRequest('POST /api/x', [...start, ['Transfer-Encoding', 'chunked']], chunk.repeat(45));
    expect(statusOf(await sendRaw(server.port, endless))).toBe(413);
    const unknown = rawRequest('POST /api/x', [start[0] ?? json, json, ['Content-Length', '1000000000']]);
    expect(statusOf(await sendRaw(server.port, unknown))).toBe(401);
    expect(server.reached).toHaveLength(before);
  });

  it('H13: says 408 to a client that does not finish its headers', async () => {
    const answer = await sendRaw(server.port, `GET / HTTP/1.1\r\nHost: ${server.authority}\r\nX-Slow`);
    expect(statusOf(answer)).toBe(408);
  });

  it('H13: serves a good client while 400 idle connections are open', async () => {
    const idle: Socket[] = [];
    for (let count = 0; count < 400; count++) {
      const socket = connect({ port: server.port, host: '127.0.0.1' });
      socket.on('error', () => {});
      idle.push(socket);
      await new Promise((settle) => socket.once('connect', settle));
      if (count % 50 === 49) expect(statusOf(await server.post([json, server.secretHeader]))).toBe(200);
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
        const header = ['Host', 'Origin', 'Upgrade', 'Content-Length', 'Transfer-Encoding', bytes(3)][
          random(6)
        ];
        return `GET /${bytes(random(9))} HTTP/1.1\r\nHost: ${server.authority}\r\n${header}: ${bytes(random(40))}\r\n\r\n`;
      });
      await Promise.all(
        requests.map((request) => sendRaw(server.port, `${request}\r\nConnection: close\r\n\r\n`)),
      );
    }
    expect(statusOf(await server.post([json, server.secretHeader]))).toBe(200);
  });
});
