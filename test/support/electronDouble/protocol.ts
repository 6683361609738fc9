// Own schemes. In the page `app://bundle/` is `https://bundle.app.test/`: Chromium alone knows no schemes of ours.
import { record } from './record.ts';

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]): void => {
    if (record.isReady) throw new Error('schemes have to be registered before the application is ready');
    record.schemes.push(...schemes);
  },
  handle: (scheme: string, handler: Handler): void => {
    if (!record.isReady) throw new Error('protocol.handle is for an application that is ready');
    handlers.set(scheme, handler);
  },
};

export const toPage = (url: string): string => url.replace(/^app:\/\/([\w-]+)/, 'https://$1.app.test');
export const fromPage = (url: string): string => url.replace(/^https:\/\/([\w-]+)\.app\.test/, 'app://$1');

/** The application's answer to an address of its own; undefined for an address of anyone else. */
export async function answerFor(url: string, method = 'GET'): Promise<Response | undefined> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  return handler?.(new Request(url, { method }));
}
