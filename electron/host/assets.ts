// The page and its assets, read into memory once. A path outside this list does not exist, whatever it looks like:
// no request is ever turned into a file name.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { createNonce, type Headers, pageHeaders, securityHeaders } from './securityHeaders.ts';

export interface AssetResponse {
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface Assets {
  /** The answer to a path as it stands in the request, undecoded; undefined: there is none. */
  readonly answer: (path: string) => AssetResponse | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** A name with a fingerprint of the content, as the build writes it: `/assets/index-B3xk9_aQ.js`. */
const fingerprinted = /^\/assets\/.+-[\w-]{8}\.\w+$/;
const page = '/index.html';

/** Reads the folder; undefined where it holds no page. Links are not followed. */
export async function loadAssets(folder: string): Promise<Assets | undefined> {
  const contents = new Map<string, Buffer>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        contents.set(`/${relative(folder, file).split(sep).join('/')}`, await readFile(file));
      }),
  );
  const pageContent = contents.get(page)?.toString('utf8');
  if (pageContent === undefined) return undefined;

  const answerPage = (): AssetResponse => {
    const nonce = createNonce();
    const body = Buffer.from(
      pageContent.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`),
    );
    return { headers: { ...pageHeaders(nonce), ...headersOf(page, body) }, body };
  };
  return {
    answer: (path) => {
      if (path === '/' || path === page) return answerPage();
      const body = contents.get(path);
      return body && { headers: { ...securityHeaders, ...headersOf(path, body) }, body };
    },
  };
}

const headersOf = (path: string, body: Buffer): Headers => ({
  'Content-Type': types[extname(path)] ?? 'application/octet-stream',
  'Content-Length': String(body.length),
  'Cache-Control': fingerprinted.test(path) ? 'public, max-age=31536000, immutable' : 'no-store',
});
