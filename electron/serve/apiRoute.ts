// The API over HTTP: POST /api/<method> with the secret in a header, JSON in and a reply as JSON out. What the host
// answers is a value and comes with status 200; other statuses are for what never reached the host.
import type { IncomingMessage } from 'node:http';
import type { FailureCode, Reply } from '../../core/contract/failures.ts';
import type { Host } from '../host/createHost.ts';
import { mostBodyBytes, readBody } from './readBody.ts';
import { apiRefusalOf, headerValues } from './requestGuard.ts';
import type { Sessions } from './sessions.ts';

export const secretHeader = 'x-saff-secret';

export interface ApiAnswer {
  readonly status: number;
  readonly reply: Reply<unknown>;
}

export interface ApiParts {
  readonly host: Host;
  readonly sessions: Sessions;
}

export async function answerApi(request: IncomingMessage, path: string, parts: ApiParts): Promise<ApiAnswer> {
  const isExchange = path === '/api/session' && request.method === 'POST';
  if (apiRefusalOf(request) !== undefined) return failure(403, 'forbiddenOrigin');
  if (!isExchange && !hasSecret(request, parts.sessions)) return failure(401, 'unauthorised');
  if (request.method !== 'POST') return failure(405, 'unknownMethod', { method: request.method ?? '' });
  if (!isJson(request)) return failure(415, 'invalidInput');

  const body = await readBody(request);
  if (!body.ok) return failure(413, 'tooLarge', { limitMegabytes: mostBodyBytes / 1_000_000 });
  const input = decodeJson(body.value);
  if (input === undefined) return failure(400, 'invalidInput');
  if (isExchange) return exchange(input.value, parts.sessions);

  const reply = await parts.host.handle(path.slice('/api/'.length), input.value);
  return { status: !reply.ok && reply.failure.code === 'unknownMethod' ? 404 : 200, reply };
}

export const failure = (
  status: number,
  code: FailureCode,
  params: Readonly<Record<string, string | number>> = {},
): ApiAnswer => ({ status, reply: { ok: false, failure: { code, params } } });

function hasSecret(request: IncomingMessage, sessions: Sessions): boolean {
  const secrets = headerValues(request, secretHeader);
  return sessions.admits(secrets[0] ?? '') && secrets.length === 1;
}

function isJson(request: IncomingMessage): boolean {
  const types = headerValues(request, 'content-type');
  return types.length === 1 && /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(types[0] ?? '');
}

function decodeJson(bytes: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

function exchange(input: unknown, sessions: Sessions): ApiAnswer {
  const code = typeof input === 'object' && input !== null && 'code' in input ? input.code : undefined;
  const secret = typeof code === 'string' ? sessions.exchange(code) : undefined;
  if (secret === undefined) return failure(401, 'unauthorised');
  return { status: 200, reply: { ok: true, value: { secret } } };
}
