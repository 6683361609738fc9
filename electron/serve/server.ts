// The loopback host: the page, its assets and the API on 127.0.0.1 (and ::1 where that port is free), for a browser
// on this machine and nobody else.
import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { failed, ok, type Result } from '../../core/units/result.ts';
import type { Language } from '../../locales/settings.ts';
import { loadAssets } from '../host/assets.ts';
import type { Host } from '../host/createHost.ts';
import { type ErrorLog, logged, noErrorLog } from '../host/errorLog.ts';
import { securityHeaders } from '../host/securityHeaders.ts';
import { capConnections } from './connectionCap.ts';
import { createRequestHandler, type RequestHandler } from './requestHandler.ts';
import { createSessions } from './sessions.ts';

const mostConnections = 256;
const timeouts = {
  headersTimeout: 5_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
};
const closingMs = 1_000;

export interface ServerParts {
  readonly host: Host;
  /** Folder of the built page. */
  readonly assetsFolder: string;
  /** 0 or absent: any free port. */
  readonly port?: number | undefined;
  /** Language that the page is asked to show; absent: the person's own choice. */
  readonly language?: Language | undefined;
  readonly log?: ErrorLog | undefined;
}

export interface RunningServer {
  /** Without secret: http://127.0.0.1:PORT/ */
  readonly address: string;
  readonly port: number;
  /** The address with the lasting secret in its fragment: for the person, never for the arguments of a program. */
  readonly url: string;
  /** The address with a new single-use code in its fragment: for opening a browser now. */
  readonly openingUrl: () => string;
  /** Stops listening, lets answers under way finish, and closes every connection. Leaves the host open. */
  readonly close: () => Promise<void>;
}

export interface ServeFailure {
  /** `portTaken`: in use; `portForbidden`: not allowed to this user; `pageMissing`: no built page in the folder. */
  readonly code: 'portTaken' | 'portForbidden' | 'portFailed' | 'pageMissing';
  readonly params: Readonly<Record<string, string | number>>;
}

export async function startServer(parts: ServerParts): Promise<Result<RunningServer, ServeFailure>> {
  const assets = await loadAssets(parts.assetsFolder);
  if (assets === undefined) return failed({ code: 'pageMissing', params: {} });

  const log = parts.log ?? noErrorLog;
  let port = parts.port ?? 0;
  const sessions = createSessions();
  const handler = createRequestHandler({
    host: parts.host,
    sessions,
    assets,
    port: () => port,
    log,
  });
  const server = createListener(handler);
  const refused = await listen(server, '127.0.0.1', port);
  if (refused !== undefined) return failed({ code: failureCodeOf(refused), params: { port } });
  port = (server.address() as AddressInfo).port;
  const servers = [server];
  const second = createListener(handler);
  if ((await listen(second, '::1', port)) === undefined) servers.push(second);
  for (const listener of servers) listener.on('error', (error) => logged(log, error));

  const address = `http://127.0.0.1:${port}/`;
  const page = parts.language === undefined ? address : `${address}?lang=${parts.language}`;
  return ok({
    address,
    port,
    url: `${page}#${sessions.lastingSecret}`,
    openingUrl: () => `${page}#code=${sessions.issueCode()}`,
    close: async () => {
      await Promise.all(servers.map(closeGently));
    },
  });
}

function createListener(handler: RequestHandler): Server {
  const server = createServer({ ...timeouts, requireHostHeader: false, maxHeaderSize: 16_384 }, handler);
  capConnections(server, mostConnections);
  server.on('checkExpectation', handler);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    answerBroken(error.code, socket),
  );
  return server;
}

/** Node answers a request that it cannot parse, or that comes too slowly, without our headers: so do it here. */
function answerBroken(code: string | undefined, socket: Socket): void {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const headers = {
    ...securityHeaders,
    'Cache-Control': 'no-store',
    'Content-Length': '0',
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
  setTimeout(() => socket.destroy(), closingMs).unref();
}

function listen(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((settle) => {
    server.once('error', settle);
    server.listen({ host, port, exclusive: true, ipv6Only: true }, () => {
      server.off('error', settle);
      settle(undefined);
    });
  });
}

const failureCodeOf = ({ code }: NodeJS.ErrnoException): ServeFailure['code'] => {
  if (code === 'EADDRINUSE') return 'portTaken';
  return code === 'EACCES' ? 'portForbidden' : 'portFailed';
};

function closeGently(server: Server): Promise<void> {
  return new Promise((settle) => {
    const impatient = setTimeout(() => server.closeAllConnections(), closingMs);
    server.close(() => {
      clearTimeout(impatient);
      settle();
    });
    server.closeIdleConnections();
  });
}
