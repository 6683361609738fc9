// Finds the way to the host: the bridge of the desktop window where there is one, else the loopback address that this
// page came from.
import { type Client, createClient } from '../../core/contract/client.ts';
import { type Bridge, createBridgeTransport } from './bridgeTransport.ts';
import { createLoopbackTransport } from './loopbackTransport.ts';
import { holdsSecret, takeSecret } from './sessionSecret.ts';

declare global {
  interface Window {
    /** Present in the desktop window only. */
    readonly saff?: Bridge;
  }
}

export async function connect(): Promise<Client> {
  if (window.saff !== undefined) return createClient(createBridgeTransport(window.saff));
  const post = window.fetch.bind(window);
  const secret = await takeSecret(window, post);
  // A new address put into a tab that is already open changes only the fragment.
  window.addEventListener('hashchange', () => {
    if (holdsSecret(window.location.hash)) window.location.reload();
  });
  return createClient(createLoopbackTransport(secret, post));
}
