// The way to the host from a browser: JSON over the loopback address, with the secret in a header.
import type { Transport } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/failures.ts';
import { transportFailure } from './transportFailure.ts';

const secretHeader = 'X-Saff-Secret';

export type Post = (path: string, init: RequestInit) => Promise<Response>;

/** Without a secret every request fails at once, as it would at the host. */
export const createLoopbackTransport =
  (secret: string | undefined, post: Post): Transport =>
  async (method, input) =>
    secret === undefined
      ? transportFailure('unauthorised')
      : send(post, method, input, { [secretHeader]: secret });

/** Turns the single-use code of the address into a secret; undefined where it is no longer good. */
export async function exchangeCode(code: string, post: Post): Promise<string | undefined> {
  const reply = await send(post, 'session', { code }, {});
  return reply.ok ? (reply.value as { readonly secret: string }).secret : undefined;
}

async function send(
  post: Post,
  method: string,
  input: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Reply<unknown>> {
  try {
    const response = await post(`/api/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(input),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    });
    const reply: unknown = await response.json();
    return isReply(reply) ? reply : transportFailure('unreachable');
  } catch {
    return transportFailure('unreachable');
  }
}

/** False for what some other program on this port might say. */
function isReply(value: unknown): value is Reply<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : value.ok === false && 'failure' in value;
}
