// Finds the way to the host: the bridge of the desktop window where there is one, else the loopback address that this
// page came from.
import { type Client, createClient } from '../../core/contract/client.ts';
import { type Bridge, createBridgeShell, createBridgeTransport } from './bridgeTransport.ts';
import { createLoopbackTransport } from './loopbackTransport.ts';
import { browserPlatform, desktopPlatform, type Platform } from './platform.ts';
import { holdsSecret, takeSecret } from './sessionSecret.ts';

declare global {
  interface Window {
    /** Present in the desktop window only. */
    readonly saff?: Bridge;
  }
}

/** The host, and what the place of the page can do beyond it. */
export interface Connection {
  readonly client: Client;
  readonly platform: Platform;
}

export async function connect(): Promise<Connection> {
  if (window.saff !== undefined) {
    const client = createClient(createBridgeTransport(window.saff));
    return { client, platform: desktopPlatform(createBridgeShell(window.saff)) };
  }
  const post = window.fetch.bind(window);
  const secret = await takeSecret(window, post);
  // A new address put into a tab that is already open changes only the fragment.
  window.addEventListener('hashchange', () => {
    if (holdsSecret(window.location.hash)) window.location.reload();
  });
  return { client: createClient(createLoopbackTransport(secret, post)), platform: browserPlatform };
}
