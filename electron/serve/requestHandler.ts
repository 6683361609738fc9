// What the loopback server does with one request: guard, then page, asset or API. Every answer carries the security
// headers, the refusals too.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Assets } from '../host/assets.ts';
import { type ErrorLog, logged } from '../host/errorLog.ts';
import { type Headers, securityHeaders } from '../host/securityHeaders.ts';
import { type ApiAnswer, type ApiParts, answerApi, failure } from './apiRoute.ts';
import { refusalOf } from './requestGuard.ts';

/** How long a client that sends what nobody wants may take to read its refusal before it is cut off. */
const lingerMs = 500;

export interface HandlerParts extends ApiParts {
  readonly assets: Assets;
  readonly port: () => number;
  readonly log: ErrorLog;
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

export function createRequestHandler(parts: HandlerParts): RequestHandler {
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split(/[?#]/, 1)[0] ?? '';
    if (refusalOf(request, parts.port()) !== undefined) {
      sendReply(request, response, failure(403, 'forbiddenOrigin'));
    } else if (path === '/api' || path.startsWith('/api/')) {
      sendReply(request, response, await answerApi(request, path, parts));
    } else {
      sendAsset(request, response, parts.assets, path);
    }
  };
  return (request, response) => {
    respond(request, response).catch((error: unknown) => {
      const errorId = logged(parts.log, error);
      if (response.headersSent) response.destroy();
      else sendReply(request, response, failure(500, 'internal', { errorId }));
    });
  };
}

function sendAsset(request: IncomingMessage, response: ServerResponse, assets: Assets, path: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(request, response, 405, { ...securityHeaders, Allow: 'GET, HEAD', 'Cache-Control': 'no-store' }, '');
    return;
  }
  const asset = assets.answer(path);
  if (asset === undefined) {
    send(request, response, 404, { ...securityHeaders, 'Cache-Control': 'no-store' }, '');
  } else {
    send(request, response, 200, asset.headers, asset.body);
  }
}

function sendReply(request: IncomingMessage, response: ServerResponse, { status, reply }: ApiAnswer): void {
  const headers: Headers = {
    ...securityHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(status === 405 ? { Allow: 'POST' } : {}),
  };
  send(request, response, status, headers, JSON.stringify(reply));
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: Buffer | string,
): void {
  if (!request.complete) response.once('finish', () => cutOffUnread(request));
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Ends the connection of a client that goes on sending. Closing at once would lose the answer on its way to it. */
function cutOffUnread(request: IncomingMessage): void {
  if (request.complete) return;
  setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, lingerMs).unref();
}
