import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../electron/host/createHost.ts';
import { foreignHosts, hostsLetIn } from './foreignHosts.ts';
import { startedServer } from './startedServer.ts';

describe('a name that leads to this machine', () => {
  it('H3: gets nobody in, for the page, an asset or the API', async () => {
    const host = createHost({ simulate: () => Promise.reject(new Error('unused')) });
    const server = await startedServer(host);
    for (const start of [
      'GET /',
      'GET /assets/index-B3xk9_aQ.js',
      'POST /api/app.describe',
      'OPTIONS /api/x',
    ])
      expect(await hostsLetIn(server.port, start)).toEqual([]);
    await server.stop();
  });

  it('F9: H3 would notice a server that does not look at the host', async () => {
    const planted = createServer({ requireHostHeader: false }, (_, response) => response.end('data'));
    await new Promise<void>((settle) => planted.listen(0, '127.0.0.1', settle));
    const { port } = planted.address() as AddressInfo;
    expect(await hostsLetIn(port)).toEqual(foreignHosts(port));
    await new Promise((settle) => planted.close(settle));
  });
});
