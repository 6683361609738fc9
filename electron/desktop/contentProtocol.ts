// The window's own scheme: the built page and its assets under app://bundle/, and nothing else of this machine.
import type { Protocol } from 'electron';
import type { Assets } from '../host/assets.ts';
import { securityHeaders } from '../host/securityHeaders.ts';
import { pageHost, scheme } from './pageOrigin.ts';

/** Has to be called before the application is ready. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function serveContent(protocol: Protocol, assets: Assets): void {
  protocol.handle(scheme, (request) => answer(request, assets));
}

function answer({ url, method }: Request, assets: Assets): Response {
  const { host, pathname } = new URL(url);
  if (host !== pageHost || (method !== 'GET' && method !== 'HEAD')) return refusal(403);
  const asset = assets.answer(pathname);
  if (asset === undefined) return refusal(isPlain(pathname) ? 404 : 403);
  return new Response(method === 'HEAD' ? null : new Uint8Array(asset.body), { headers: asset.headers });
}

/** A path as our own pages write it; anything else was made up. */
const isPlain = (pathname: string): boolean => /^(?:\/[\w-][\w.-]*)+$/.test(pathname);

const refusal = (status: number): Response =>
  new Response(null, { status, headers: { ...securityHeaders, 'Cache-Control': 'no-store' } });
