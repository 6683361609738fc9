// A server over a host that only notes what reached it, and requests to it, byte for byte.
import type { Host } from '../../electron/host/createHost.ts';
import { rawRequest, type StartedServer, sendRaw, startedServer } from './startedServer.ts';

type Header = readonly [name: string, value: string];

export interface NotedServer extends StartedServer {
  /** What reached the host: method and input. */
  readonly reached: [string, unknown][];
  readonly logged: unknown[];
  /** The server's name, as a Host header has it. */
  readonly authority: string;
  readonly secretHeader: Header;
  /** Sends a request to the server under its own name; gives the whole answer. */
  readonly ask: (start: string, headers: readonly Header[], body?: string) => Promise<string>;
  /** The same without a Host header of its own. */
  readonly askAs: (start: string, headers: readonly Header[]) => Promise<string>;
  readonly post: (headers: readonly Header[], body?: string, path?: string) => Promise<string>;
}

export const json: Header = ['Content-Type', 'application/json'];

/** Answers everything but the method `explode`, which has a bug. */
export function notingHost(reached: [string, unknown][] = []): Host {
  return {
    handle: async (method, input) => {
      reached.push([method, input]);
      if (method === 'explode') throw new Error('planted');
      return { ok: true, value: 'answered' };
    },
    close: async () => {},
  };
}

export async function openNotedServer(): Promise<NotedServer> {
  const reached: [string, unknown][] = [];
  const logged: unknown[] = [];
  const server = await startedServer(notingHost(reached), { log: (_id, error) => logged.push(error) });
  const authority = `127.0.0.1:${server.port}`;
  const ask: NotedServer['ask'] = (start, headers, body = '') => {
    const length: Header[] = body === '' ? [] : [['Content-Length', String(Buffer.byteLength(body))]];
    return sendRaw(server.port, rawRequest(start, [['Host', authority], ...headers, ...length], body));
  };
  return {
    ...server,
    reached,
    logged,
    authority,
    secretHeader: ['X-Saff-Secret', server.secret],
    ask,
    askAs: (start, headers) => sendRaw(server.port, rawRequest(start, headers)),
    post: (headers, body = '{}', path = '/api/app.describe') => ask(`POST ${path}`, headers, body),
  };
}
